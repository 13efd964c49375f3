package chargehand.files.own;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a planned project as a table.
final class CsvOutput {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Planned planned;
    private final Plan plan;
    private final CsvTimes times;
    private final Durations durations;
    private final CsvLinks links;
    private final Map<TaskId, List<Link>> linksTo;
    private final Map<ResourceId, String> names;
    private final Map<TaskId, Integer> levels = new HashMap<>();

    CsvOutput(Planned planned) {
        this.planned = planned;
        plan = planned.plan();
        times = CsvTimes.of(plan.zone());
        durations = durations(plan.projectCalendar());
        links = new CsvLinks(new LinkText(durations), plan.positions().keySet());
        linksTo = plan.links().stream().collect(Collectors.groupingBy(Link::successor));
        names = names(plan.resources());
        for (var task : plan.tasks()) levels.put(task.id(), level(task));
    }

    /// Days only where they have the eight hours that a reader gives them.
    private static Durations durations(WorkingCalendar calendar) {
        int day = WorkingCalendar.officeHours("", calendar.zone()).minutesOfADay();
        return calendar.minutesOfADay() == day ? Durations.working(day) : Durations.HOURS;
    }

    /// Names, or ids where several share a name.
    private static Map<ResourceId, String> names(List<Resource> people) {
        var counts = people.stream().collect(Collectors.groupingBy(Resource::name, Collectors.counting()));
        return people.stream()
                .collect(Collectors.toMap(
                        Resource::id,
                        each -> Objects.equals(counts.get(each.name()), 1L)
                                        && !each.name().isBlank()
                                ? each.name()
                                : each.id().value()));
    }

    private int level(Task task) {
        return task.parent() == null ? 1 : levels.getOrDefault(task.parent(), 0) + 1;
    }

    void write(OutputStream out) throws IOException {
        write(BYTE_ORDER_MARK, out);
        write(
                CsvText.row(
                        Arrays.stream(CsvColumn.values()).map(CsvColumn::header).toList()),
                out);
        for (int i = 0; i < plan.tasks().size(); i++) write(CsvText.row(cells(i)), out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cells(int index) {
        var task = plan.tasks().get(index);
        return Arrays.stream(CsvColumn.values())
                .map(column -> cell(column, task, index))
                .toList();
    }

    private String cell(CsvColumn column, Task task, int index) {
        var scheduled = planned.calendar().tasks().get(index);
        return switch (column) {
            case ID -> task.id().value();
            case LEVEL -> Integer.toString(levels.getOrDefault(task.id(), 1));
            case WBS -> task.wbs();
            case NAME -> task.name();
            case WORK ->
                task.extent() instanceof TaskExtent.ByEffort(var effort)
                        ? Estimate.text(effort.personMinutes(), task.range(), durations)
                        : "";
            case DURATION ->
                task.extent() instanceof TaskExtent.ByWorkingTime(var duration)
                        ? Estimate.text(duration.minutes(), task.range(), durations)
                        : "";
            case ELAPSED ->
                task.extent() instanceof TaskExtent.ByElapsedTime(var elapsed)
                        ? Estimate.text(elapsed.toMinutes(), task.range(), Durations.ELAPSED)
                        : "";
            case MILESTONE -> yes(task.extent() instanceof TaskExtent.Milestone);
            case SUMMARY -> yes(task.isSummary());
            case AFTER -> links.text(linksTo.getOrDefault(task.id(), List.of()));
            case ASSIGNEES ->
                String.join(
                        "; ", task.assignments().stream().map(this::assignee).toList());
            case NOT_BEFORE -> time(task.notBefore());
            case PINNED -> time(task.pinnedStart());
            case DEADLINE -> task.deadline() == null ? "" : time(task.deadline().by());
            case PRIORITY -> Integer.toString(task.priority());
            case START -> time(scheduled.start());
            case FINISH -> time(scheduled.finish());
            case LIKELY_BY -> likelyBy(index);
            case CRITICAL -> yes(scheduled.critical());
        };
    }

    private String assignee(Assignment assignment) {
        return CsvAssignees.text(
                assignment,
                switch (assignment.who()) {
                    case Who.Named(var resource) -> names.getOrDefault(resource, resource.value());
                    case Who.AnyoneWith(var skill) -> skill;
                });
    }

    private String likelyBy(int index) {
        if (planned.forecast().runs() == 0) return "";
        return planned.forecast()
                .tasks()
                .get(index)
                .p80()
                .atZone(plan.zone())
                .toLocalDate()
                .toString();
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "" : times.text(instant);
    }

    private static String yes(boolean answer) {
        return answer ? "yes" : "";
    }
}
