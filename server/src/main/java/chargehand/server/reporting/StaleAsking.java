package chargehand.server.reporting;

import chargehand.server.identity.Companies;
import chargehand.server.planning.Accountables;
import chargehand.server.reporting.StaleFacts.StaleFact;
import chargehand.server.work.TaskAsking;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks the owners of facts that are older than they should be, on working days from eight in the morning on: those
/// who work on a task of which nobody has said anything, and whoever answers for a project whose forecast is of an
/// older plan. Once, until something is said about it or five working days are over.
@Component
class StaleAsking {
    private static final Logger LOG = LoggerFactory.getLogger(StaleAsking.class);
    private static final int PATIENCE = 5;

    private final StaleFacts facts;
    private final TaskAsking tasks;
    private final UpdateLetters letters;
    private final Accountables accountables;
    private final Companies companies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaleAsking(
            StaleFacts facts,
            TaskAsking tasks,
            UpdateLetters letters,
            Accountables accountables,
            Companies companies,
            TransactionTemplate transaction,
            Clock clock) {
        this.facts = facts;
        this.tasks = tasks;
        this.letters = letters;
        this.accountables = accountables;
        this.companies = companies;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT12M", fixedDelayString = "PT1H")
    void ask() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var here = now.atZone(ZoneId.of(companies.get().zone()));
        if (!Workday.hasBegun(here)) return;
        var morning = here.truncatedTo(ChronoUnit.DAYS).toInstant();
        var asked = QuestionEscalating.workingDaysBefore(here, PATIENCE).toInstant();
        for (var each : facts.unasked(morning, now.minus(1, ChronoUnit.DAYS), asked)) {
            try {
                transaction.executeWithoutResult(_ -> ask(each, now, asked));
            } catch (RuntimeException failed) {
                LOG.warn("The owner of a stale fact could not be asked: {}", failed.getMessage());
            }
        }
    }

    private void ask(StaleFact fact, Instant now, Instant asked) {
        if (!facts.note(fact, now, asked)) return;
        facts.asked(
                fact,
                fact.isForecast()
                        ? askAnswering(fact.project(), fact.since())
                        : tasks.ask(fact.project(), fact.task(), fact.since()));
    }

    private List<UUID> askAnswering(UUID project, Instant asOf) {
        var whom = accountables.answering(project, clock.instant());
        letters.stale(project, asOf, whom);
        return whom;
    }
}
