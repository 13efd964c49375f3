package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How often each audience of a project is told.
@Service
class Rhythms {
    private static final int WEEK = 7;
    private static final int PATIENCE = 3;
    private static final int MOST_DAYS = 365;
    private static final int MOST_PATIENCE = 60;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final LiveEvents events;

    Rhythms(JdbcClient jdbc, Audit audit, LiveEvents events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /// @param days from one update to the next; 0: none is asked for
    /// @param remind days after which whoever has not read it is reminded; 0: nobody is
    @Schema(name = "UpdateRhythm")
    record Rhythm(Audience audience, int days, int remind) {
        /// Clients weekly, others when somebody says so.
        static Rhythm usual(Audience audience) {
            return new Rhythm(audience, audience == Audience.client ? WEEK : 0, PATIENCE);
        }
    }

    /// One for each audience.
    List<Rhythm> of(UUID project) {
        var all = new EnumMap<Audience, Rhythm>(Audience.class);
        for (var each : Audience.values()) all.put(each, Rhythm.usual(each));
        jdbc.sql("select audience, days, remind from reporting.rhythm where project = :project")
                .param("project", project)
                .query(row -> {
                    var audience = Audience.valueOf(row.getString("audience"));
                    all.put(audience, new Rhythm(audience, row.getInt("days"), row.getInt("remind")));
                });
        return List.copyOf(all.values());
    }

    Rhythm of(UUID project, Audience audience) {
        return of(project).get(Arrays.asList(Audience.values()).indexOf(audience));
    }

    @Transactional
    public void set(Caller caller, UUID project, Rhythm rhythm) {
        if (Objects.isNull(rhythm.audience()))
            throw Problem.invalid("audience", "It isn't said which audience is meant.");
        if (rhythm.days() < 0 || rhythm.days() > MOST_DAYS)
            throw Problem.invalid("days", "It lies from 0 to %d.".formatted(MOST_DAYS));
        if (rhythm.remind() < 0 || rhythm.remind() > MOST_PATIENCE)
            throw Problem.invalid("remind", "It lies from 0 to %d.".formatted(MOST_PATIENCE));
        jdbc.sql("""
                insert into reporting.rhythm (project, audience, days, remind)
                values (:project, :audience, :days, :remind)
                on conflict (project, audience) do update set days = excluded.days, remind = excluded.remind
                """)
                .param("project", project)
                .param("audience", rhythm.audience().name())
                .param("days", rhythm.days())
                .param("remind", rhythm.remind())
                .update();
        var detail = Map.<String, Object>of("audience", rhythm.audience().name(), "days", rhythm.days());
        audit.record(caller, "rhythm-set", "project", project, project, detail);
        events.publish("update", project, null, caller.account(), EventScope.project(project));
    }
}
