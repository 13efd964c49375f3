package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Who has not read what they were told, and reminds them: by itself once, by hand once a day.
@Service
class UpdateReminding {
    private static final Duration OFTEN = Duration.ofHours(20);

    private final Updates updates;
    private final Audiences audiences;
    private final Rhythms rhythms;
    private final Recipients recipients;
    private final UpdateLetters letters;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UpdateReminding(
            Updates updates,
            Audiences audiences,
            Rhythms rhythms,
            Recipients recipients,
            UpdateLetters letters,
            Audit audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.updates = updates;
        this.audiences = audiences;
        this.rhythms = rhythms;
        this.recipients = recipients;
        this.letters = letters;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Names of those who were told last and have not said that they read it, by the update.
    Map<UUID, List<String>> unread(UUID project) {
        var all = new HashMap<UUID, List<String>>();
        for (var audience : Update.Audience.values())
            for (var last : updates.last(List.of(project), audience))
                all.put(
                        last.id(),
                        recipients.of(waiting(last)).stream()
                                .map(Recipients.Recipient::name)
                                .sorted()
                                .toList());
        return all;
    }

    /// Without whoever released it: they know.
    private Set<UUID> waiting(Update update) {
        var waiting = audiences.of(update.project(), update.audience());
        waiting.removeAll(
                jdbc.sql("""
                select account from reporting.acknowledgement where update = :update
                union select released_by from reporting.update where id = :update and released_by is not null
                """).param("update", update.id()).query(UUID.class).list());
        return waiting;
    }

    /// @return how many were reminded
    /// @throws Problem 404 for what is not the last that its audience was told
    @Transactional
    public int remind(Caller caller, UUID project, UUID id) {
        var update = updates.find(project, id).filter(Update::isReleased).orElseThrow(Problem::notFound);
        int reminded = remind(update, caller.account(), OFTEN);
        audit.record(caller, "readers-reminded", "update", id, project, Map.of("count", reminded));
        return reminded;
    }

    private int remind(Update update, @Nullable UUID by, @Nullable Duration often) {
        var now = clock.instant();
        var whom = new ArrayList<UUID>();
        for (var each : waiting(update)) if (note(update.id(), each, now, often)) whom.add(each);
        if (!whom.isEmpty()) letters.unread(by, update, whom);
        return whom.size();
    }

    /// @param often how long since the last time; null: only if there was none
    /// @return false if it was said already, on whichever node
    private boolean note(UUID update, UUID account, Instant now, @Nullable Duration often) {
        return jdbc.sql("""
                        insert into reporting.reminded (update, account, at) values (:update, :account, :now)
                        on conflict (update, account) do update set at = excluded.at
                        where reporting.reminded.at <= :before
                        """)
                        .param("update", update)
                        .param("account", account)
                        .param("now", Updates.utc(now))
                        .param("before", Updates.utc(often == null ? Instant.EPOCH : now.minus(often)))
                        .update()
                > 0;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT30M")
    void remindAll() {
        var projects = jdbc.sql("""
                select distinct project from reporting.update where released_at between :from and :now
                """)
                .param("from", Updates.utc(clock.instant().minus(Duration.ofDays(90))))
                .param("now", Updates.utc(clock.instant()))
                .query((row, _) -> Updates.uuid(row, "project"))
                .list();
        for (var project : projects) transaction.executeWithoutResult(_ -> remindDue(project));
    }

    private void remindDue(UUID project) {
        for (var rhythm : rhythms.of(project)) {
            if (rhythm.remind() == 0) continue;
            var before = clock.instant().minus(Duration.ofDays(rhythm.remind()));
            for (var last : updates.last(List.of(project), rhythm.audience()))
                if (last.released() != null && last.released().at().isBefore(before)) remind(last, null, null);
        }
    }
}
