package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.identity.Scopes.Place;
import chargehand.server.people.Appointments.Appointment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The meetings at which somebody is, of projects that they see.
@Component
class OwnMeetings {
    private final Scopes scopes;

    OwnMeetings(Scopes scopes) {
        this.scopes = scopes;
    }

    /// Of these appointments those that touch `[from, to)`, in their order.
    List<MyWork.Met> among(Caller caller, List<Appointment> all, Instant from, Instant to) {
        var near = all.stream()
                .filter(each -> each.from().isBefore(to) && each.to().isAfter(from))
                .toList();
        if (near.isEmpty()) return List.of();
        var places = scopes.places(near.stream().map(Appointment::project).collect(Collectors.toSet()));
        return near.stream()
                .filter(each -> sees(caller, each.project(), places.get(each.project())))
                .map(OwnMeetings::met)
                .toList();
    }

    private static boolean sees(Caller caller, UUID project, @Nullable Place place) {
        return caller.may(Permission.WORK_SEE, project, place == null ? null : place.client());
    }

    private static MyWork.Met met(Appointment of) {
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
