package chargehand.server.planning;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Resource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Work that somebody was told for a day soon and would have on another, or not at all.
///
/// @param person as the plan knows them, and `name` what they are called
/// @param title what the task is called
/// @param from when it begins today, and `until` when it ends
@Schema(name = "LostDay")
record LostDay(String person, String name, String task, String title, Instant from, Instant until) {
    /// What is later than this may well move again: nobody has arranged themselves for it.
    private static final Duration SOON = Duration.ofDays(14);

    /// Those that the moves would take, the first one first.
    static List<LostDay> of(LivePlan live, List<ScheduledTask> moves, Instant now) {
        var names = live.plan().resources().stream().collect(Collectors.toMap(Resource::id, Resource::name));
        var places = live.places();
        var lost = new ArrayList<LostDay>();
        for (var move : moves) {
            var place = places.get(move.task());
            if (place == null || live.plan().tasks().get(place).isSummary()) continue;
            for (var told : live.calendar().tasks().get(place).assignments()) {
                boolean soon = told.finish().isAfter(now) && told.start().isBefore(now.plus(SOON));
                if (!soon || isKept(told, move, live.plan().zone())) continue;
                lost.add(new LostDay(
                        told.resource().value(),
                        names.getOrDefault(told.resource(), told.resource().value()),
                        move.task().value(),
                        live.plan().tasks().get(place).name(),
                        told.start(),
                        told.finish()));
            }
        }
        lost.sort(Comparator.comparing(LostDay::from).thenComparing(LostDay::name));
        return lost;
    }

    private static boolean isKept(ScheduledAssignment told, ScheduledTask move, ZoneId zone) {
        return move.assignments().stream()
                .anyMatch(each -> each.resource().equals(told.resource())
                        && each.start()
                                .atZone(zone)
                                .toLocalDate()
                                .equals(told.start().atZone(zone).toLocalDate()));
    }
}
