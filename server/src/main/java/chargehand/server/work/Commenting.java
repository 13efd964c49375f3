package chargehand.server.work;

import chargehand.server.audit.Audit;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.Accountables;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.shared.Ids;
import chargehand.server.work.Comments.Comment;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says something about a task. Who is mentioned hears of it; only those of the project can be.
@Service
class Commenting {
    private final Comments comments;
    private final TaskRights rights;
    private final Teams teams;
    private final Accountables accountables;
    private final Accounts accounts;
    private final Audit audit;
    private final LiveEvents events;
    private final Notices notices;
    private final Clock clock;

    Commenting(
            Comments comments,
            TaskRights rights,
            Teams teams,
            Accountables accountables,
            Accounts accounts,
            Audit audit,
            LiveEvents events,
            Notices notices,
            Clock clock) {
        this.comments = comments;
        this.rights = rights;
        this.teams = teams;
        this.accountables = accountables;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /// Accounts of the project's people and of those who answer for it, by name.
    List<AccountName> mentionable(UUID project) {
        var known = new LinkedHashMap<UUID, AccountName>();
        accounts.ofPersons(teams.of(project)).values().forEach(each -> known.put(each.id(), each));
        var answering = new ArrayList<UUID>();
        for (var each : accountables.history(project))
            if (each.until() == null && each.account() != null) answering.add(each.account());
        known.putAll(accounts.names(answering));
        return known.values().stream()
                .sorted(Comparator.comparing(AccountName::name).thenComparing(AccountName::id))
                .toList();
    }

    @Transactional
    Comment say(Caller caller, UUID project, String task, @Nullable String written) {
        var head = rights.task(project, task);
        var text = Texts.text("text", written);
        return say(caller, head, text, mentioned(text, mentionable(project)));
    }

    private Comment say(Caller caller, Head head, String text, Collection<UUID> heard) {
        var comment = saySilently(caller, head, text, heard);
        var told = new HashSet<>(heard);
        told.remove(caller.account());
        notices.tell(told, WorkLetters.about(comment), words -> WorkLetters.mentioned(words, comment, head));
        return comment;
    }

    /// Without a notice: the caller tells them.
    ///
    /// @param heard accounts that it mentions, if others than the caller
    @Transactional
    Comment saySilently(Caller caller, Head head, String text, Collection<UUID> heard) {
        var project = head.key().project();
        var task = head.key().task();
        var comment = new Comment(
                Ids.next(clock),
                project,
                task,
                text,
                caller.account(),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var mentioned = new HashSet<>(heard);
        mentioned.remove(caller.account());
        comments.insert(comment, mentioned);
        audit.record(caller, "task-commented", "comment", comment.id(), project, Map.of("task", task));
        events.publish("comment", project, null, caller.account(), EventScope.project(project));
        for (var each : mentioned)
            events.publish("mention", comment.id(), null, caller.account(), EventScope.account(each));
        return comment;
    }

    /// Those whose name follows an @. Of names that begin alike the longest is meant.
    static Set<UUID> mentioned(String text, Collection<AccountName> people) {
        var byLength = people.stream()
                .sorted(Comparator.comparingInt(
                                (AccountName each) -> each.name().length())
                        .reversed())
                .toList();
        var mentioned = new HashSet<UUID>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
            for (var each : byLength) {
                var name = each.name();
                if (!text.regionMatches(true, at + 1, name, 0, name.length())) continue;
                if (isInWord(text, at - 1) || isInWord(text, at + 1 + name.length())) continue;
                mentioned.add(each.id());
                break;
            }
        return mentioned;
    }

    private static boolean isInWord(String text, int place) {
        return place >= 0 && place < text.length() && Character.isLetterOrDigit(text.charAt(place));
    }
}
