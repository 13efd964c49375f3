package chargehand.engine.network;

import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was compiled for one plan, to be used again for the next where that is the same: after an edit, most of it. Not
/// to be shared between threads.
public final class Compiled {
    private final Map<WorkingCalendar, WorkingTable> tables = new IdentityHashMap<>();
    private int base;
    private int end;
    private List<Task> tasks = List.of();
    private Map<TaskId, Integer> positions = Map.of();
    private @Nullable List<Link> links;
    private int[] linkEnds = {};
    private @Nullable Network latest;
    private @Nullable Instant now;
    private int reach;

    /// The network of a plan: where it differs from the latest in a few tasks only, just these are compiled.
    Network network(Plan plan, @Nullable Instant now, int reach) {
        var edited = latest != null && isSameTime(plan, now, reach) ? FewChanges.of(latest, plan) : null;
        latest = edited == null ? new NetworkBuilder(plan, now, reach, this).build() : edited;
        this.now = now;
        this.reach = reach;
        return latest;
    }

    private boolean isSameTime(Plan plan, @Nullable Instant now, int reach) {
        if (!Objects.equals(now, this.now) || reach != this.reach) return false;
        var span = new WrittenSpan(plan, now);
        return span.base() == base && span.end(reach) == end;
    }

    WorkingTable table(WorkingCalendar calendar, int from, int to) {
        if (from != base || to != end) tables.clear();
        base = from;
        end = to;
        return tables.computeIfAbsent(calendar, each -> WorkingTable.of(each, from, to));
    }

    /// The place of each task.
    Map<TaskId, Integer> positions(Plan plan) {
        if (!sameIds(tasks, plan.tasks())) {
            positions = plan.positions();
            links = null;
        }
        tasks = plan.tasks();
        return positions;
    }

    private static boolean sameIds(List<Task> some, List<Task> others) {
        if (some == others) return true;
        if (some.size() != others.size()) return false;
        for (int i = 0; i < some.size(); i++)
            if (some.get(i) != others.get(i)
                    && !some.get(i).id().equals(others.get(i).id())) return false;
        return true;
    }

    /// For each link the places of its predecessor and successor, -1 where there is no such task.
    int[] linkEnds(Plan plan) {
        var places = positions(plan);
        if (links == plan.links()) return linkEnds;
        links = plan.links();
        linkEnds = new int[2 * links.size()];
        for (int i = 0; i < links.size(); i++) {
            linkEnds[2 * i] = places.getOrDefault(links.get(i).predecessor(), -1);
            linkEnds[2 * i + 1] = places.getOrDefault(links.get(i).successor(), -1);
        }
        return linkEnds;
    }
}
