package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.people.People;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Needs, with what their readers have to know about them.
@Service
class NeedReading {
    private final Needed needs;
    private final NeedEditing editing;
    private final TaskRights rights;
    private final OwnTasks tasks;
    private final People people;
    private final Clock clock;

    NeedReading(Needed needs, NeedEditing editing, TaskRights rights, OwnTasks tasks, People people, Clock clock) {
        this.needs = needs;
        this.editing = editing;
        this.rights = rights;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    List<NeedView> ofProject(Caller caller, UUID project) {
        return views(caller, needs.of(project));
    }

    List<NeedView> ofTasks(Caller caller, Collection<TaskKey> keys) {
        return keys.isEmpty() ? List.of() : views(caller, needs.of(keys));
    }

    NeedView one(Caller caller, Need need) {
        return views(caller, List.of(need)).getFirst();
    }

    private List<NeedView> views(Caller caller, List<Need> all) {
        if (all.isEmpty()) return List.of();
        var heads = tasks.heads(all.stream().map(Need::of).toList());
        return views(caller, all, heads, people.names(owners(all)));
    }

    /// Who sees to them.
    static Set<UUID> owners(List<Need> all) {
        return all.stream().map(Need::owner).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /// Those whose task is still there.
    ///
    /// @param names of those who see to them
    List<NeedView> views(Caller caller, List<Need> all, Map<TaskKey, Head> heads, Map<UUID, String> names) {
        var views = new ArrayList<NeedView>();
        for (var need : all) {
            var head = heads.get(need.of());
            if (head != null) views.add(view(caller, need, head, owner(need, head, names)));
        }
        return views;
    }

    private static NeedView.@Nullable Owner owner(Need need, Head head, Map<UUID, String> names) {
        if (need.owner() != null) return new NeedView.Owner(need.owner(), names.getOrDefault(need.owner(), ""), false);
        if (!need.ofClient()) return null;
        return new NeedView.Owner(null, Objects.requireNonNullElse(head.clientName(), ""), true);
    }

    private NeedView view(Caller caller, Need need, Head task, NeedView.@Nullable Owner owner) {
        var start = LocalDate.ofInstant(task.start(), task.zone());
        var today = LocalDate.ofInstant(clock.instant(), task.zone());
        var due = need.due();
        boolean open = need.isOpen();
        boolean own = rights.worksOn(caller, task) || rights.plans(caller, task);
        boolean sees = editing.seesTo(caller, need, task);
        return new NeedView(
                need.id(),
                need.project(),
                task.projectName(),
                need.task(),
                task.name(),
                task.start(),
                need.kind(),
                need.what(),
                owner,
                due,
                need.state(),
                open && due != null && due.isAfter(start) && task.start().isAfter(clock.instant()),
                open && due != null && due.isBefore(today),
                need.note(),
                need.asked(),
                need.closed(),
                need.waitingSince(),
                need.hold() == null ? null : need.hold().until(),
                new NeedView.May(open && own, open && (own || sees), open && (own || sees), open && own),
                need.version());
    }
}
