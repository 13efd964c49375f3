package chargehand.files.own;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are broken, careless or malicious are refused in one sentence that says where.
class HostileJsonTest {
    private static final Reading READING = new Reading(ZoneOffset.UTC, LocalDate.of(2027, 1, 11));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                         | file-empty     | The file is empty.
            `  `                                                       | file-empty     | The file is empty.
            {                                                          | file-malformed | The file is no JSON: line 1
            {"name": "P", "tasks": [                                   | file-malformed | The file is no JSON: line 1
            {"name": "P", "name": "Q", "tasks": []}                    | file-malformed | Duplicate
            {"name": "P", "tasks": []} {}                              | file-malformed | something else
            null                                                       | file-malformed | something else
            {"name": NaN, "tasks": []}                                 | file-malformed | NaN
            {"name": 'P', "tasks": []}                                 | file-malformed | line 1
            []                                                         | wrong-type     | At the top of the file: this must be an object, not a list.
            {"tasks": []}                                              | missing-key    | At the top of the file: "name" is missing.
            {"name": null, "tasks": []}                                | missing-key    | "name" is missing
            {"name": "P"}                                              | missing-key    | "tasks" is missing
            {"name": " ", "tasks": []}                                 | bad-value      | At name: the text is blank.
            {"name": 7, "tasks": []}                                   | wrong-type     | At name: this must be a text, not 7.
            {"name": "P", "taks": []}                                  | unknown-key    | At taks: the key is unknown.
            {"name": "P", "tasks": {}}                                 | wrong-type     | At tasks: this must be a list, not an object.
            {"name": "P", "tasks": [null]}                             | wrong-type     | At tasks: the list holds null.
            {"name": "P", "tasks": ["x"]}                              | wrong-type     | At tasks[0]: this must be an object, not the text "x".
            {"name": "P", "zone": "Mars/Base", "tasks": []}            | bad-value      | At zone: "Mars/Base" is no time zone.
            {"name": "\\ud800", "tasks": []}                           | bad-value      | At name: half of a character stands there.
            {"name": "P", "tasks": [], "calendars": [{"id": "a", "week": {}}, {"id": "a", "week": {}}]} | duplicate-id | At calendars[1]
            {"name": "P", "tasks": [], "calendars": [{"id": "a", "week": {"monday": ["9-17"]}}]} | bad-value | At calendars[0].week.monday[0]: "9-17" is no range of a day.
            {"name": "P", "tasks": [], "calendars": [{"id": "a", "week": {"monday": ["17:00-09:00"]}}]} | bad-value | "17:00-09:00" is no range
            {"name": "P", "tasks": [], "calendars": [{"id": "a", "week": {"monday": ["09:00-24:01"]}}]} | bad-value | "09:00-24:01" is no range
            {"name": "P", "tasks": [], "calendars": [{"id": "a", "week": {"moonday": []}}]} | unknown-key | At calendars[0].week.moonday
            {"name": "P", "tasks": [], "calendars": [{"id": "a", "week": {}, "exceptions": {"2027-02-30": []}}]} | bad-value | "2027-02-30" is no date
            {"name": "P", "tasks": [], "workingCalendar": "x"}         | unknown-id     | At workingCalendar: no calendar has the id "x".
            {"name": "P", "tasks": [], "people": [{}]}                 | missing-key    | At people[0]: "name" is missing.
            {"name": "P", "tasks": [], "people": [{"name": "A"}, {"name": "A"}]} | duplicate-id | At people[1]: somebody has the id "A" already.
            {"name": "P", "tasks": [], "people": [{"name": "A", "capacity": 0}]} | bad-value | At people[0].capacity: the number 0 is out of bounds.
            {"name": "P", "tasks": [], "people": [{"name": "A", "capacity": 1e9}]} | wrong-type | At people[0].capacity: this must be a whole number
            {"name": "P", "tasks": [], "people": [{"name": "A", "absences": [{"from": "2027-02-05", "to": "2027-02-01"}]}]} | bad-value | At people[0].absences[0]: this ends before it begins.
            """)
    void refusesAPlan(String file, String code, String message) {
        assertRefuses(file, code, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name": "A"}                                        | missing-key  | At tasks[0]: the task says neither how long it takes nor that it is a milestone.
            {"name": " ", "work": 1}                             | bad-value    | At tasks[0].name: the text is blank.
            {"work": 1}                                          | missing-key  | At tasks[0]: "name" is missing.
            {"name": "A", "work": 1, "duration": 1}              | bad-value    | At tasks[0]: the task is work and duration at once.
            {"name": "A", "work": 1, "tasks": []}                | bad-value    | the task is work and summary at once
            {"name": "A", "work": "3 apples"}                    | bad-value    | At tasks[0].work: "3 apples" is no length of time.
            {"name": "A", "work": "d"}                           | bad-value    | "d" is no length of time
            {"name": "A", "work": "-3d"}                         | bad-value    | "-3d" is no length of time
            {"name": "A", "work": -1}                            | bad-value    | a length of -1 minutes is out of bounds
            {"name": "A", "work": 1000000000}                    | bad-value    | a length of 1000000000 minutes is out of bounds
            {"name": "A", "work": 99999999999999999999999999999} | bad-value    | is out of bounds
            {"name": "A", "work": "999999999w"}                  | bad-value    | is out of bounds
            {"name": "A", "work": 1.5}                           | wrong-type   | At tasks[0].work: this must be a text, not 1.5.
            {"name": "A", "work": true}                          | wrong-type   | this must be a text, not true
            {"name": "A", "milestone": "yes"}                    | wrong-type   | At tasks[0].milestone: this must be true or false
            {"name": "A", "work": 1, "after": "2"}               | wrong-type   | At tasks[0].after: this must be a list
            {"name": "A", "work": 1, "after": ["2"]}             | unknown-id   | At tasks[0].after[0]: no task has the id "2".
            {"name": "A", "work": 1, "after": ["1XX"]}           | unknown-id   | no task has the id "1XX"
            {"name": "A", "work": 1, "after": ["1FS+1"]}         | bad-value    | "1" is no length of time
            {"name": "A", "work": 1, "after": [""]}              | bad-value    | At tasks[0].after[0]: the text is blank.
            {"name": "A", "work": 1, "after": [{"task": 1, "type": "XX"}]} | bad-value | At tasks[0].after[0].type: "XX" is no kind of link.
            {"name": "A", "work": 1, "parent": "1"}              | unknown-id   | At tasks[0].parent: no task above this one has the id "1".
            {"name": "A", "work": 1, "id": " "}                  | bad-value    | At tasks[0].id: the text is blank.
            {"name": "A", "work": 1, "notBefore": "tomorrow"}    | bad-value    | At tasks[0].notBefore: "tomorrow" is no date or time.
            {"name": "A", "work": 1, "notBefore": "99999-01-01"} | bad-value    | is no date or time
            {"name": "A", "work": 1, "notBefore": "9999-01-01"}  | bad-value    | the date "9999-01-01" is out of bounds
            {"name": "A", "work": 1, "notBefore": "+99999-01-01T00:00:00Z"} | bad-value | is out of bounds
            {"name": "A", "work": 1, "notBefore": "2027-01-11T09:00:30"} | bad-value | is not a whole minute
            {"name": "A", "work": 1, "notBefore": 20270111}      | wrong-type   | At tasks[0].notBefore: this must be a text
            {"name": "A", "work": 1, "deadline": {}}             | missing-key  | At tasks[0].deadline: "by" is missing.
            {"name": "A", "work": 1, "windows": [{"from": "2027-01-12T10:00", "to": "2027-01-12T10:00"}]} | bad-value | At tasks[0].windows[0]
            {"name": "A", "work": 1, "progress": {"started": "2027-01-12", "finished": "2027-01-10"}} | bad-value | At tasks[0].progress
            {"name": "A", "work": 1, "priority": 1001}           | bad-value    | At tasks[0].priority: the number 1001 is out of bounds.
            {"name": "A", "work": 1, "calendar": "x"}            | unknown-id   | At tasks[0].calendar: no calendar has the id "x".
            {"name": "A", "work": 1, "assignees": [{"name": "a", "skill": "b"}]} | bad-value | At tasks[0].assignees[0]: this names somebody and a skill.
            {"name": "A", "work": 1, "assignees": [{"name": "a", "units": 0}]} | bad-value | At tasks[0].assignees[0].units
            {"name": "A", "work": 1, "assignees": [7]}           | wrong-type   | At tasks[0].assignees[0]: this must be an object, not 7.
            {"name": "A", "work": 1, "assignees": [""]}          | unknown-id   | nobody is called ""
            """)
    void refusesATask(String task, String code, String message) {
        assertRefuses("{\"name\": \"P\", \"tasks\": [%s]}".formatted(task), code, message);
    }

    @Test
    void refusesSomebodyWhoIsNotListed() {
        assertRefuses(
                "{\"name\": \"P\", \"people\": [{\"name\": \"Ada\"}], "
                        + "\"tasks\": [{\"name\": \"A\", \"work\": 1, \"assignees\": [\"Bram\"]}]}",
                "unknown-id",
                "At tasks[0].assignees[0]: nobody is called \"Bram\".");
    }

    @Test
    void refusesTwoTasksOfOneId() {
        assertRefuses(
                "{\"name\": \"P\", \"tasks\": [{\"name\": \"A\", \"work\": 1}, {\"id\": 1, \"name\": \"B\", \"work\": 1}]}",
                "duplicate-id",
                "At tasks[1]: a task before this one has the id \"1\".");
    }

    @Test
    void refusesTasksBeneathEachOtherInACircle() {
        assertRefuses(
                "{\"name\": \"P\", \"tasks\": [{\"id\": \"a\", \"name\": \"A\", \"parent\": \"b\"}, "
                        + "{\"id\": \"b\", \"name\": \"B\", \"parent\": \"a\"}]}",
                "unknown-id",
                "At tasks[0].parent");
    }

    @Test
    void refusesAPlanWithoutAStart() {
        var refusal = assertThrows(
                UnreadableFile.class,
                () -> JsonPlans.read(
                        "{\"name\": \"P\", \"tasks\": []}".getBytes(UTF_8), new Reading(ZoneOffset.UTC, null)));

        assertEquals("start-missing", refusal.code());
    }

    @Test
    void refusesDeepNesting() {
        assertRefuses("[".repeat(100_000), "file-malformed", "depth");
        assertRefuses("{\"name\": \"P\", \"calendar\": ".repeat(1000), "file-malformed", "depth");
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefuses("{\"name\": \"Übergabe\", \"tasks\": []}".getBytes(ISO_8859_1), "file-not-text", "no UTF-8 text");
        assertRefuses(new byte[] {'P', 'K', 3, 4, 0, 0}, "file-malformed", "line 1");
        assertRefuses(new byte[1000], "file-malformed", "line 1");
    }

    @Test
    void refusesTooMuch() {
        assertRefuses(new byte[64 * 1024 * 1024 + 1], "file-too-large", "64 MB");
        assertRefuses("{\"name\": %s, \"tasks\": []}".formatted("9".repeat(5000)), "file-malformed", "line 1");
        assertRefuses(
                "{\"name\": \"P\", \"tasks\": [%s{}]}".formatted("{\"name\": \"A\"},".repeat(200_000)),
                "too-many-tasks",
                "At tasks[200000]: a plan may have 200000 tasks.");
    }

    @Test
    void readsEveryByteOrderMark() throws Exception {
        var json = "\uFEFF{\"name\": \"Übergabe\", \"tasks\": []}";

        assertEquals(
                "Übergabe", JsonPlans.read(json.getBytes(UTF_8), READING).plan().name());
        assertEquals(
                "Übergabe",
                JsonPlans.read(json.getBytes(UTF_16LE), READING).plan().name());
    }

    private static void assertRefuses(String file, String code, String message) {
        assertRefuses(file.getBytes(UTF_8), code, message);
    }

    private static void assertRefuses(byte[] file, String code, String message) {
        var refusal = assertThrows(UnreadableFile.class, () -> JsonPlans.read(file, READING));

        var said = String.valueOf(refusal.getMessage());
        assertEquals(code, refusal.code(), said);
        assertTrue(said.contains(message), said);
        assertFalse(said.contains("\n") || said.length() > 300 || refusal.hint().isBlank(), said);
    }
}
