package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.Statements;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew.Member;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg.
@ServerTest
@Transactional
class MyWorkTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private Crew crew;
    private Member dewi;
    private Member bram;

    @BeforeEach
    void aProject(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        crew.team(dewi, bram);
    }

    @Test
    void standsInOrderByHalfDaysWithWhoWaits() throws Exception {
        var rack = crew.task("Rack", 1, dewi);
        crew.task("Cable", 2, dewi, rack);
        crew.task("Test", 1, bram, rack);

        List<String> names = mine("$.tasks[*].name");
        List<String> today = mine("$.days[0].slots[*].part");
        List<String> next = mine("$.tasks[0].next[*].name");
        List<List<String>> waiting = mine("$.tasks[0].next[*].people");

        assertThat(names).containsExactly("Rack", "Cable");
        assertThat(today).containsExactly("morning", "afternoon");
        assertThat(next).containsExactlyInAnyOrder("Cable", "Test");
        assertThat(waiting.stream().flatMap(List::stream)).hasSize(1).allMatch(each -> each.startsWith("Bram"));
        assertThat(this.<String>mine("$.zone")).isEqualTo("Europe/Berlin");
        assertThat(this.<String>mine("$.today")).isEqualTo("2027-02-01");
    }

    @Test
    void whoeverIsAtMeetingsAllDayIsNotAway() throws Exception {
        for (var from : List.of("08:00", "13:00"))
            crew.send(crew.manager, "POST", crew.at("/meetings"), """
                    {"title": "Workshop", "first": "2027-02-03", "from": "%s", "minutes": 360, "persons": ["%s"]}""".formatted(from, dewi.person()));
        crew.send(
                crew.manager,
                "POST",
                "/api/people/" + dewi.person() + "/absences",
                "{\"from\": \"2027-02-04\", \"to\": \"2027-02-04\", \"kind\": \"leave\"}");

        assertThat(this.<List<Integer>>mine("$.days[?(@.date == '2027-02-03')].minutes"))
                .containsExactly(0);
        assertThat(this.<List<Boolean>>mine("$.days[?(@.date == '2027-02-03')].away"))
                .containsExactly(false);
        assertThat(this.<List<Boolean>>mine("$.days[?(@.date == '2027-02-04')].away"))
                .containsExactly(true);
    }

    @Test
    void asksAsOftenForManyTasksAsForOne() throws Exception {
        around(crew.task("Rack", 1, dewi));
        var forOne = Statements.of(() -> mine("$.needs"));

        for (var name : List.of("Cable", "Test", "Hand over")) around(crew.task(name, 1, dewi));
        var forMany = Statements.of(() -> mine("$.needs"));

        assertThat(this.<List<Object>>mine("$.needs")).hasSize(4);
        assertThat(this.<List<Object>>mine("$.complications")).hasSize(4);
        assertThat(this.<List<Object>>mine("$.tasks[*].waitsFor[*]")).hasSize(8);
        assertThat(forMany).hasSameSizeAs(forOne).hasSizeLessThan(20);
    }

    /// What somebody else and Dewi see to, and what came in its way.
    private void around(String task) throws Exception {
        for (var owner : List.of(bram, dewi))
            crew.send(
                    crew.manager,
                    "POST",
                    crew.at("/tasks/" + task + "/needs"),
                    "{\"kind\": \"access\", \"what\": \"Key\", \"owner\": \"%s\"}".formatted(owner.person()));
        crew.send(
                dewi.actor(),
                "POST",
                crew.at("/tasks/" + task + "/complications"),
                "{\"what\": \"The door is locked\", \"costMinutes\": 60}");
    }

    private <T> T mine(String field) throws Exception {
        return crew.get(dewi.actor(), "/api/work", field);
    }

    @Test
    void findsTasksWhoseIdIsNoUuid() throws Exception {
        crew.change("""
                {"kind": "addTask", "task": {"id": "rack", "name": "Rack", "kind": "effort", "minutes": 480,
                    "assignments": [{"person": "%s", "units": 100}]}}""".formatted(dewi.person()));

        List<String> names = mine("$.tasks[*].task");
        assertThat(names).containsExactly("rack");
    }

    @Test
    void theLedgerCallsATaskAsTheDatabaseDoes() {
        for (var task : List.of("rack", "11FS", "ä ö", "0195f000-0000-7000-8000-00000000000")) {
            var project = UUID.randomUUID();
            var inJava =
                    UUID.nameUUIDFromBytes((project + "/" + task).getBytes(java.nio.charset.StandardCharsets.UTF_8));

            var inSql = jdbc.sql("select planning.booked_as(:project, :task)")
                    .param("project", project)
                    .param("task", task)
                    .query(UUID.class)
                    .single();

            assertThat(inSql).isEqualTo(inJava);
        }
    }

    @Test
    void tellsNothingOfProjectsThatOneMayNotSee(@Autowired TestWorld world, @Autowired Accounts accounts)
            throws Exception {
        crew.task("Rack", 1, dewi);
        var elsewhere = world.actor(Role.WORKER, null, world.project(null));
        jdbc.sql("update identity.account set person = null where id = :id")
                .param("id", dewi.actor().account())
                .update();
        accounts.person(elsewhere.account(), UUID.fromString(dewi.person()));

        List<String> names = crew.get(elsewhere, "/api/work", "$.tasks[*].name");

        assertThat(names).isEmpty();
    }

    @Test
    void isEmptyForAnAccountWithNobodyBehindIt() throws Exception {
        List<String> names = crew.get(crew.manager, "/api/work", "$.tasks");

        assertThat(names).isEmpty();
    }

    @Test
    void doneIsOneWordAndThePlanFollows() throws Exception {
        var rack = crew.task("Rack", 2, dewi);
        var test = crew.task("Test", 1, bram, rack);
        String before = crew.planned(test, "start");

        tell(rack, "{\"state\": \"done\", \"started\": \"2027-02-01T07:00:00Z\"}");

        assertThat(crew.<String>planned(rack, "progress.finished")).isEqualTo("2027-02-01T08:00:00Z");
        assertThat(crew.<String>planned(test, "start")).isLessThan(before);
        assertThat(this.<List<String>>mine("$.tasks[*].state")).containsExactly("done");
        String label = crew.get(crew.manager, crew.at("/changes"), "$.items[0].label");
        assertThat(label).isEqualTo("Done: “Rack”");
    }

    private void tell(String task, String report) throws Exception {
        crew.send(dewi.actor(), "PUT", crew.at("/tasks/" + task + "/progress"), report, crew.tag());
    }

    @Test
    void whatRemainsIsKeptAndCanBeTakenBack() throws Exception {
        var rack = crew.task("Rack", 2, dewi);

        tell(rack, "{\"state\": \"begun\", \"remainingMinutes\": 240}");
        assertThat(crew.<String>planned(rack, "finish")).isEqualTo("2027-02-01T12:00:00Z");
        assertThat(this.<List<Integer>>mine("$.tasks[*].remainingMinutes")).containsExactly(240);

        tell(rack, "{\"state\": \"planned\"}");
        assertThat(this.<List<String>>mine("$.tasks[*].state")).containsExactly("planned");
        assertThat(crew.<String>planned(rack, "finish")).isEqualTo("2027-02-02T17:00:00Z");
    }

    @Test
    void isToldByWhoeverWorksOnItOrPlansIt() throws Exception {
        var rack = crew.task("Rack", 1, dewi);
        var path = crew.at("/tasks/" + rack + "/progress");
        var done = "{\"state\": \"done\"}";

        assertThat(crew.refusal(bram.actor(), "PUT", path, done, crew.tag())).isEqualTo("forbidden");
        assertThat(crew.answer(crew.manager, "PUT", path, done, crew.tag()).getStatus())
                .isEqualTo(200);
    }

    @Test
    void whatCantHaveHappenedIsRefused() throws Exception {
        var rack = crew.task("Rack", 1, dewi);
        var path = crew.at("/tasks/" + rack + "/progress");

        for (var report : List.of(
                "{}",
                "{\"state\": \"done\", \"finished\": \"2027-02-03T08:00:00Z\"}",
                "{\"state\": \"begun\", \"remainingMinutes\": -1}",
                "{\"state\": \"done\", \"started\": \"2027-02-01T07:00:00Z\", \"finished\": \"2027-01-31T07:00:00Z\"}"))
            assertThat(crew.refusal(dewi.actor(), "PUT", path, report, crew.tag()))
                    .as(report)
                    .isEqualTo("invalid-value");
        assertThat(crew.refusal(dewi.actor(), "PUT", path, "{\"state\": \"done\"}", null))
                .isEqualTo("version-missing");
    }

    @Test
    void twoWhoTellOfTheSameTaskAreToldOfEachOther() throws Exception {
        var rack = crew.task("Rack", 1, dewi);
        var seen = crew.tag();
        tell(rack, "{\"state\": \"begun\", \"remainingMinutes\": 60}");

        var code = crew.refusal(
                crew.manager, "PUT", crew.at("/tasks/" + rack + "/progress"), "{\"state\": \"done\"}", seen);

        assertThat(code).isEqualTo("plan-conflict");
    }

    @Test
    void isFoundByIndexesAlone() throws Exception {
        // In almost empty tables each way costs the same.
        jdbc.sql("""
                insert into people.booking (project, task, person, starts, ends, units)
                select gen_random_uuid(), gen_random_uuid(), (select min(id::text)::uuid from people.person),
                    timestamptz '2020-01-01' + n * interval '1 hour', timestamptz '2020-01-01 01:00' + n * interval '1 hour', 100
                from generate_series(1, 2000) n
                """).update();
        jdbc.sql("""
                insert into planning.task (project, id, rank, document, version)
                select (select min(id::text)::uuid from planning.project), 'many' || n, n, '{}', 1
                from generate_series(1, 2000) n
                """).update();
        jdbc.sql("analyze people.booking, planning.task").update();
        jdbc.sql("set local enable_seqscan = off").update();
        var way = String.join(
                "\n",
                jdbc.sql("""
                        explain select 1 from people.booking b join planning.task t on t.project = b.project
                            and length(t.id) <> 36 and planning.booked_as(t.project, t.id) = b.task
                        where b.person = '00000000-0000-4000-8000-000000000000' and b.ends > now()
                        """)
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list());

        assertThat(way).contains("booking_person").contains("task_booked_as");
    }
}
