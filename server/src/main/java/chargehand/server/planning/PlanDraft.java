package chargehand.server.planning;

import chargehand.engine.plan.Link;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tasks and links of a plan while changes are made to them.
final class PlanDraft {
    final List<TaskRow> rows;
    final List<Link> links;
    private final Map<TaskId, Integer> places = new HashMap<>();

    PlanDraft(WrittenPlan plan) {
        rows = new ArrayList<>(plan.rows());
        links = new ArrayList<>(plan.links());
    }

    /// Where a task stands, or -1.
    int place(TaskId id) {
        if (places.isEmpty())
            for (int i = 0; i < rows.size(); i++) places.put(rows.get(i).id(), i);
        return places.getOrDefault(id, -1);
    }

    /// The place after the last task beneath the one at `place`.
    int end(int place) {
        var within = new HashSet<TaskId>();
        within.add(rows.get(place).id());
        int end = place + 1;
        while (end < rows.size()
                && rows.get(end).parent() != null
                && within.contains(rows.get(end).parent()))
            within.add(rows.get(end++).id());
        return end;
    }

    boolean hasBeneath(int place) {
        return place + 1 < rows.size()
                && rows.get(place).id().equals(rows.get(place + 1).parent());
    }

    /// The sibling before the task at `place`, or null if it is the first.
    @Nullable
    TaskId siblingBefore(int place) {
        var parent = rows.get(place).parent();
        TaskId before = null;
        for (int i = parent == null ? 0 : place(parent) + 1; i < place; i = end(i))
            before = rows.get(i).id();
        return before;
    }

    private @Nullable TaskId lastBeneath(@Nullable TaskId parent) {
        TaskId last = null;
        int from = parent == null ? 0 : place(parent) + 1;
        for (int i = from;
                i < rows.size() && java.util.Objects.equals(rows.get(i).parent(), parent);
                i = end(i)) last = rows.get(i).id();
        return last;
    }

    /// Puts a task with all beneath it under a parent, after a sibling or first (null); `last` wins. The parent becomes
    /// a summary if it was none.
    void insert(List<TaskRow> subtree, @Nullable TaskId parent, @Nullable TaskId after, boolean last) {
        var before = last ? lastBeneath(parent) : after;
        int at = before == null ? (parent == null ? 0 : place(parent) + 1) : end(place(before));
        var root = subtree.getFirst();
        var placed = new ArrayList<>(subtree);
        placed.set(
                0,
                new TaskRow(
                        root.task().withParent(parent),
                        rank(before, at, parent),
                        root.leaf() == null ? null : root.leaf().withParent(parent)));
        rows.addAll(at, placed);
        places.clear();
        if (parent != null) {
            int above = place(parent);
            if (!rows.get(above).task().isSummary()) rows.set(above, asSummary(rows.get(above)));
        }
    }

    private double rank(@Nullable TaskId before, int at, @Nullable TaskId parent) {
        boolean followed =
                at < rows.size() && java.util.Objects.equals(rows.get(at).parent(), parent);
        if (before == null && !followed) return 1;
        if (before == null) return rows.get(at).rank() - 1;
        double low = rows.get(place(before)).rank();
        if (!followed) return low + 1;
        double middle = (low + rows.get(at).rank()) / 2;
        if (middle > low && middle < rows.get(at).rank()) return middle;
        renumber(parent);
        return rows.get(place(before)).rank() + 0.5;
    }

    private void renumber(@Nullable TaskId parent) {
        double rank = 1;
        int from = parent == null ? 0 : place(parent) + 1;
        for (int i = from;
                i < rows.size() && java.util.Objects.equals(rows.get(i).parent(), parent);
                i = end(i)) rows.set(i, rows.get(i).withRank(rank++));
    }

    /// Takes a task out with all beneath it. A summary that loses its last task is again what it was before.
    List<TaskRow> take(int place) {
        var part = rows.subList(place, end(place));
        var taken = List.copyOf(part);
        part.clear();
        places.clear();
        var parent = taken.getFirst().parent();
        if (parent != null) {
            int above = place(parent);
            if (!hasBeneath(above)) rows.set(above, asLeaf(rows.get(above)));
        }
        return taken;
    }

    void set(int place, TaskRow row) {
        rows.set(place, row);
    }

    static TaskRow asSummary(TaskRow row) {
        var summary = row.task()
                .withExtent(new TaskExtent.Summary())
                .withAssignments(List.of())
                .withCalendar(null)
                .withPinnedStart(null)
                .withProgress(null);
        return new TaskRow(summary, row.rank(), row.task());
    }

    private static TaskRow asLeaf(TaskRow row) {
        var leaf = row.leaf();
        if (leaf == null) return row;
        Task task = row.task()
                .withExtent(leaf.extent())
                .withAssignments(leaf.assignments())
                .withCalendar(leaf.calendar())
                .withPinnedStart(leaf.pinnedStart())
                .withProgress(leaf.progress());
        return new TaskRow(task, row.rank(), null);
    }

    void put(Link link) {
        int at = Collections.binarySearch(links, link, WrittenPlan.BY_ENDS);
        if (at >= 0) links.set(at, link);
        else links.add(-at - 1, link);
    }

    void drop(Link link) {
        int at = Collections.binarySearch(links, link, WrittenPlan.BY_ENDS);
        if (at >= 0) links.remove(at);
    }

    List<Link> linksOf(TaskId predecessor, TaskId successor) {
        return links.stream()
                .filter(each -> each.predecessor().equals(predecessor)
                        && each.successor().equals(successor))
                .toList();
    }

    List<Link> linksTouching(Set<TaskId> tasks) {
        return links.stream()
                .filter(each -> tasks.contains(each.predecessor()) || tasks.contains(each.successor()))
                .toList();
    }
}
