package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// For which audiences of a project updates are released by themselves, and who said so. For none, until somebody does.
@Service
class ReleaseSwitches {
    private final JdbcClient jdbc;
    private final Rhythms rhythms;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    ReleaseSwitches(JdbcClient jdbc, Rhythms rhythms, Audit audit, LiveEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.rhythms = rhythms;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// One that is on.
    ///
    /// @param account that switched it on, and `at` when
    record ReleaseSwitch(UUID project, Audience audience, UUID account, Instant at) {}

    List<ReleaseSwitch> all() {
        return jdbc.sql("select * from reporting.release_switch order by project, audience")
                .query(ReleaseSwitches::one)
                .list();
    }

    List<ReleaseSwitch> of(Collection<UUID> projects) {
        return jdbc.sql("select * from reporting.release_switch where project = any(cast(:projects as uuid[]))")
                .param("projects", projects.toArray(UUID[]::new))
                .query(ReleaseSwitches::one)
                .list();
    }

    /// For this transaction alone; empty while another node has it, or once it is off.
    Optional<ReleaseSwitch> take(ReleaseSwitch known) {
        return jdbc.sql("""
                select * from reporting.release_switch where project = :project and audience = :audience
                for update skip locked
                """)
                .param("project", known.project())
                .param("audience", known.audience().name())
                .query(ReleaseSwitches::one)
                .optional();
    }

    private static ReleaseSwitch one(ResultSet row, int number) throws SQLException {
        return new ReleaseSwitch(
                Updates.uuid(row, "project"),
                Audience.valueOf(row.getString("audience")),
                Updates.uuid(row, "account"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// @throws Problem invalid-value where no audience is named, or one that is told on no rhythm: then nothing is ever
    /// due
    @Transactional
    void set(Caller caller, UUID project, @Nullable Audience audience, boolean on) {
        if (audience == null) throw Problem.invalid("audience", "It isn't said which audience is meant.");
        if (on && rhythms.of(project, audience).days() == 0)
            throw Problem.invalid("on", "This audience is told on no rhythm, so that nothing is ever due.");
        if (on) switchOn(caller, project, audience);
        else switchOff(project, audience);
        var detail = Map.<String, Object>of("audience", audience.name(), "on", on);
        audit.record(caller, "release-by-itself-set", "project", project, project, detail);
        events.publish("update", project, null, caller.account(), EventScope.project(project));
    }

    /// Whoever switched it on first stays the one who did.
    private void switchOn(Caller caller, UUID project, Audience audience) {
        jdbc.sql("""
                insert into reporting.release_switch (project, audience, account, at)
                values (:project, :audience, :account, :at) on conflict do nothing
                """)
                .param("project", project)
                .param("audience", audience.name())
                .param("account", caller.account())
                .param("at", Updates.utc(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .update();
    }

    private void switchOff(UUID project, Audience audience) {
        jdbc.sql("delete from reporting.release_switch where project = :project and audience = :audience")
                .param("project", project)
                .param("audience", audience.name())
                .update();
    }

    /// Notes why the one that is due waits.
    ///
    /// @return whether there is something among it that was not noted the last time
    boolean doubt(ReleaseSwitch on, Set<String> kinds) {
        var known = known(on);
        if (known.equals(kinds)) return false;
        note(on, kinds);
        return !known.containsAll(kinds);
    }

    /// The same beside what was noted before, which stays.
    boolean doubtToo(ReleaseSwitch on, Set<String> kinds) {
        var all = new HashSet<>(known(on));
        boolean isNew = all.addAll(kinds);
        if (isNew) note(on, all);
        return isNew;
    }

    private Set<String> known(ReleaseSwitch on) {
        return jdbc.sql("""
                select unnest(doubts) as doubt from reporting.release_switch where project = :project and audience = :audience
                """)
                .param("project", on.project())
                .param("audience", on.audience().name())
                .query((row, _) -> row.getString("doubt"))
                .set();
    }

    private void note(ReleaseSwitch on, Set<String> kinds) {
        jdbc.sql("""
                update reporting.release_switch set doubts = :kinds where project = :project and audience = :audience
                """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("project", on.project())
                .param("audience", on.audience().name())
                .update();
    }
}
