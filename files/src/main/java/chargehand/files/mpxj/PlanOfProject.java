package chargehand.files.mpxj;

import chargehand.engine.plan.Plan;
import chargehand.files.FileKind;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Task;

/// Turns a project file as MPXJ has read it into a plan. What can't be taken over is listed with the reason.
final class PlanOfProject {
    private PlanOfProject() {}

    static ReadPlan of(ProjectFile file, FileKind kind, Reading reading) throws Refusal {
        var leftovers = new Leftovers();
        var times = new FileTimes(reading.zone(), file.getProjectProperties());
        var start = start(file, reading);
        var span = Span.of(file, start);
        var calendars = new CalendarsOfProject(calendar(file), reading.zone(), span, leftovers);
        var resources = new ResourcesOfProject(file, times, span, calendars, leftovers);
        var tasks = new TasksOfProject(times, calendars, resources, leftovers);
        tasks.carry(file.getChildTasks(), null);
        var links = new LinksOfProject(kind, times, tasks, leftovers).of(file.getTasks());
        LeftoversOfFile.note(file, kind, leftovers);
        var plan = new Plan(
                name(file),
                reading.zone(),
                times.at(start),
                calendars.ofProject().id(),
                calendars.used(),
                resources.resources(),
                tasks.tasks(),
                links,
                resources.bookings());
        return new ReadPlan(plan, kind.format(), leftovers.list());
    }

    private static LocalDateTime start(ProjectFile file, Reading reading) throws Refusal {
        if (reading.start() != null) return reading.start().atStartOfDay();
        return Stream.concat(
                        Stream.ofNullable(file.getProjectProperties().getStartDate()),
                        file.getTasks().stream()
                                .map(Task::getStart)
                                .filter(Objects::nonNull)
                                .sorted())
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "start-missing",
                        "The file does not say when the project starts.",
                        "Give the first day with --start."));
    }

    private static ProjectCalendar calendar(ProjectFile file) {
        var calendar = file.getProjectProperties().getDefaultCalendar();
        return calendar != null ? calendar : file.getDefaultCalendar();
    }

    private static String name(ProjectFile file) {
        var properties = file.getProjectProperties();
        return Stream.of(properties.getProjectTitle(), properties.getName())
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse("Project")
                .strip();
    }
}
