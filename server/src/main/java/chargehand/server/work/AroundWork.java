package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import chargehand.server.work.Comments.Comment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What others need of somebody, what came in the way and what was said to them, over all projects: the tasks of all of
/// it are read at once.
@Component
class AroundWork {
    private static final Duration MENTIONED = Duration.ofDays(7);

    private final Needed needed;
    private final NeedReading needs;
    private final ComplicationReading complications;
    private final Comments comments;
    private final OwnTasks tasks;
    private final People people;

    AroundWork(
            Needed needed,
            NeedReading needs,
            ComplicationReading complications,
            Comments comments,
            OwnTasks tasks,
            People people) {
        this.needed = needed;
        this.needs = needs;
        this.complications = complications;
        this.comments = comments;
        this.tasks = tasks;
        this.people = people;
    }

    /// @param needs open ones, of the tasks that were asked about and those that the caller sees to
    /// @param names of the people that were asked about
    record Around(
            List<NeedView> needs,
            List<ComplicationView> complications,
            List<MyWork.Mention> mentions,
            Map<UUID, String> names) {
        /// Of the needs those that a person sees to.
        List<NeedView> owned(@Nullable UUID person) {
            return needs.stream()
                    .filter(each -> each.owner() != null
                            && person != null
                            && person.equals(each.owner().person()))
                    .toList();
        }
    }

    /// @param own tasks of which the needs are told, if the caller is a person
    /// @param others people whose names are wanted
    Around of(Caller caller, Instant now, Collection<TaskKey> own, Set<UUID> others) {
        var open = caller.person() == null ? List.<Need>of() : needed.open(own, caller.person());
        var told = complications.toldTo(caller.account());
        var said = comments.mentioning(caller.account(), now.minus(MENTIONED));
        var keys = new HashSet<TaskKey>();
        for (var each : open) keys.add(each.of());
        for (var each : told) keys.add(each.of());
        for (var each : said) keys.add(new TaskKey(each.project(), each.task()));
        var heads = tasks.heads(keys);
        var asked = new HashSet<>(others);
        asked.addAll(NeedReading.owners(open));
        var names = people.names(asked);
        return new Around(
                needs.views(caller, open, heads, names),
                complications.views(caller, told, heads),
                mentions(caller, said, heads),
                names);
    }

    private static List<MyWork.Mention> mentions(Caller caller, List<Comment> said, Map<TaskKey, Head> heads) {
        var mentions = new ArrayList<MyWork.Mention>();
        for (var each : said) {
            var head = heads.get(new TaskKey(each.project(), each.task()));
            if (head != null && caller.may(Permission.WORK_SEE, each.project(), head.client()))
                mentions.add(new MyWork.Mention(
                        each.project(),
                        head.projectName(),
                        each.task(),
                        head.name(),
                        each.text(),
                        each.name(),
                        each.at()));
        }
        return mentions;
    }
}
