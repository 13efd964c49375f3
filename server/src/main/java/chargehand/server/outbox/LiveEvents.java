package chargehand.server.outbox;

import chargehand.server.identity.IdentityChanged;
import chargehand.server.shared.AtCommit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells every open browser that something is different now.
@Component
public class LiveEvents {
    private final EventLog log;
    private final AtCommit<Event> atCommit;

    LiveEvents(EventLog log, TransactionTemplate transaction) {
        this.log = log;
        atCommit = new AtCommit<>(transaction, Ordered.LOWEST_PRECEDENCE, this::store);
    }

    /// To be called in the transaction that makes the change; heard once that has committed. Of several about the same
    /// thing in one transaction the last is told.
    ///
    /// @param noun what changed: plan, forecast, proposal, presence, person, booking, project, client, account
    /// @param version its version now, or null if it has none
    /// @param by the account that did it, or null
    public void publish(String noun, UUID id, @Nullable Long version, @Nullable UUID by, EventScope scope) {
        atCommit.add(new Event(0, noun, id, version, by, scope));
    }

    private void store(List<Event> events) {
        var last = new LinkedHashMap<List<Object>, Event>();
        for (var event : events) last.put(List.of(event.noun(), event.id(), event.scope()), event);
        log.append(List.copyOf(last.values()));
    }

    /// An account hears of its own access, so that its streams are looked at again and its pages, too.
    @EventListener
    void heard(IdentityChanged change) {
        var by = change.by().account();
        if (change.account() != null)
            publish("account", change.account(), null, by, EventScope.account(change.account()));
        if (change.noun().equals("client")) publish("client", change.id(), null, by, EventScope.client(change.id()));
        if (change.noun().equals("company")) publish("company", change.id(), null, by, EventScope.company());
    }
}
