package chargehand.server.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.reporting.Portfolio.Row;
import chargehand.server.reporting.SearchController.Found;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class PortfolioTest {
    private static final Caller ADMINISTRATOR = caller(Role.ADMINISTRATOR, null, null);
    private static final UUID HOSPITAL = new UUID(0x7000, 11);
    private static final UUID WATERWORKS = new UUID(0x7000, 12);

    @Autowired
    PortfolioReading portfolio;

    @Autowired
    Searching searching;

    @Autowired
    PlanEditing planning;

    @Autowired
    PeopleEditing people;

    @Autowired
    JdbcClient jdbc;

    UUID app = new UUID(0, 0);
    UUID room = new UUID(0, 0);

    @BeforeEach
    void twoProjectsOfTwoClients() throws Exception {
        for (var client : List.of(HOSPITAL, WATERWORKS))
            jdbc.sql("insert into identity.client (id, name, version, since) values (:id, :name, 1, now())")
                    .param("id", client)
                    .param("name", client.equals(HOSPITAL) ? "Northgate Hospital" : "City Waterworks")
                    .update();
        app = project("patient-app.json", HOSPITAL);
        room = project("server-room.csv", WATERWORKS);
    }

    private UUID project(String file, UUID client) throws Exception {
        var plan = PlanFiles.read(Path.of("../examples/harbour", file), new Reading(ZoneId.of("Europe/Berlin"), null))
                .plan();
        return planning.create(ADMINISTRATOR, new NewProject(client, Project.Kind.software), plan);
    }

    @Test
    void hasARowAProjectWithItsDatesAndWhatWaits() {
        var row = row(portfolio.read(ADMINISTRATOR), app);

        assertEquals("Patient app for Northgate Hospital", row.name());
        assertNotNull(row.plannedFinish());
        assertNotNull(row.promise());
        assertTrue(row.milestones().stream().anyMatch(each -> each.name().equals("In use in all wards")));
        assertTrue(row.decisions().stream().anyMatch(each -> each.code().equals("no-accountable")));
        assertTrue(row.done() >= 0 && row.done() < 1);
    }

    @Test
    void showsOnlyWhatTheCallerMaySee() {
        assertEquals(
                0,
                portfolio.read(caller(Role.CLIENT, HOSPITAL, null)).projects().size(),
                "a client has the portal");
        var ofClient = portfolio.read(caller(Role.MANAGER, HOSPITAL, null));
        assertEquals(List.of(app), ofClient.projects().stream().map(Row::id).toList());
        var ofProject = portfolio.read(caller(Role.MANAGER, WATERWORKS, room));
        assertEquals(List.of(room), ofProject.projects().stream().map(Row::id).toList());
        assertEquals(
                2, portfolio.read(caller(Role.OFFICIAL, null, null)).projects().size());
        assertEquals(
                0,
                portfolio.read(caller(Role.SUBCONTRACTOR, null, app)).projects().size());
    }

    @Test
    void findsProjectsTasksPeopleAndClientsTheBestFirst() {
        people.create(PersonWrite.named("Rackham Berg"), ADMINISTRATOR);

        assertEquals(
                List.of("person Rackham Berg", "task Racks and cabling"),
                texts("rack", ADMINISTRATOR).stream().limit(2).toList());
        assertEquals(
                List.of("client Northgate Hospital", "project Patient app for Northgate Hospital"),
                texts("northgate", ADMINISTRATOR));
        assertEquals(
                List.of("task Racks and cabling"),
                texts("cabling rack", ADMINISTRATOR).stream()
                        .filter(each -> each.contains("Racks and"))
                        .toList());
        assertEquals(List.of(), texts("%", ADMINISTRATOR));
        assertEquals(List.of(), texts("' | & !", ADMINISTRATOR));
    }

    @Test
    void findsNothingOfForeignClients() {
        var foreign = caller(Role.CLIENT, WATERWORKS, null);

        assertEquals(List.of(), texts("northgate", foreign));
        assertEquals(List.of(), texts("ward", foreign));
        assertFalse(texts("ward", ADMINISTRATOR).isEmpty());
        people.create(PersonWrite.named("Wardell Berg"), ADMINISTRATOR);
        assertEquals(List.of(), texts("wardell", foreign), "nor who works here");
    }

    @Test
    void looksUpTasksByAnIndex() {
        jdbc.sql("set local enable_seqscan = off").update();

        var way = String.join(
                "\n",
                jdbc.sql("""
                        explain select 1 from planning.task t where to_tsvector('simple'::regconfig,
                            coalesce(t.document #>> '{task,name}', '')) @@ to_tsquery('simple', 'rack:*')
                        """)
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list());

        assertTrue(way.contains("task_words"), way);
    }

    private List<String> texts(String words, Caller caller) {
        return searching.search(words, caller).stream()
                .map((Found each) -> each.noun() + " " + each.name())
                .toList();
    }

    private static Row row(Portfolio portfolio, UUID project) {
        return portfolio.projects().stream()
                .filter(each -> each.id().equals(project))
                .findFirst()
                .orElseThrow();
    }

    private static Caller caller(Role role, @Nullable UUID client, @Nullable UUID project) {
        return new Caller(UUID.randomUUID(), "Edda", null, List.of(new Caller.Grant(role, client, project)));
    }
}
