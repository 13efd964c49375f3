package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.people.Person;
import chargehand.server.people.TimeOwners;
import chargehand.server.shared.Problem;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Who may tell and approve somebody's hours.
@Component
class SheetRights {
    private final TimeOwners owners;
    private final Scopes scopes;

    SheetRights(TimeOwners owners, Scopes scopes) {
        this.owners = owners;
        this.scopes = scopes;
    }

    /// The person; for them, their lead or an administrator.
    boolean tells(Caller caller, Person person) {
        return person.id().equals(caller.person()) || owners.owns(caller, person);
    }

    /// Their lead, or an administrator; of somebody without a lead also whoever plans all projects of the sheet. Nobody
    /// approves their own.
    boolean approves(Caller caller, Person person, Sheet sheet) {
        if (person.id().equals(caller.person())) return false;
        return owners.owns(caller, person) || person.lead() == null && plansAll(caller, sheet);
    }

    private boolean plansAll(Caller caller, Sheet sheet) {
        var projects = sheet.lines().stream()
                .map(Sheet.Line::project)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return !projects.isEmpty()
                && projects.stream()
                        .allMatch(each -> caller.may(
                                Permission.PLAN_EDIT, each, scopes.client(each).orElse(null)));
    }

    /// @throws Problem 404 for whoever neither tells nor approves it
    void needSeen(Caller caller, Person person, Sheet sheet) {
        if (!tells(caller, person) && !approves(caller, person, sheet)) throw Problem.notFound();
    }

    void needTelling(Caller caller, Person person, Sheet sheet) {
        needSeen(caller, person, sheet);
        if (!tells(caller, person))
            throw Problem.forbidden().hint("The person, their lead or an administrator can do it.");
    }

    void needApproving(Caller caller, Person person, Sheet sheet) {
        needSeen(caller, person, sheet);
        if (!approves(caller, person, sheet))
            throw Problem.forbidden()
                    .hint("Their lead can do it; without a lead, who plans all its projects; nobody their own.");
    }
}
