package chargehand.server.work;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.planning.TaskKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks those who work on tasks how these stand, without anybody who does it: a remark at each task, as if it mentioned
/// them. It names nobody, for a remark stays. Of several tasks of a project they are told in one notice.
@Service
public class TaskAsking {
    private final Commenting commenting;
    private final OwnTasks tasks;
    private final Accounts accounts;
    private final Recipients recipients;
    private final Companies companies;
    private final Notices notices;

    TaskAsking(
            Commenting commenting,
            OwnTasks tasks,
            Accounts accounts,
            Recipients recipients,
            Companies companies,
            Notices notices) {
        this.commenting = commenting;
        this.tasks = tasks;
        this.accounts = accounts;
        this.recipients = recipients;
        this.companies = companies;
        this.notices = notices;
    }

    /// The accounts of those who work on each of a project's tasks, can sign in and see its work; none where
    /// there is no such task.
    public Map<String, List<UUID>> whoWorksOn(UUID project, Collection<String> ids) {
        var heads =
                tasks.heads(ids.stream().map(each -> new TaskKey(project, each)).toList());
        var people =
                heads.values().stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet());
        var known = accounts.ofPersons(people);
        var may = recipients.whoMay(
                Permission.WORK_SEE,
                known.values().stream().map(AccountName::id).toList(),
                project);
        var all = new HashMap<String, List<UUID>>();
        heads.forEach((key, head) -> all.put(key.task(), whoWorksOn(head, known, may)));
        return all;
    }

    private static List<UUID> whoWorksOn(Head head, Map<UUID, AccountName> known, Set<UUID> may) {
        return head.people().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(AccountName::id)
                .filter(may::contains)
                .sorted()
                .toList();
    }

    /// @param since when something should have been heard of it
    /// @param whom accounts, never none
    public record Silent(String task, Instant since, List<UUID> whom) {}

    /// In the company's language, for everybody in the project reads it. What is no task of the project is left out.
    @Transactional
    public void ask(UUID project, List<Silent> silent) {
        var heads = tasks.heads(
                silent.stream().map(each -> new TaskKey(project, each.task())).toList());
        var by = new LinkedHashMap<UUID, List<WorkLetters.Asked>>();
        for (var each : silent) {
            var head = heads.get(new TaskKey(project, each.task()));
            if (head == null) continue;
            var asked = ask(each, head);
            each.whom()
                    .forEach(account ->
                            by.computeIfAbsent(account, _ -> new ArrayList<>()).add(asked));
        }
        tell(by);
    }

    private WorkLetters.Asked ask(Silent silent, Head head) {
        var words = LetterWords.in(companies.get().language());
        var day = words.day(LocalDate.ofInstant(silent.since(), head.zone()));
        var comment = commenting.saySilently(Caller.SYSTEM, head, words.say("task.asked", "day", day), silent.whom());
        return new WorkLetters.Asked(head, comment, silent.since());
    }

    /// Those who are asked about the same together.
    private void tell(Map<UUID, List<WorkLetters.Asked>> by) {
        var together = new LinkedHashMap<List<WorkLetters.Asked>, List<UUID>>();
        by.forEach((account, asked) ->
                together.computeIfAbsent(asked, _ -> new ArrayList<>()).add(account));
        together.forEach((asked, whom) -> {
            var first = asked.getFirst();
            notices.tell(
                    whom,
                    WorkLetters.about(first.comment()),
                    words -> asked.size() == 1
                            ? WorkLetters.mentioned(words, first.comment(), first.task())
                            : WorkLetters.asked(words, asked));
        });
    }
}
