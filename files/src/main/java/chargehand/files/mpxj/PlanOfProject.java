package chargehand.files.mpxj;

import chargehand.engine.plan.Plan;
import chargehand.files.FileKind;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
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
        var start = start(file, kind, reading);
        var span = Span.of(file, start);
        var calendars = new CalendarsOfProject(calendar(file), reading.zone(), span, leftovers);
        var resources = new ResourcesOfProject(file, times, span, calendars, leftovers);
        var tasks = new TasksOfProject(kind, times, calendars, resources, leftovers);
        tasks.carry(file.getChildTasks(), null);
        var links = new LinksOfProject(kind, times, tasks, leftovers).of(file.getTasks());
        LeftoversOfFile.note(file, kind, leftovers);
        var plan = new Plan(
                name(file, kind),
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

    private static LocalDateTime start(ProjectFile file, FileKind kind, Reading reading) throws Refusal {
        if (reading.start() != null) return reading.start().atStartOfDay();
        var properties = file.getProjectProperties();
        var stated = kind.isPrimavera() ? properties.getPlannedStart() : properties.getStartDate();
        return Stream.concat(
                        Stream.ofNullable(stated),
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

    /// Primavera's files have no title, and MPXJ makes one up.
    private static String name(ProjectFile file, FileKind kind) {
        var properties = file.getProjectProperties();
        var title = kind.isPrimavera() ? null : properties.getProjectTitle();
        return Stream.of(Optional.ofNullable(title), Optional.ofNullable(properties.getName()))
                .flatMap(Optional::stream)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("Project")
                .strip();
    }
}
