package chargehand.files.own;

import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.NotCarriedOver;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a plan of the lines of a CSV file.
final class CsvReading {
    private final CsvTable table;
    private final Reading reading;
    private final String name;
    private final CsvTimes times;
    private final WorkingCalendar calendar;
    private final Durations durations;
    private final Team team = Team.open();
    private final Map<CsvColumn, Integer> ignored = new EnumMap<>(CsvColumn.class);

    CsvReading(CsvTable table, Reading reading, String name) {
        this.table = table;
        this.reading = reading;
        this.name = name;
        times = CsvTimes.of(reading.zone());
        calendar = WorkingCalendar.officeHours("office", reading.zone());
        durations = Durations.working(calendar.minutesOfADay());
    }

    ReadPlan read() throws UnreadableFile {
        var ids = ids();
        var tasks = tasks(List.copyOf(ids));
        var plan = new Plan(
                name(tasks),
                reading.zone(),
                start(),
                calendar.id(),
                List.of(calendar),
                team.resources(),
                tasks,
                links(tasks, ids),
                List.of());
        return new ReadPlan(plan, "CSV", notCarriedOver());
    }

    /// A task without an id is called by its place among the tasks, from 1.
    private SequencedSet<TaskId> ids() throws UnreadableFile {
        var ids = new LinkedHashSet<TaskId>();
        for (var line : table.lines()) {
            var given = line.optional(CsvColumn.ID, CsvReading::id);
            if (!ids.add(given == null ? new TaskId(Integer.toString(ids.size() + 1)) : given))
                throw line.refusal(
                        "duplicate-id",
                        CsvColumn.ID,
                        "a line before this one has the id \"%s\"".formatted(Quoted.shortened(line.text(CsvColumn.ID))),
                        "Give each task an id of its own.");
        }
        return ids;
    }

    private static TaskId id(String text) throws BadValue {
        if (text.length() <= 200) return new TaskId(text);
        throw new BadValue("the id has more than 200 characters", "Give it a shorter one.");
    }

    private List<Task> tasks(List<TaskId> ids) throws UnreadableFile {
        var parents = CsvOutline.parents(table.lines());
        var summaries = new HashSet<Integer>();
        for (int parent : parents) summaries.add(parent);
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < parents.length; i++) {
            var parent = parents[i] == CsvOutline.TOP ? null : ids.get(parents[i]);
            tasks.add(task(table.lines().get(i), ids.get(i), parent, summaries.contains(i)));
        }
        return tasks;
    }

    private Task task(CsvTable.Line line, TaskId id, @Nullable TaskId parent, boolean hasTasksBeneath)
            throws UnreadableFile {
        if (!line.has(CsvColumn.NAME))
            throw line.refusal("missing-cell", CsvColumn.NAME, "the cell is blank", "Give the task a name.");
        var extent = CsvExtent.of(line, hasTasksBeneath, durations);
        for (var column : extent.ignored()) ignored.merge(column, 1, Integer::sum);
        var deadline = line.optional(CsvColumn.DEADLINE, times::end);
        var assignments = line.optional(CsvColumn.ASSIGNEES, text -> CsvAssignees.read(text, team));
        var priority = line.optional(CsvColumn.PRIORITY, CsvReading::priority);
        return Task.of(id.value(), line.text(CsvColumn.NAME), extent.extent())
                .withWbs(line.text(CsvColumn.WBS))
                .withParent(parent)
                .withAssignments(assignments == null ? List.of() : assignments)
                .withNotBefore(line.optional(CsvColumn.NOT_BEFORE, times::start))
                .withPinnedStart(line.optional(CsvColumn.PINNED, times::start))
                .withDeadline(deadline == null ? null : new Deadline(deadline, null))
                .withPriority(priority == null ? Task.USUAL_PRIORITY : priority)
                .withRange(extent.range());
    }

    private static int priority(String text) throws BadValue {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= 1000) return Integer.parseInt(text);
        throw new BadValue("\"%s\" is no priority".formatted(Quoted.shortened(text)), "Give 0 to 1000; 500 is usual.");
    }

    private String name(List<Task> tasks) {
        var top = tasks.stream().filter(each -> each.parent() == null).toList();
        return top.size() == 1 && top.getFirst().isSummary() ? top.getFirst().name() : name;
    }

    private Instant start() throws UnreadableFile {
        if (reading.start() != null) return times.times().startOf(reading.start());
        @Nullable Instant earliest = null;
        for (var line : table.lines()) {
            var start = line.optional(CsvColumn.START, times::start);
            if (start != null && (earliest == null || start.isBefore(earliest))) earliest = start;
        }
        if (earliest != null)
            return times.times().startOf(earliest.atZone(reading.zone()).toLocalDate());
        throw new UnreadableFile(
                "start-missing",
                "The table does not say when the plan starts: no line has a \"start\".",
                "Say it with --start 2027-01-11, or fill the column \"start\" of the first task.");
    }

    private List<Link> links(List<Task> tasks, Set<TaskId> ids) throws UnreadableFile {
        var cells = new CsvLinks(new LinkText(durations), ids);
        var links = new ArrayList<Link>();
        for (int i = 0; i < tasks.size(); i++) {
            var successor = tasks.get(i).id();
            var after = table.lines().get(i).optional(CsvColumn.AFTER, text -> cells.read(text, successor));
            if (after != null) links.addAll(after);
        }
        return links;
    }

    private List<NotCarriedOver> notCarriedOver() {
        var all = new ArrayList<>(table.unknown());
        ignored.forEach((column, count) -> all.add(new NotCarriedOver(
                "length in column \"%s\"".formatted(column.header()),
                "A summary lasts as long as the tasks beneath it, a milestone is a moment, and work goes before duration.",
                count)));
        return all;
    }
}
