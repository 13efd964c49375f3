package chargehand.files.mpxj;

import chargehand.engine.levelling.ScheduledAssignment;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Task;
import chargehand.files.PlanWriter;
import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIWriter;

/// Writes a planned project as MSPDI, the XML of Microsoft Project. Each task that has not begun carries
/// its planned start as the constraint "start no earlier than", so that programs that schedule anew keep
/// our calendar; what was written instead stands in a custom field (see `docs/guide/microsoft-project.md`).
public final class MspdiWriter implements PlanWriter {
    @Override
    public void write(Planned planned, OutputStream out) throws IOException {
        new MSPDIWriter().write(project(planned), out);
    }

    static ProjectFile project(Planned planned) {
        var project = new ProjectOfPlan(planned.plan());
        OwnFields.name(project.file());
        var properties = project.file().getProjectProperties();
        properties.setFinishDate(project.times().at(planned.calendar().finish()));
        properties.setStatusDate(project.times().atOrNull(planned.now()));
        var tasks = planned.plan().tasks();
        for (int i = 0; i < tasks.size(); i++)
            write(project, tasks.get(i), planned.calendar().tasks().get(i));
        return project.file();
    }

    private static void write(ProjectOfPlan project, Task task, ScheduledTask scheduled) {
        var times = project.times();
        var written = project.task(task.id());
        written.setStart(times.at(scheduled.start()));
        written.setFinish(times.at(scheduled.finish()));
        written.setCritical(scheduled.critical());
        written.setTotalSlack(Duration.getInstance(scheduled.totalFloat().minutes(), TimeUnit.MINUTES));
        if (task.isSummary()) {
            written.setDuration(lengthOf(project, scheduled));
            return;
        }
        assign(project, task, scheduled);
        if (task.progress() != null) ProgressInProject.write(written, task, task.progress(), times);
        else if (task.pinnedStart() == null)
            hold(written, times.at(scheduled.start()), times.atOrNull(task.notBefore()));
    }

    private static Duration lengthOf(ProjectOfPlan project, ScheduledTask scheduled) {
        var calendar = project.file().getDefaultCalendar();
        var start = project.times().at(scheduled.start());
        return calendar.getWork(start, project.times().at(scheduled.finish()), TimeUnit.DAYS);
    }

    private static void hold(org.mpxj.Task written, LocalDateTime start, @Nullable LocalDateTime notBefore) {
        written.setConstraintType(ConstraintType.START_NO_EARLIER_THAN);
        written.setConstraintDate(start);
        OwnFields.write(written, start, notBefore);
    }

    /// The calendar's assignments stand in the order of the plan's.
    private static void assign(ProjectOfPlan project, Task task, ScheduledTask scheduled) {
        for (int i = 0; i < scheduled.assignments().size(); i++) {
            ScheduledAssignment each = scheduled.assignments().get(i);
            var written = project.assign(task, task.assignments().get(i), each.resource(), each.units());
            written.setStart(project.times().at(each.start()));
            written.setFinish(project.times().at(each.finish()));
        }
    }
}
