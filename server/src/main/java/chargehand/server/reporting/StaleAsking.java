package chargehand.server.reporting;

import chargehand.server.identity.Companies;
import chargehand.server.planning.Accountables;
import chargehand.server.reporting.StaleFacts.StaleFact;
import chargehand.server.work.TaskAsking;
import chargehand.server.work.TaskAsking.Silent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks the owners of facts that are older than they should be, on working days from eight in the morning on: those
/// who work on a task of which nobody has said anything, and whoever answers for a project whose forecast is of an
/// older plan. Once, until something is said about it or five working days are over; nobody about more than a few tasks
/// a day, and those of a project in one notice.
@Component
class StaleAsking {
    private static final Logger LOG = LoggerFactory.getLogger(StaleAsking.class);
    private static final int PATIENCE = 5;
    private static final int MOST_A_DAY = 5;

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
        if (!companies.isSetUp()) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var here = now.atZone(ZoneId.of(companies.get().zone()));
        if (!Workday.hasBegun(here)) return;
        var morning = here.truncatedTo(ChronoUnit.DAYS).toInstant();
        var asked = QuestionEscalating.workingDaysBefore(here, PATIENCE).toInstant();
        var begun = QuestionEscalating.workingDaysBefore(here, 1).toInstant();
        var byProject = new LinkedHashMap<UUID, List<StaleFact>>();
        for (var each : facts.unasked(now, morning, begun, asked))
            byProject.computeIfAbsent(each.project(), _ -> new ArrayList<>()).add(each);
        byProject.forEach((project, stale) -> {
            try {
                transaction.executeWithoutResult(_ -> ask(project, stale, new Moments(now, morning, asked)));
            } catch (RuntimeException failed) {
                LOG.warn("The owners of stale facts could not be asked: {}", failed.getMessage());
            }
        });
    }

    /// @param asked what was asked before may be asked again
    private record Moments(Instant now, Instant morning, Instant asked) {}

    private void ask(UUID project, List<StaleFact> stale, Moments moments) {
        askWorking(project, stale.stream().filter(each -> !each.isForecast()).toList(), moments);
        for (var each : stale)
            if (each.isForecast() && facts.note(each, moments.now(), moments.asked()))
                facts.asked(each, askAnswering(project, each.since()));
    }

    /// Of what nobody works on who can be asked, it is noted; what is too much for today comes tomorrow.
    private void askWorking(UUID project, List<StaleFact> stale, Moments moments) {
        var working =
                tasks.whoWorksOn(project, stale.stream().map(StaleFact::task).toList());
        var today = facts.askedSince(moments.morning());
        var silent = new ArrayList<Silent>();
        for (var each : stale) {
            var all = working.getOrDefault(each.task(), List.of());
            var whom = all.stream()
                    .filter(account -> today.getOrDefault(account, 0) < MOST_A_DAY)
                    .toList();
            boolean isTooMuch = whom.isEmpty() && !all.isEmpty();
            if (isTooMuch || !facts.note(each, moments.now(), moments.asked())) continue;
            facts.asked(each, whom);
            whom.forEach(account -> today.merge(account, 1, Integer::sum));
            if (!whom.isEmpty()) silent.add(new Silent(each.task(), each.since(), whom));
        }
        tasks.ask(project, silent);
    }

    private List<UUID> askAnswering(UUID project, Instant asOf) {
        var whom = accountables.answering(project, clock.instant());
        letters.stale(project, asOf, whom);
        return whom;
    }
}
