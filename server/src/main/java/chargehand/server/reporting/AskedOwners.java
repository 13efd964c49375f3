package chargehand.server.reporting;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.reporting.Desk.OwnersAsked;
import chargehand.server.reporting.Desk.ToChase;
import chargehand.server.reporting.StaleFacts.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of what is to be chased whom the product has asked about it by itself, by the names that they have today.
@Component
class AskedOwners {
    private record Of(UUID project, String task) {}

    private final StaleFacts facts;
    private final Accounts accounts;

    AskedOwners(StaleFacts facts, Accounts accounts) {
        this.facts = facts;
        this.accounts = accounts;
    }

    /// @param chased tasks, and of projects their forecasts; of updates that wait to be read nobody is asked here
    List<ToChase> in(List<ToChase> chased) {
        if (chased.isEmpty()) return chased;
        var asked = facts.asked(
                chased.stream().map(ToChase::project).distinct().toList(),
                chased.stream().map(AskedOwners::task).distinct().toList());
        var byFact = new HashMap<Of, Asked>();
        for (var each : asked) byFact.put(new Of(each.project(), each.task()), each);
        var names = accounts.names(asked.stream()
                .flatMap(each -> each.accounts().stream())
                .distinct()
                .toList());
        return chased.stream()
                .map(each -> in(each, byFact.get(new Of(each.project(), task(each))), names))
                .toList();
    }

    private static String task(ToChase chased) {
        return Objects.requireNonNullElse(chased.task(), "");
    }

    /// What was asked before it grew old was about something else.
    private static ToChase in(ToChase chased, @Nullable Asked asked, Map<UUID, AccountName> names) {
        if (asked == null
                || chased.kind().equals("unread")
                || chased.since() == null
                || asked.at().isBefore(chased.since())) return chased;
        var whom = asked.accounts().stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(AccountName::name)
                .sorted()
                .toList();
        return whom.isEmpty() ? chased : chased.with(new OwnersAsked(whom, asked.at()));
    }
}
