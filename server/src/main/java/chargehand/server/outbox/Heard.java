package chargehand.server.outbox;

import chargehand.server.identity.Scopes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event with where its project hangs: looked up once, when the event is read, for all who listen.
///
/// @param place null where the event is of no project, or of one that is gone
record Heard(Event event, Scopes.@Nullable Place place) {
    static List<Heard> of(List<Event> events, Scopes scopes) {
        var projects = events.stream()
                .map(Event::scope)
                .filter(EventScope.Project.class::isInstance)
                .map(each -> ((EventScope.Project) each).project())
                .distinct()
                .toList();
        if (projects.isEmpty())
            return events.stream().map(each -> new Heard(each, null)).toList();
        var places = scopes.places(projects);
        return events.stream()
                .map(each -> new Heard(
                        each, each.scope() instanceof EventScope.Project(var project) ? places.get(project) : null))
                .toList();
    }
}
