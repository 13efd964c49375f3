package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is different between a plan with its calendar and the one before.
///
/// @param written places of new or changed tasks in the new plan
/// @param moved places of those that are scheduled otherwise, new ones included
/// @param reassigned places of those of them that others work on, or with another share
/// @param floated places of those whose float or criticality differs
/// @param removed tasks that are gone
/// @param before where moved and removed tasks were
record PlanDifference(
        BitSet written,
        BitSet moved,
        BitSet reassigned,
        BitSet floated,
        List<TaskId> removed,
        List<ScheduledTask> before,
        List<Link> addedLinks,
        List<Link> removedLinks,
        boolean ordered) {
    static PlanDifference between(LivePlan old, WrittenPlan plan, Calendar calendar) {
        return new Comparison(old, plan, calendar).difference();
    }

    boolean isNothing() {
        return written.isEmpty()
                && moved.isEmpty()
                && removed.isEmpty()
                && addedLinks.isEmpty()
                && removedLinks.isEmpty();
    }

    private static final class Comparison {
        private final LivePlan old;
        private final WrittenPlan plan;
        private final Calendar calendar;
        private final Map<TaskId, Integer> places = new HashMap<>();
        private final BitSet written = new BitSet();
        private final BitSet moved = new BitSet();
        private final BitSet reassigned = new BitSet();
        private final BitSet floated = new BitSet();
        private final List<ScheduledTask> before = new ArrayList<>();
        private boolean ordered;

        Comparison(LivePlan old, WrittenPlan plan, Calendar calendar) {
            this.old = old;
            this.plan = plan;
            this.calendar = calendar;
        }

        PlanDifference difference() {
            var rows = plan.rows();
            ordered = rows.size() != old.written().rows().size();
            for (int i = 0; i < rows.size(); i++) compare(i, rows.get(i));
            var removed = ordered || !places.isEmpty() ? removed() : List.<TaskId>of();
            var links = links();
            return new PlanDifference(
                    written, moved, reassigned, floated, removed, before, links.getFirst(), links.getLast(), ordered);
        }

        private void compare(int place, TaskRow row) {
            int was = placeBefore(place, row.id());
            if (was != place) ordered = true;
            if (was < 0) {
                written.set(place);
                moved.set(place);
                floated.set(place);
                return;
            }
            var oldRow = old.written().rows().get(was);
            if (oldRow != row && !oldRow.equals(row)) written.set(place);
            if (!java.util.Objects.equals(oldRow.parent(), row.parent())) ordered = true;
            var scheduled = calendar.tasks().get(place);
            var scheduledBefore = old.calendar().tasks().get(was);
            if (!samePlace(scheduledBefore, scheduled)) {
                moved.set(place);
                before.add(scheduledBefore);
                if (!sameWho(scheduledBefore, scheduled)) reassigned.set(place);
            }
            boolean sameFloat = scheduledBefore.totalFloat().equals(scheduled.totalFloat())
                    && scheduledBefore.critical() == scheduled.critical();
            if (!sameFloat) floated.set(place);
        }

        private int placeBefore(int place, TaskId id) {
            var rows = old.written().rows();
            if (place < rows.size() && rows.get(place).id().equals(id)) return place;
            if (places.isEmpty())
                for (int i = 0; i < rows.size(); i++) places.put(rows.get(i).id(), i);
            return places.getOrDefault(id, -1);
        }

        private List<TaskId> removed() {
            var now = new HashSet<TaskId>();
            for (var row : plan.rows()) now.add(row.id());
            var removed = new ArrayList<TaskId>();
            for (int i = 0; i < old.written().rows().size(); i++) {
                var id = old.written().rows().get(i).id();
                if (now.contains(id)) continue;
                removed.add(id);
                before.add(old.calendar().tasks().get(i));
            }
            return removed;
        }

        /// Both lists are in the same order, so one walk finds what is new and what is gone.
        private List<List<Link>> links() {
            var added = new ArrayList<Link>();
            var gone = new ArrayList<Link>();
            var was = old.written().links();
            var is = plan.links();
            if (was == is) return List.of(added, gone);
            int w = 0;
            int i = 0;
            while (w < was.size() || i < is.size()) {
                if (w < was.size() && i < is.size() && was.get(w) == is.get(i)) {
                    w++;
                    i++;
                    continue;
                }
                int order = order(w < was.size() ? was.get(w) : null, i < is.size() ? is.get(i) : null);
                if (order < 0) gone.add(was.get(w++));
                else if (order > 0) added.add(is.get(i++));
                else if (!was.get(w++).equals(is.get(i++))) added.add(is.get(i - 1));
            }
            return List.of(added, gone);
        }

        private static int order(@Nullable Link was, @Nullable Link is) {
            if (was == null) return 1;
            if (is == null) return -1;
            return WrittenPlan.BY_ENDS.compare(was, is);
        }
    }

    private static boolean sameWho(ScheduledTask one, ScheduledTask other) {
        var before = one.assignments();
        var after = other.assignments();
        if (before.size() != after.size()) return false;
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).units() != after.get(i).units()) return false;
            if (!before.get(i).resource().equals(after.get(i).resource())) return false;
        }
        return true;
    }

    static boolean samePlace(ScheduledTask one, ScheduledTask other) {
        return one.start().equals(other.start())
                && one.finish().equals(other.finish())
                && one.assignments().equals(other.assignments());
    }
}
