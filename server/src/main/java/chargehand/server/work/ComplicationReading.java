package chargehand.server.work;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
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
    private final Accounts accounts;
    private final Clock clock;

    ComplicationReading(
            Complications complications, TaskRights rights, OwnTasks tasks, Accounts accounts, Clock clock) {
        this.complications = complications;
        this.rights = rights;
        this.tasks = tasks;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<ComplicationView> of(Caller caller, UUID project, @Nullable String task) {
        return views(caller, task == null ? complications.of(project) : complications.of(project, task));
    }

    /// Those that the caller was told of or has told, in projects that they see: open, or closed within three days.
    List<ComplicationView> toldTo(Caller caller) {
        return views(
                caller, complications.toldTo(caller.account(), clock.instant().minus(LATELY)));
    }

    ComplicationView one(Caller caller, Complication complication) {
        return views(caller, List.of(complication)).getFirst();
    }

    private List<ComplicationView> views(Caller caller, List<Complication> all) {
        if (all.isEmpty()) return List.of();
        var heads = tasks.heads(all.stream()
                .map(each -> new TaskKey(each.project(), each.task()))
                .toList());
        var told = complications.told(all.stream().map(Complication::id).toList());
        var ids = new HashSet<UUID>();
        for (var its : told.values()) ids.addAll(its.keySet());
        var names = accounts.names(ids);
        var views = new ArrayList<ComplicationView>();
        for (var each : all) {
            var head = heads.get(new TaskKey(each.project(), each.task()));
            if (head != null && rights.isIn(caller, head))
                views.add(view(caller, each, head, hearers(told.getOrDefault(each.id(), Map.of()), names)));
        }
        return views;
    }

    private static List<ComplicationView.Hearer> hearers(
            Map<UUID, Complication.Because> told, Map<UUID, AccountName> names) {
        var hearers = new ArrayList<ComplicationView.Hearer>();
        told.forEach((account, because) -> {
            var name = names.get(account);
            if (name != null) hearers.add(new ComplicationView.Hearer(name.name(), because));
        });
        hearers.sort(java.util.Comparator.comparing(ComplicationView.Hearer::because)
                .thenComparing(ComplicationView.Hearer::name));
        return hearers;
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
