package chargehand.server.increments;

import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import chargehand.server.planning.PlanReading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All tasks of a plan that can be done, as cards in the order of the backlog: each where somebody put
/// it, else as it is planned to begin.
final class Deck {
    final PlanReading.Current current;
    final Board board;
    private final List<Item> items;
    private final Map<String, Item> byTask = new HashMap<>();
    private final Map<TaskId, Task> above = new HashMap<>();

    /// A task, where the calendar has it, and its card.
    record Item(Task task, ScheduledTask at, Card card, double order) {
        String id() {
            return task.id().value();
        }

        boolean begun() {
            return task.progress() != null;
        }

        boolean done() {
            return task.progress() != null && task.progress().finished() != null;
        }
    }

    Deck(PlanReading.Current current, Board board, Map<String, Card> cards) {
        this.current = current;
        this.board = board;
        var found = new ArrayList<Item>();
        var tasks = current.plan().tasks();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            if (task.isSummary()) above.put(task.id(), task);
            var card = cards.get(task.id().value());
            if (!isCard(task) || card == null) continue;
            var at = current.calendar().tasks().get(i);
            double planned = WorkingTable.minute(at.start()) + i / (double) tasks.size();
            found.add(new Item(task, at, card, card.rank() == null ? planned : card.rank()));
        }
        found.sort(Comparator.comparingDouble(Item::order));
        items = List.copyOf(found);
        for (var each : items) byTask.put(each.id(), each);
    }

    /// A summary only sums up, and a milestone is no work.
    static boolean isCard(Task task) {
        return !(task.extent() instanceof TaskExtent.Summary || task.extent() instanceof TaskExtent.Milestone);
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> item(String task) {
        return Optional.ofNullable(byTask.get(task));
    }

    ZoneId zone() {
        return current.plan().zone();
    }

    Board.Column column(Item item) {
        return board.at(item.card().stands(), item.begun(), item.done());
    }

    String key(Item item) {
        return board.key(item.card().number());
    }

    /// The summary that a task belongs to: its epic.
    @Nullable
    Task above(Item item) {
        return item.task().parent() == null ? null : above.get(item.task().parent());
    }

    /// What is still to be done, as it is likely to be taken: what was begun first, then by the
    /// backlog.
    List<Item> open() {
        return items.stream()
                .filter(each -> !each.done())
                .sorted(Comparator.comparing((Item each) -> !each.begun()))
                .toList();
    }

    /// The cards that a task is linked to wait for and that are not done.
    Map<String, Set<String>> openBefore() {
        var before = new HashMap<String, Set<String>>();
        for (var link : current.plan().links()) {
            var first = byTask.get(link.predecessor().value());
            if (first != null && !first.done())
                before.computeIfAbsent(link.successor().value(), any -> new HashSet<>())
                        .add(first.id());
        }
        return before;
    }
}
