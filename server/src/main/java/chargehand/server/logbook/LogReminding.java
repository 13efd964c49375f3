package chargehand.server.logbook;

import chargehand.server.identity.Accounts;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever sees to an issue or an assumption is reminded the day before it is due, and once more when the day is over.
@Component
class LogReminding {
    private final Logbook logbook;
    private final Projects projects;
    private final Accounts accounts;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LogReminding(
            Logbook logbook,
            Projects projects,
            Accounts accounts,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.logbook = logbook;
        this.projects = projects;
        this.accounts = accounts;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT20M")
    void remind() {
        // The day is cut in each project's own zone.
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2);
        for (var each : logbook.due(until)) transaction.executeWithoutResult(_ -> remind(each));
    }

    private void remind(LogEntry entry) {
        var day = entry.day();
        var owner = entry.owner();
        var project = projects.find(entry.project()).orElse(null);
        if (day == null || owner == null || project == null) return;
        var account = accounts.ofPersons(List.of(owner)).get(owner);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(project.zone()));
        boolean late = day.isBefore(today);
        if (account == null || day.isAfter(today.plusDays(1)) || !logbook.remind(entry.id(), day, late)) return;
        notices.tell(
                List.of(account.id()),
                new Occasion(Kind.NEED, entry.project(), false, null),
                words -> LogLetters.due(words, entry, day, project.name(), late));
    }
}
