package chargehand.server.work;

import chargehand.server.identity.Accounts;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever sees to a need is reminded the day before it is due, and once more when the day is over.
@Component
class NeedReminding {
    private final Needed needs;
    private final OwnTasks tasks;
    private final Accounts accounts;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NeedReminding(
            Needed needs,
            OwnTasks tasks,
            Accounts accounts,
            Notices notices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.needs = needs;
        this.tasks = tasks;
        this.accounts = accounts;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT20M")
    void remind() {
        for (var need : due()) transaction.executeWithoutResult(_ -> remind(need));
    }

    /// Those that might be: the day is cut in each project's own zone.
    private List<UUID> due() {
        return jdbc.sql("""
                select n.id from work.need n
                where n.state = 'open' and n.owner is not null and n.due <= :day and not exists (
                    select from work.need_reminder r where r.need = n.id and r.due = n.due and r.late)
                order by n.due, n.id limit 500
                """)
                .param(
                        "day",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private void remind(UUID id) {
        var need = needs.find(id).orElse(null);
        if (need == null || need.due() == null || need.owner() == null) return;
        var day = need.due();
        var key = new TaskKey(need.project(), need.task());
        var task = tasks.heads(List.of(key)).get(key);
        var account = accounts.ofPersons(List.of(need.owner())).get(need.owner());
        if (task == null || account == null) return;
        var today = LocalDate.ofInstant(clock.instant(), task.zone());
        if (day.isAfter(today.plusDays(1)) || !note(id, day, day.isBefore(today))) return;
        notices.tell(
                List.of(account.id()),
                new Occasion(Kind.NEED, need.project(), false, null),
                words -> WorkLetters.due(words, need, day, task, day.isBefore(today)));
    }

    /// @return false if it was said already, on whichever node
    private boolean note(UUID need, LocalDate due, boolean late) {
        return jdbc.sql("""
                        insert into work.need_reminder (need, due, late, at) values (:need, :due, :late, :at)
                        on conflict do nothing
                        """)
                        .param("need", need)
                        .param("due", due)
                        .param("late", late)
                        .param("at", Needed.utc(clock.instant()))
                        .update()
                > 0;
    }
}
