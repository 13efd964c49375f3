package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.people.Appointments;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The meetings at which somebody is, of projects that they see.
@Component
class OwnMeetings {
    private final List<Appointments> appointments;
    private final Scopes scopes;

    OwnMeetings(List<Appointments> appointments, Scopes scopes) {
        this.appointments = appointments;
        this.scopes = scopes;
    }

    /// Those that touch `[from, to)`, by their begin.
    List<MyWork.Met> of(Caller caller, UUID person, Instant from, Instant to) {
        var seen = new HashMap<UUID, Boolean>();
        return appointments.stream()
                .flatMap(each -> each.of(Set.of(person), from, to).stream())
                .filter(each -> seen.computeIfAbsent(each.project(), project -> sees(caller, project)))
                .map(OwnMeetings::met)
                .toList();
    }

    private boolean sees(Caller caller, UUID project) {
        return caller.may(Permission.WORK_SEE, project, scopes.client(project).orElse(null));
    }

    private static MyWork.Met met(Appointments.Appointment of) {
        return new MyWork.Met(
                of.project(),
                of.projectName(),
                of.meeting(),
                of.title(),
                of.place(),
                of.link(),
                of.day(),
                of.from(),
                of.to());
    }
}
