package chargehand.server.work;

import chargehand.server.planning.PlanRemarks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Needs that would stop a plan: nobody sees to one, it comes after its task should begin, or its day is over.
@Component
class NeedRemarks implements PlanRemarks {
    private final Needed needs;
    private final Clock clock;

    NeedRemarks(Needed needs, Clock clock) {
        this.needs = needs;
        this.clock = clock;
    }

    @Override
    public List<Remark> of(UUID project, ZoneId zone, Function<String, @Nullable Instant> startOf) {
        var open = needs.open(project);
        if (open.isEmpty()) return List.of();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var remarks = new ArrayList<Remark>();
        for (var need : open) {
            var start = startOf.apply(need.task());
            if (start == null) continue;
            if (need.isUnowned()) remarks.add(unowned(need, start));
            if (need.due() == null) continue;
            if (need.due().isBefore(today)) remarks.add(overdue(need, need.due()));
            else if (need.due().isAfter(LocalDate.ofInstant(start, zone)) && start.isAfter(clock.instant()))
                remarks.add(late(need, need.due(), start));
        }
        return remarks;
    }

    private static Remark unowned(Need need, Instant start) {
        return new Remark(
                Code.NEED_UNOWNED,
                need.task(),
                values(need, Map.of("start", start.toString())),
                "Nobody sees to “%s”, which is needed.".formatted(need.what()),
                "Say who sees to it and by when, before the task should begin.");
    }

    private static Remark late(Need need, LocalDate due, Instant start) {
        return new Remark(
                Code.NEED_LATE,
                need.task(),
                values(need, Map.of("due", due.toString(), "start", start.toString())),
                "“%s” is due on %s, after the task is planned to begin.".formatted(need.what(), due),
                "Maybe get it earlier, or let the task wait for it.");
    }

    private static Remark overdue(Need need, LocalDate due) {
        return new Remark(
                Code.NEED_OVERDUE,
                need.task(),
                values(need, Map.of("due", due.toString())),
                "“%s” was due on %s and is not there.".formatted(need.what(), due),
                "Ask who sees to it, and agree on another day.");
    }

    private static Map<String, Object> values(Need need, Map<String, Object> more) {
        var values = new TreeMap<>(more);
        values.put("task", need.task());
        values.put("what", need.what());
        return values;
    }
}
