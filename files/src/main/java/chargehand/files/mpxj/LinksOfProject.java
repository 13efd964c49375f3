package chargehand.files.mpxj;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.TaskId;
import chargehand.files.FileKind;
import java.util.ArrayList;
import java.util.List;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.RelationshipLagCalendar;
import org.mpxj.Task;
import org.mpxj.TimeUnit;

/// The links of a project file.
final class LinksOfProject {
    private final FileKind kind;
    private final FileTimes times;
    private final TasksOfProject tasks;
    private final Leftovers leftovers;

    LinksOfProject(FileKind kind, FileTimes times, TasksOfProject tasks, Leftovers leftovers) {
        this.kind = kind;
        this.times = times;
        this.tasks = tasks;
        this.leftovers = leftovers;
    }

    /// By successor, in the order of the tasks; each task's in the order of the file.
    List<Link> of(List<Task> successors) {
        var links = new ArrayList<Link>();
        for (var successor : successors) {
            for (var relation : successor.getPredecessors()) {
                var predecessor = relation.getPredecessorTask();
                if (tasks.has(successor) && tasks.has(predecessor)) links.add(link(relation));
                else leftovers.add("link of task", TasksOfProject.name(successor), "Its other end is not planned.");
            }
        }
        return links;
    }

    private Link link(Relation relation) {
        return new Link(
                id(relation.getPredecessorTask()),
                id(relation.getSuccessorTask()),
                type(relation.getType()),
                lag(relation));
    }

    private static TaskId id(Task task) {
        return new TaskId(String.valueOf(task.getUniqueID()));
    }

    private static LinkType type(RelationType type) {
        return switch (type) {
            case FINISH_START -> LinkType.FS;
            case START_START -> LinkType.SS;
            case FINISH_FINISH -> LinkType.FF;
            case START_FINISH -> LinkType.SF;
        };
    }

    private Lag lag(Relation relation) {
        var lag = relation.getLag();
        if (lag == null || lag.getDuration() == 0) return Lag.NONE;
        if (lag.getUnits() == TimeUnit.PERCENT || lag.getUnits() == TimeUnit.ELAPSED_PERCENT) {
            if (lag.getUnits() == TimeUnit.ELAPSED_PERCENT)
                leftovers.add("lag in elapsed percent before task", successor(relation), "It counts as working time.");
            return new Lag.Percent(Math.toIntExact(Math.round(lag.getDuration())));
        }
        if (lag.getUnits().isElapsed()) return new Lag.Elapsed(times.minutes(lag));
        noteOtherCalendar(relation);
        return new Lag.Working(times.minutes(lag));
    }

    /// Primavera lets a project choose whose calendar a lag counts on.
    private void noteOtherCalendar(Relation relation) {
        var calendar = times.properties().getRelationshipLagCalendar();
        if (kind.isPrimavera() && calendar != null && calendar != RelationshipLagCalendar.SUCCESSOR)
            leftovers.add(
                    "calendar of the lag before task", successor(relation), "It counts on this task's own calendar.");
    }

    private static String successor(Relation relation) {
        return TasksOfProject.name(relation.getSuccessorTask());
    }
}
