package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may see and decide what about a person's time, beyond what a role allows everywhere: the person, and their
/// lead.
@Component
class TimeRights {
    private static final String SICK = "sick";

    /// The kind of an absence, and its note.
    boolean seesKinds(Caller caller, Person person) {
        return isSelf(caller, person)
                || isLead(caller, person)
                || caller.where(Permission.ABSENCE_KINDS_SEE).company();
    }

    /// Who is sick says so; whatever else somebody is away for, their lead grants, where they have one.
    ///
    /// @throws Problem unless the caller may say that the person will be away
    void needAdding(Caller caller, Person person, @Nullable String kind) {
        needAbsences(caller, person);
        boolean own = isSelf(caller, person)
                && !isLead(caller, person)
                && !caller.where(Permission.PEOPLE_EDIT).company();
        if (own && person.lead() != null && !SICK.equals(kind))
            throw Problem.forbidden().hint("Ask for it; their lead grants it. Who is sick says so without asking.");
    }

    /// @throws Problem unless the caller may say when the person is away
    void needAbsences(Caller caller, Person person) {
        if (isSelf(caller, person)
                || isLead(caller, person)
                || caller.where(Permission.PEOPLE_EDIT).company()) return;
        throw Problem.forbidden().hint("The person, their lead or an administrator can do it.");
    }

    /// Whether the caller grants requests for the person: their lead; whoever may grant at all if they have none; an
    /// administrator.
    boolean grants(Caller caller, Person person) {
        if (caller.where(Permission.PEOPLE_EDIT).company()) return true;
        if (!caller.may(Permission.TIME_GRANT)) return false;
        return person.lead() == null || isLead(caller, person);
    }

    static boolean isSelf(Caller caller, Person person) {
        return person.id().equals(caller.person());
    }

    private static boolean isLead(Caller caller, Person person) {
        return person.lead() != null && person.lead().equals(caller.person());
    }
}
