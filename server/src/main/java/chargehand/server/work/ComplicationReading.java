package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Complications, with what their readers have to know about them.
@Service
class ComplicationReading {
    private static final Duration LATELY = Duration.ofDays(3);

    private final Complications complications;
    private final TaskRights rights;
    private final OwnTasks tasks;
    private final Clock clock;

    ComplicationReading(Complications complications, TaskRights rights, OwnTasks tasks, Clock clock) {
        this.complications = complications;
        this.rights = rights;
        this.tasks = tasks;
        this.clock = clock;
    }

    List<ComplicationView> of(Caller caller, UUID project, @Nullable String task) {
        return views(caller, task == null ? complications.of(project) : complications.of(project, task));
    }

    /// Those that an account was told of or has told: open, or closed within three days.
    List<Complication> toldTo(UUID account) {
        return complications.toldTo(account, clock.instant().minus(LATELY));
    }

    ComplicationView one(Caller caller, Complication complication) {
        return views(caller, List.of(complication)).getFirst();
    }

    private List<ComplicationView> views(Caller caller, List<Complication> all) {
        return views(caller, all, tasks.heads(all.stream().map(Complication::of).toList()));
    }

    /// Those of projects that the caller sees, whose task is still there.
    List<ComplicationView> views(Caller caller, List<Complication> all, Map<TaskKey, Head> heads) {
        var hearers = complications.hearers(all.stream().map(Complication::id).toList());
        var views = new ArrayList<ComplicationView>();
        for (var each : all) {
            var head = heads.get(each.of());
            if (head != null && rights.isIn(caller, head))
                views.add(view(caller, each, head, hearers.getOrDefault(each.id(), List.of())));
        }
        return views;
    }

    private ComplicationView view(
            Caller caller, Complication complication, Head task, List<ComplicationView.Hearer> hearers) {
        boolean plans = rights.plans(caller, task);
        boolean own = complication.told().account().equals(caller.account());
        boolean open = complication.isOpen();
        return new ComplicationView(
                complication.id(),
                complication.project(),
                task.projectName(),
                complication.task(),
                task.name(),
                complication.what(),
                complication.costMinutes(),
                complication.urgent(),
                complication.told(),
                complication.effect(),
                hearers,
                complication.takenAt(),
                complication.done(),
                complication.closed(),
                new ComplicationView.May(
                        open && (own || plans || rights.worksOn(caller, task)),
                        open && plans && complication.takenAt() == null && complication.costMinutes() != null));
    }
}
