package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Two questions at a milestone. The client is asked once it was told, in an update, that the milestone is reached.
@Service
public class Satisfactions {
    private static final Duration ASKED = Duration.ofDays(60);
    private static final Duration SHOWN = Duration.ofDays(14);
    private static final int MOST = 5;
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    Satisfactions(JdbcClient jdbc, Recipients recipients, Audit audit, LiveEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Milestones of which the client was told that they are reached, the last first.
    private static final String REACHED = """
            select t.project, t.id, t.document #>> '{task,name}' as name,
                t.document #>> '{task,progress,finished}' as finished
            from planning.task t
            join (
                select u.project, max(cast(u.facts ->> 'asOf' as timestamptz)) as at,
                    max(cast(u.facts ->> 'edited' as bigint)) as edited
                from reporting.update u
                where u.project = any(cast(:projects as uuid[])) and u.audience = 'client'
                    and u.released_at is not null
                group by u.project
            ) told on told.project = t.project and t.version <= told.edited
            where t.document #>> '{task,kind}' = 'milestone'
                and cast(t.document #>> '{task,progress,finished}' as timestamptz) <= told.at
            """;

    /// The last one of each project that this account is asked about; none of those of long ago.
    ///
    /// @param projects in which the account is one of the client's people
    Map<UUID, Satisfaction.Asked> asked(Caller caller, Collection<UUID> projects) {
        var asked = new HashMap<UUID, Satisfaction.Asked>();
        if (projects.isEmpty()) return asked;
        jdbc.sql("select distinct on (r.project) * from (" + REACHED + """
                ) r where cast(r.finished as timestamptz) >= :since and not exists (
                    select from reporting.satisfaction s
                    where s.project = r.project and s.milestone = r.id and s.account = :account)
                order by r.project, cast(r.finished as timestamptz) desc, r.id
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("account", caller.account())
                .param("since", Updates.utc(clock.instant().minus(ASKED)))
                .query(row -> {
                    asked.put(
                            Updates.uuid(row, "project"),
                            new Satisfaction.Asked(
                                    row.getString("id"),
                                    row.getString("name"),
                                    Instant.parse(row.getString("finished"))));
                });
        return asked;
    }

    private boolean isClient(Caller caller, UUID project) {
        return recipients.clientsOf(project).contains(caller.account());
    }

    /// A later answer stands in place of an earlier one.
    @Transactional
    Satisfaction answer(Caller caller, UUID project, String milestone, Satisfaction.Write answer) {
        var name = reached(project, milestone);
        if (!isClient(caller, project)) throw Problem.forbidden();
        return keep(caller, project, milestone, name, answer);
    }

    /// The same in the name of somebody, for the demo.
    @Transactional
    public void lay(Caller caller, UUID project, String milestone, int work, int told, String words) {
        var answer = new Satisfaction.Write(work, told, words);
        keep(caller, project, milestone, reached(project, milestone), answer);
    }

    private String reached(UUID project, String milestone) {
        return jdbc.sql("select r.name from (" + REACHED + ") r where r.id = :milestone")
                .param("projects", new UUID[] {project})
                .param("milestone", milestone)
                .query(String.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private Satisfaction keep(Caller caller, UUID project, String milestone, String name, Satisfaction.Write answer) {
        int work = figure("work", answer.work());
        int told = figure("told", answer.told());
        var words = words(answer.words());
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                insert into reporting.satisfaction
                    (project, milestone, milestone_name, account, name, at, work, told, words)
                values (:project, :milestone, :milestoneName, :account, :name, :at, :work, :told, :words)
                on conflict (project, milestone, account) do update set
                    at = excluded.at, work = excluded.work, told = excluded.told, words = excluded.words
                """)
                .param("project", project)
                .param("milestone", milestone)
                .param("milestoneName", name)
                .param("account", caller.account())
                .param("name", caller.name())
                .param("at", Updates.utc(at))
                .param("work", work)
                .param("told", told)
                .param("words", words)
                .update();
        audit.record(caller, "satisfaction-told", "satisfaction", project, project, Map.of("milestone", name));
        events.publish("satisfaction", project, null, caller.account(), EventScope.project(project));
        return new Satisfaction(project, milestone, name, new Update.Deed(caller.name(), at), work, told, words);
    }

    private static int figure(String field, @Nullable Integer figure) {
        if (figure == null || figure < 1 || figure > MOST)
            throw Problem.invalid(field, "It is one of 1 to %d.".formatted(MOST));
        return figure;
    }

    private static String words(@Nullable String written) {
        var words = written == null
                ? ""
                : written.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").strip();
        if (words.length() > LONGEST)
            throw Problem.invalid("words", "It has %,d characters at most.".formatted(LONGEST));
        return words;
    }

    /// What was answered in the last two weeks, the newest first.
    List<Satisfaction> lately(Collection<UUID> projects) {
        return jdbc.sql("""
                select * from reporting.satisfaction
                where project = any(cast(:projects as uuid[])) and at >= :since order by at desc, name limit 50
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("since", Updates.utc(clock.instant().minus(SHOWN)))
                .query(Satisfactions::satisfaction)
                .list();
    }

    /// All that were given about a project, the first first.
    List<Satisfaction> of(UUID project) {
        return jdbc.sql(
                        "select * from reporting.satisfaction where project = :project order by at, name, milestone limit 500")
                .param("project", project)
                .query(Satisfactions::satisfaction)
                .list();
    }

    private static Satisfaction satisfaction(ResultSet row, int number) throws SQLException {
        var at = Objects.requireNonNull(row.getObject("at", java.time.OffsetDateTime.class));
        return new Satisfaction(
                Updates.uuid(row, "project"),
                row.getString("milestone"),
                row.getString("milestone_name"),
                new Update.Deed(row.getString("name"), at.toInstant()),
                row.getInt("work"),
                row.getInt("told"),
                row.getString("words"));
    }
}
