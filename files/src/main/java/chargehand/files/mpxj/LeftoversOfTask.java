package chargehand.files.mpxj;

import org.mpxj.Duration;
import org.mpxj.Task;

/// What a task of a project file has that no calendar needs.
final class LeftoversOfTask {
    private LeftoversOfTask() {}

    static void note(Task task, Leftovers leftovers) {
        var name = TasksOfProject.name(task);
        if (task.getSplits() != null && task.getSplits().size() > 1)
            leftovers.add("split of task", name, "It is planned in one piece.");
        if (task.getRecurring()) leftovers.add("recurrence of task", name, "Its occurrences are planned one by one.");
        if (task.getExternalProject()) leftovers.add("inserted project", name, "It is planned as one task.");
        if (isMarkedAsMilestone(task)) leftovers.add("milestone mark of task", name, "It has a length, which is kept.");
        if (task.getIgnoreResourceCalendar())
            leftovers.add("'ignore resource calendars' of task", name, "Who does it works on their own calendar.");
        if (isDelayed(task.getLevelingDelay()))
            leftovers.add("levelling delay of task", name, "Levelling is done anew.");
        noteWords(task, name, leftovers);
        noteMoney(task, name, leftovers);
    }

    private static boolean isMarkedAsMilestone(Task task) {
        return task.getMilestone()
                && !task.getSummary()
                && task.getDuration() != null
                && task.getDuration().getDuration() > 0;
    }

    private static boolean isDelayed(Duration delay) {
        return delay != null && delay.getDuration() != 0;
    }

    private static void noteWords(Task task, String name, Leftovers leftovers) {
        if (task.getNotes() != null && !task.getNotes().isBlank())
            leftovers.add("notes of task", name, "The calendar has no room for them.");
        if (task.getHyperlink() != null) leftovers.add("hyperlink of task", name, "The calendar has no room for it.");
    }

    private static void noteMoney(Task task, String name, Leftovers leftovers) {
        var cost = task.getFixedCost();
        if (cost != null && cost.doubleValue() != 0)
            leftovers.add("fixed cost of task", name, "The calendar knows no costs.");
        if (task.getBaselineStart() != null)
            leftovers.add("baseline of task", name, "The calendar is compared with no baseline.");
    }
}
