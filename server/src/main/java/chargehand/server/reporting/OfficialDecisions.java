package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Role;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Update.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits in a project until an official decides it.
@Repository
class OfficialDecisions {
    private static final int MOST = 8;
    private static final Comparator<Decision> BY_DAY =
            Comparator.comparing(Decision::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Accounts accounts;
    private final Projects projects;
    private final Clock clock;

    OfficialDecisions(JdbcClient jdbc, Recipients recipients, Accounts accounts, Projects projects, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.accounts = accounts;
        this.projects = projects;
        this.clock = clock;
    }

    /// What is needed first, first; null where nothing waits.
    ///
    /// @param zone on whose clock a task begins that waits
    @Nullable
    List<Decision> of(UUID project, ZoneId zone) {
        var all = new ArrayList<Decision>();
        if (projects.find(project).map(each -> each.accountable() == null).orElse(false))
            all.add(new Decision(Decision.Kind.accountable, "", null, null));
        needed(project, zone).stream().sorted(BY_DAY).forEach(all::add);
        all.addAll(money(project));
        return all.isEmpty() ? null : all.stream().limit(MOST).toList();
    }

    /// Decisions that tasks wait for and that an official sees to, or nobody; by their day, or else by that on
    /// which the task begins.
    private List<Decision> needed(UUID project, ZoneId zone) {
        var officials = accounts.names(recipients.withRole(project, Role.OFFICIAL)).values().stream()
                .map(AccountName::person)
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        var now = clock.instant();
        return jdbc.sql("""
                select n.what, n.due, s.start, p.name from work.need n
                left join people.person p on p.id = n.owner
                left join planning.scheduled_task s on s.project = n.project and s.task = n.task
                where n.project = :project and n.state = 'open' and n.kind = 'decision'
                    and (n.owner = any(cast(:officials as uuid[])) or n.owner is null and not n.of_client)
                order by n.due nulls last, s.start, n.asked_at, n.id limit :most
                """)
                .param("project", project)
                .param("officials", officials)
                .param("most", MOST)
                .query((row, _) -> new Decision(
                        Decision.Kind.need, row.getString("what"), day(row, zone, now), row.getString("name")))
                .list();
    }

    private static @Nullable LocalDate day(ResultSet row, ZoneId zone, Instant now) throws SQLException {
        var due = row.getObject("due", LocalDate.class);
        var start = row.getObject("start", Integer.class);
        if (due != null || start == null) return due;
        var begins = WorkingTable.instant(start);
        return begins.isAfter(now) ? LocalDate.ofInstant(begins, zone) : null;
    }

    /// What is above the limit, the oldest first; whoever reads this need not see amounts.
    private List<Decision> money(UUID project) {
        return jdbc.sql("""
                select what from (
                    select what, asked_at, id from budget.line where project = :project and approval = 'waiting'
                    union all
                    select why, asked_at, id from budget.reserve_use where project = :project and approval = 'waiting'
                ) waiting order by asked_at, id limit :most
                """)
                .param("project", project)
                .param("most", MOST)
                .query((row, _) -> new Decision(Decision.Kind.money, row.getString("what"), null, null))
                .list();
    }
}
