package chargehand.server.audit;

import chargehand.server.identity.Caller;
import chargehand.server.identity.IdentityChanged;
import chargehand.server.shared.AtCommit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The record of who did what.
@Component
public class Audit {
    /// Before the live events: two locks, always taken in this order.
    private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 1;

    private final Clock clock;
    private final JsonMapper json;
    private final AtCommit<Deed> atCommit;

    private final Entries entries;

    Audit(Entries entries, Clock clock, JsonMapper json, TransactionTemplate transaction) {
        this.clock = clock;
        this.json = json;
        this.entries = entries;
        atCommit = new AtCommit<>(transaction, ORDER, entries::append);
    }

    /// To be called in the transaction of the deed.
    ///
    /// @param action a verb in the past tense with its noun: `plan-changed`, `account-invited`
    /// @param detail a few values that say what, without secrets and without what only some may see
    public void record(
            Caller caller, String action, String noun, UUID id, @Nullable UUID project, Map<String, Object> detail) {
        atCommit.add(new Deed(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.account(),
                caller.name(),
                action,
                noun,
                id,
                project,
                json.writeValueAsString(detail)));
    }

    /// @param detail JSON
    public record Recorded(Instant at, String name, String action, String detail) {}

    /// All that was recorded about one thing, the first first.
    public List<Recorded> about(String noun, UUID id) {
        return entries.about(noun, id).stream()
                .map(each -> new Recorded(each.at(), each.name(), each.action(), each.detail()))
                .toList();
    }

    @EventListener
    void heard(IdentityChanged change) {
        record(change.by(), change.action(), change.noun(), change.id(), change.project(), change.detail());
    }
}
