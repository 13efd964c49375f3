package chargehand.server.reporting;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Role;
import chargehand.server.identity.Scopes;
import chargehand.server.planning.Accountables;
import chargehand.server.reporting.Update.Audience;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who belongs to which audience of a project.
@Component
class Audiences {
    private final Recipients recipients;
    private final Accountables accountables;
    private final Accounts accounts;
    private final Scopes scopes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Audiences(
            Recipients recipients,
            Accountables accountables,
            Accounts accounts,
            Scopes scopes,
            JdbcClient jdbc,
            Clock clock) {
        this.recipients = recipients;
        this.accountables = accountables;
        this.accounts = accounts;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Clients: the client's people. Officials: those of the company and of the client. Managers: who answers for the
    /// project, and the leads of its people. Workers: the people of its team, and subcontractors in it.
    Set<UUID> of(UUID project, Audience audience) {
        return switch (audience) {
            case client -> new LinkedHashSet<>(recipients.clientsOf(project));
            case official -> new LinkedHashSet<>(recipients.withRole(project, Role.OFFICIAL));
            case manager -> {
                var all = new LinkedHashSet<>(accountables.answering(project, clock.instant()));
                all.addAll(accountsOf(persons(project, "p.lead")));
                yield all;
            }
            case worker -> {
                var all = new LinkedHashSet<>(accountsOf(persons(project, "p.id")));
                all.addAll(recipients.withRole(project, Role.SUBCONTRACTOR));
                yield all;
            }
        };
    }

    private List<UUID> accountsOf(List<UUID> persons) {
        return accounts.ofPersons(persons).values().stream()
                .map(AccountName::id)
                .sorted()
                .toList();
    }

    private List<UUID> persons(UUID project, String which) {
        return jdbc.sql("select distinct " + which + " as id from planning.team_member t "
                        + "join people.person p on p.id = t.person where t.project = :project and " + which
                        + " is not null")
                .param("project", project)
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /// Whoever plans sees all; others what was released to them, or to the client.
    boolean sees(Caller caller, Update update) {
        if (plans(caller, update.project())) return true;
        if (!update.isReleased()) return false;
        return update.audience() == Audience.client
                || of(update.project(), update.audience()).contains(caller.account());
    }

    boolean plans(Caller caller, UUID project) {
        return caller.may(Permission.PLAN_EDIT, project, scopes.client(project).orElse(null));
    }
}
