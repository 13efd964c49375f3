package chargehand.server.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.PlanFiles;
import chargehand.files.Reading;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// When all open projects are done.
@ServerTest
@Transactional
class PortfolioForecastTest {
    private static final Caller GRETA = Caller.SYSTEM;

    @Autowired
    PortfolioForecast portfolio;

    @Autowired
    PlanEditing planning;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void aCompany() {
        world.company();
        // What other tests left behind is none of it.
        jdbc.sql("update planning.project set finished = true").update();
    }

    private UUID project(String name, int days, String deadline) throws Exception {
        var file = Files.writeString(folder.resolve(name + ".json"), """
                {"name": "%s", "start": "2027-02-01", "zone": "Europe/Berlin", "tasks": [
                    {"id": "all", "name": "All of it", "deadline": "%s", "tasks": [
                        {"id": "work", "name": "Work", "work": "%dd"}]}]}
                """.formatted(name, deadline, days));
        var plan = PlanFiles.read(file, new Reading(ZoneId.of("Europe/Berlin"), null))
                .plan();
        return planning.create(GRETA, new NewProject(null, Project.Kind.software), plan);
    }

    @Test
    void isThatOfWhicheverProjectEndsLastInEachRun() throws Exception {
        var one = project("One", 20, "2027-03-02");
        project("Other", 20, "2027-03-02");
        project("Short", 1, "2027-12-01");

        var all = portfolio.of(GRETA);

        assertEquals(3, all.projects().size());
        assertEquals(3, all.promises());
        var rows = all.projects();
        assertEquals(1, rows.stream().mapToDouble(PortfolioForecast.Row::last).sum(), 0.002);
        assertEquals(0.5, row(all, one).last(), 0.1, "each of two that are alike is the last as often");
        double kept = Objects.requireNonNull(row(all, one).kept());
        assertTrue(kept > 0.4 && kept < 0.9, "kept with " + kept);
        assertEquals(kept * kept, all.kept(), 0.08, "both, and they have nothing in common");
        assertTrue(all.finish().get(2).isAfter(row(all, one).finish().get(2)), "the last of two is later than one");
        assertTrue(all.days().getLast().by() >= 0.999);
    }

    private static PortfolioForecast.Row row(PortfolioForecast.View all, UUID project) {
        return all.projects().stream()
                .filter(each -> each.project().equals(project))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysNothingWhereNothingIsOpen() {
        var none = portfolio.of(GRETA);

        assertEquals(0, none.runs());
        assertTrue(none.finish().isEmpty() && none.days().isEmpty());
        assertFalse(none.promises() > 0);
    }
}
