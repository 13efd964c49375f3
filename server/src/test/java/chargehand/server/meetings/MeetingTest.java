package chargehand.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.people.WorkingTimes;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class MeetingTest {
    @Autowired
    MockMvc http;

    @Autowired
    WorkingTimes times;

    private Crew crew;
    private Member dewi;
    private Member ada;

    @BeforeEach
    void aProject(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        ada = crew.member("Ada", Role.WORKER);
        crew.team(dewi);
    }

    private String weekly(Member... who) throws Exception {
        return made(written("FREQ=WEEKLY;BYDAY=MO", "", who));
    }

    private String written(String rule, String more, Member... who) {
        var persons =
                List.of(who).stream().map(each -> "\"" + each.person() + "\"").collect(Collectors.joining(","));
        return """
                {"title": "Weekly", "rule": "%s", "first": "2027-02-01", "from": "09:30", "minutes": 60,
                 "place": "Room 2", "link": "https://meet.example/weekly", "persons": [%s]%s}""".formatted(rule, persons, more);
    }

    private String made(String body) throws Exception {
        return JsonPath.read(crew.send(crew.manager, "POST", crew.at("/meetings"), body), "$.id");
    }

    private String minute(Actor by, String meeting, String body) throws Exception {
        return crew.send(by, "POST", crew.at("/meetings/" + meeting + "/days/2027-02-01/minutes"), body);
    }

    private List<Instant> begins(Member who, String from, String to) {
        return times
                .of(Set.of(UUID.fromString(who.person())), LocalDate.parse(from), LocalDate.parse(to))
                .meeting()
                .stream()
                .map(each -> each.fromInclusive())
                .toList();
    }

    @Test
    void takesTheTimeOfThoseWhoAreThereByTheClockOfTheProject() throws Exception {
        weekly(dewi);

        assertThat(begins(dewi, "2027-03-22", "2027-03-29"))
                .containsExactly(Instant.parse("2027-03-22T08:30:00Z"), Instant.parse("2027-03-29T07:30:00Z"));
        assertThat(begins(ada, "2027-03-22", "2027-03-29")).isEmpty();
    }

    @Test
    void thePlanIsLedAroundIt() throws Exception {
        var before = crew.<String>planned(crew.task("Rack", 1, dewi), "finish");

        weekly(ada);
        crew.team(dewi, ada);
        var after = crew.<String>planned(crew.task("Stack", 1, ada), "finish");

        assertThat(Instant.parse(after)).isAfter(Instant.parse(before));
    }

    @Test
    void isInTheDaysOfThoseWhoAreThereAndOfNobodyElse() throws Exception {
        var meeting = weekly(dewi);

        var work = crew.send(dewi.actor(), "GET", "/api/work", "");
        assertThat(JsonPath.<List<String>>read(work, "$.meetings[*].meeting")).containsExactly(meeting, meeting);
        assertThat(JsonPath.<String>read(work, "$.meetings[0].from")).isEqualTo("2027-02-01T08:30:00Z");
        assertThat(JsonPath.<String>read(work, "$.meetings[0].place")).isEqualTo("Room 2");
        assertThat(JsonPath.<List<String>>read(crew.send(ada.actor(), "GET", "/api/work", ""), "$.meetings"))
                .isEmpty();
    }

    @Test
    void isInTheirCalendarsWithTheSameIdentityWhenItMoves() throws Exception {
        var meeting = weekly(dewi);
        var feed = JsonPath.<String>read(
                crew.send(dewi.actor(), "POST", "/api/feeds", "{\"kind\": \"person\"}"), "$.path");
        var before = events(feed);

        crew.send(
                crew.manager,
                "PUT",
                crew.at("/meetings/" + meeting),
                written("FREQ=WEEKLY;BYDAY=MO", "", dewi).replace("09:30", "14:00"),
                "\"1\"");
        var after = events(feed);

        assertThat(before).contains("SUMMARY:Weekly", "DTSTART:20270201T083000Z");
        assertThat(after).contains("DTSTART:20270201T130000Z");
        assertThat(uids(after)).containsExactlyElementsOf(uids(before));
    }

    @Test
    void isInTheProjectsCalendarForThoseWhoSeeItInside() throws Exception {
        var meeting = weekly(dewi);
        var asked = "{\"kind\": \"project\", \"project\": \"%s\"}".formatted(crew.project);
        var feed = JsonPath.<String>read(crew.send(crew.manager, "POST", "/api/feeds", asked), "$.path");
        var before = events(feed);

        crew.send(crew.manager, "PUT", crew.at("/meetings/" + meeting), moved(), "\"1\"");
        var after = events(feed);

        assertThat(before).contains("SUMMARY:Weekly", "DTSTART:20270201T083000Z");
        assertThat(after).contains("DTSTART:20270201T130000Z", "SEQUENCE:1");
        assertThat(uids(after)).containsExactlyElementsOf(uids(before));
    }

    private String moved() {
        return written("FREQ=WEEKLY;BYDAY=MO", "", dewi).replace("09:30", "14:00");
    }

    @Test
    void thoseWhoAreInvitedAreToldWhenItIsSetMovedOrDroppedAndNobodyElse() throws Exception {
        var meeting = weekly(dewi);
        assertThat(told(dewi)).containsExactly("Meeting: Weekly");
        crew.send(crew.manager, "PUT", crew.at("/meetings/" + meeting), moved(), "\"1\"");
        crew.send(
                crew.manager, "PUT", crew.at("/meetings/" + meeting), moved().replace("Weekly", "Each week"), "\"2\"");
        assertThat(told(ada)).isEmpty();

        crew.send(crew.manager, "DELETE", crew.at("/meetings/" + meeting), "", "\"3\"");

        assertThat(told(dewi))
                .containsExactlyInAnyOrder("Meeting: Weekly", "Moved: Weekly", "Without you from now on: Each week");
        assertThat(told(ada)).isEmpty();
    }

    @Test
    void aMeetingThatIsOverIsToldToNobody() throws Exception {
        made(written("", "", dewi).replace("2027-02-01", "2027-01-04").replace("\"rule\": \"\",", ""));

        assertThat(told(dewi)).isEmpty();
    }

    private List<String> told(Member who) throws Exception {
        return JsonPath.read(
                crew.send(who.actor(), "GET", "/api/notices", ""), "$.items[?(@.kind == 'meeting')].letter.subject");
    }

    private String events(String feed) throws Exception {
        return http.perform(MockMvcRequestBuilders.request(HttpMethod.GET, feed))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> uids(String feed) {
        return feed.lines().filter(each -> each.startsWith("UID:")).sorted().toList();
    }

    @Test
    void aDayIsLeftOutAndTheOthersStay() throws Exception {
        var meeting = weekly(dewi);
        crew.send(
                crew.manager,
                "PUT",
                crew.at("/meetings/" + meeting),
                written("FREQ=WEEKLY;BYDAY=MO", ", \"without\": [\"2027-02-08\"]", dewi),
                "\"1\"");

        assertThat(begins(dewi, "2027-02-02", "2027-02-16")).containsExactly(Instant.parse("2027-02-15T08:30:00Z"));
        assertThat(crew.<Boolean>get(
                        dewi.actor(), crew.at("/meetings/" + meeting + "/days/2027-02-08"), "$.takesPlace"))
                .isFalse();
    }

    @Test
    void itsEndLeavesWhatWasWrittenDown() throws Exception {
        var meeting = weekly(dewi);
        minute(dewi.actor(), meeting, "{\"kind\": \"note\", \"text\": \"All is well\"}");

        crew.send(crew.manager, "DELETE", crew.at("/meetings/" + meeting), "", "\"1\"");

        assertThat(begins(dewi, "2027-02-01", "2027-04-01")).isEmpty();
        assertThat(crew.<List<String>>get(dewi.actor(), crew.at("/meetings"), "$.items[0].minuted"))
                .containsExactly("2027-02-01");
    }

    @Test
    void aRuleWithoutAnEndTakesNoMoreThanSomeYears() throws Exception {
        made(written("FREQ=DAILY", "", dewi));

        assertThat(begins(dewi, "2027-02-01", "2090-01-01")).hasSizeBetween(600, 800);
    }

    @Test
    void ofARuleWithoutAnEndAFeedHasAYear() throws Exception {
        made(written("FREQ=DAILY", "", dewi));
        var own = JsonPath.<String>read(
                crew.send(dewi.actor(), "POST", "/api/feeds", "{\"kind\": \"person\"}"), "$.path");
        var asked = "{\"kind\": \"project\", \"project\": \"%s\"}".formatted(crew.project);
        var all = JsonPath.<String>read(crew.send(crew.manager, "POST", "/api/feeds", asked), "$.path");

        for (var feed : List.of(events(own), events(all))) {
            assertThat(uids(feed)).hasSizeBetween(360, 370).doesNotHaveDuplicates();
            // What reads it has no rule to follow without end.
            assertThat(feed).doesNotContain("RRULE", "RDATE");
        }
    }

    @Test
    void linesBecomeWhatTheySayAtOnce() throws Exception {
        var meeting = weekly(dewi);
        minute(crew.manager, meeting, "{\"kind\": \"decision\", \"text\": \"Two racks\"}");
        var task = JsonPath.<String>read(
                minute(
                        crew.manager,
                        meeting,
                        "{\"kind\": \"task\", \"text\": \"Order racks\", \"owner\": \"%s\", \"due\": \"2027-02-05\", \"minutes\": 240}"
                                .formatted(ada.person())),
                "$.made");
        minute(
                dewi.actor(),
                meeting,
                "{\"kind\": \"issue\", \"text\": \"The lift is small\", \"owner\": \"%s\"}".formatted(dewi.person()));
        minute(crew.manager, meeting, "{\"kind\": \"question\", \"text\": \"Which floor?\"}");

        var log = crew.send(dewi.actor(), "GET", crew.at("/log"), "");
        assertThat(JsonPath.<List<String>>read(log, "$.items[*].title"))
                .containsExactlyInAnyOrder("Two racks", "The lift is small");
        assertThat(JsonPath.<List<String>>read(log, "$.items[*].origin.kind")).containsOnly("meeting");
        assertThat(crew.<String>planned(task, "name")).isEqualTo("Order racks");
        assertThat(crew.<String>get(crew.manager, crew.at("/questions"), "$.items[0].text"))
                .isEqualTo("Which floor?");
        assertThat(crew.<List<String>>get(
                        dewi.actor(), crew.at("/meetings/" + meeting + "/days/2027-02-01"), "$.minutes[*].kind"))
                .containsExactly("decision", "task", "issue", "question");
    }

    @Test
    void plansAreThePlannersAndNotesAreTakenBackByTheirAuthor() throws Exception {
        var meeting = weekly(dewi);
        var days = crew.at("/meetings/" + meeting + "/days/2027-02-01/minutes");
        for (var kind : List.of("decision", "task", "question"))
            assertThat(crew.refusal(
                            dewi.actor(), "POST", days, "{\"kind\": \"%s\", \"text\": \"More\"}".formatted(kind), null))
                    .isEqualTo("forbidden");
        var note = JsonPath.<String>read(
                minute(dewi.actor(), meeting, "{\"kind\": \"note\", \"text\": \"Said\"}"), "$.id");
        var made = JsonPath.<String>read(
                minute(crew.manager, meeting, "{\"kind\": \"issue\", \"text\": \"Lift\"}"), "$.id");
        var lines = crew.at("/meetings/" + meeting + "/minutes/");

        assertThat(crew.refusal(ada.actor(), "DELETE", lines + note, "", null)).isEqualTo("forbidden");
        crew.send(dewi.actor(), "DELETE", lines + note, "");
        assertThat(crew.refusal(crew.manager, "DELETE", lines + made, "", null)).isEqualTo("minute-made");
    }

    @Test
    void isNotThereOnDaysThatNobodyPlans() throws Exception {
        var meeting = made(written("FREQ=DAILY", "", dewi));

        for (var day : List.of("+13000-01-01", "+999999999-12-31", "1989-12-31")) {
            var path = crew.at("/meetings/" + meeting + "/days/" + day);
            assertThat(crew.refusal(dewi.actor(), "GET", path, "", null))
                    .as(day)
                    .isEqualTo("not-found");
            assertThat(crew.refusal(
                            dewi.actor(), "POST", path + "/minutes", "{\"kind\": \"note\", \"text\": \"Far\"}", null))
                    .as(day)
                    .isEqualTo("not-found");
        }
    }

    @Test
    void refusesDaysThatNobodyPlans() throws Exception {
        var meeting = weekly(dewi);
        var far = "+6000000-01-01";

        assertThat(refused(written("FREQ=DAILY", "", dewi).replace("2027-02-01", far)))
                .isEqualTo("invalid-value");
        assertThat(refused(written("FREQ=DAILY", ", \"without\": [\"" + far + "\"]", dewi)))
                .isEqualTo("invalid-value");
        for (var line : List.of(
                "{\"kind\": \"note\", \"text\": \"Far\", \"due\": \"" + far + "\"}",
                "{\"kind\": \"task\", \"text\": \"Far\", \"due\": \"+999999999-12-31\"}"))
            assertThat(crew.refusal(
                            crew.manager,
                            "POST",
                            crew.at("/meetings/" + meeting + "/days/2027-02-01/minutes"),
                            line,
                            null))
                    .as(line)
                    .isEqualTo("invalid-value");
    }

    @Test
    void refusesWhatCantBe() throws Exception {
        var meeting = weekly(dewi);

        for (var rule : List.of("FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYSECOND=0,1,2"))
            assertThat(refused(written(rule, "", dewi))).as(rule).isEqualTo("rule-unreadable");
        assertThat(refused(written("FREQ=DAILY", "", dewi).replace("https://meet", "javascript://meet")))
                .isEqualTo("invalid-value");
        assertThat(refused(written("FREQ=DAILY", "", dewi).replace("60", "600")))
                .isEqualTo("invalid-value");
        assertThat(refused(written("FREQ=DAILY", ""))).isEqualTo("invalid-value");
        assertThat(crew.refusal(
                        crew.manager,
                        "POST",
                        crew.at("/meetings/" + meeting + "/days/2027-02-02/minutes"),
                        "{\"kind\": \"note\", \"text\": \"Nobody was there\"}",
                        null))
                .isEqualTo("invalid-value");
        assertThat(crew.refusal(
                        crew.manager, "PUT", crew.at("/meetings/" + meeting), written("FREQ=DAILY", "", dewi), "\"7\""))
                .isEqualTo("changed-meanwhile");
    }

    private String refused(String body) throws Exception {
        return crew.refusal(crew.manager, "POST", crew.at("/meetings"), body, null);
    }
}
