package chargehand.server.work;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.outbox.LetterWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks those who work on a task how it stands, without anybody who does it: a remark at the task, told to them as if
/// it
/// mentioned them. It names nobody, for a remark stays.
@Service
public class TaskAsking {
    private final Commenting commenting;
    private final TaskRights rights;
    private final Accounts accounts;
    private final Companies companies;

    TaskAsking(Commenting commenting, TaskRights rights, Accounts accounts, Companies companies) {
        this.commenting = commenting;
        this.rights = rights;
        this.accounts = accounts;
        this.companies = companies;
    }

    /// In the company's language, for everybody in the project reads it.
    ///
    /// @param since when something should have been heard of it
    /// @return the accounts of those who were asked; empty where nobody who works on it has one: then nothing is
    /// said
    /// @throws chargehand.server.shared.Problem 404 if there is no such task
    @Transactional
    public List<UUID> ask(UUID project, String task, Instant since) {
        var head = rights.task(project, task);
        var whom = accounts.ofPersons(head.people()).values().stream()
                .map(AccountName::id)
                .sorted()
                .toList();
        if (whom.isEmpty()) return List.of();
        var words = LetterWords.in(companies.get().language());
        var day = words.day(LocalDate.ofInstant(since, head.zone()));
        commenting.say(Caller.SYSTEM, head, words.say("task.asked", "day", day), whom);
        return whom;
    }
}
