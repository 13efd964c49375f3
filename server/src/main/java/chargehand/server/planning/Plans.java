package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Plans and their calendars as they are stored: rows of tasks, links and times, of which an edit
/// writes those that
/// changed.
@Repository
class Plans {
    private final JdbcClient jdbc;
    private final ScheduledTasks scheduled;
    private final Baselines baselines;
    private final Proposals proposals;

    Plans(JdbcClient jdbc, ScheduledTasks scheduled, Baselines baselines, Proposals proposals) {
        this.jdbc = jdbc;
        this.scheduled = scheduled;
        this.baselines = baselines;
        this.proposals = proposals;
    }

    /// Its version, if there is such a project.
    Optional<Long> version(UUID project) {
        return jdbc.sql("select version from planning.project where id = :id")
                .param("id", project)
                .query(Long.class)
                .optional();
    }

    /// The same, and nobody else changes it until the transaction ends.
    Optional<Long> lock(UUID project) {
        return jdbc.sql("select version from planning.project where id = :id for update")
                .param("id", project)
                .query(Long.class)
                .optional();
    }

    private record Head(
            String name,
            String zone,
            Instant starts,
            String calendar,
            String calendars,
            String facts,
            int factsChanged,
            long version,
            long edited,
            Instant first,
            Instant finish,
            @Nullable Instant bound,
            int schedules,
            long seed,
            boolean draft) {}

    /// The plan as it is stored.
    ///
    /// @param now for what is worked out from it: float and findings
    Optional<LivePlan> load(UUID project, Instant now) {
        return head(project).map(head -> load(project, head, now));
    }

    private Optional<Head> head(UUID project) {
        return jdbc.sql("""
                select name, zone, starts, calendar, calendars, facts, facts_changed, version, edited, first, finish,
                    bound, schedules, seed, draft
                from planning.project where id = :id
                """)
                .param("id", project)
                .query((row, number) -> head(row))
                .optional();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("name"),
                row.getString("zone"),
                instant(row, "starts"),
                row.getString("calendar"),
                row.getString("calendars"),
                row.getString("facts"),
                row.getInt("facts_changed"),
                row.getLong("version"),
                row.getLong("edited"),
                instant(row, "first"),
                instant(row, "finish"),
                optional(row, "bound"),
                row.getInt("schedules"),
                row.getLong("seed"),
                row.getBoolean("draft"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private LivePlan load(UUID project, Head head, Instant now) {
        var versions = new HashMap<TaskId, Long>();
        var written = new WrittenPlan(
                head.name(),
                ZoneId.of(head.zone()),
                head.starts(),
                head.calendar(),
                PlanJson.calendars(head.calendars()),
                PlanJson.facts(head.facts()),
                rows(project, versions),
                links(project));
        var times = scheduled.of(project);
        var tasks = new ArrayList<ScheduledTask>(written.rows().size());
        var changed = new long[written.rows().size()];
        for (var row : written.rows()) {
            var at = times.get(row.id());
            if (at == null) throw new IllegalStateException("The task (%s) has no time.".formatted(row.id()));
            changed[tasks.size()] = Math.max(at.version(), versions.getOrDefault(row.id(), 0L));
            tasks.add(at.task());
        }
        var plan = written.plan();
        var stored =
                new Calendar(head.first(), head.finish(), tasks, null, head.schedules(), head.seed(), false, List.of());
        var measured = new Rescheduler(plan, stored, now).measured();
        var floated = new long[changed.length];
        java.util.Arrays.fill(floated, head.edited());
        return new LivePlan(
                project,
                head.version(),
                head.edited(),
                written,
                plan,
                withBound(measured, head.bound()),
                changed,
                changed,
                floated,
                baselines.first(project).orElse(null),
                head.factsChanged(),
                proposals.findings(project),
                head.draft());
    }

    /// A repair does not know the bound; where it was known and nothing has changed, it still is.
    static Calendar withBound(Calendar calendar, @Nullable Instant bound) {
        return new Calendar(
                calendar.start(),
                calendar.finish(),
                calendar.tasks(),
                bound,
                calendar.schedules(),
                calendar.seed(),
                calendar.endedEarly(),
                calendar.findings());
    }

    private List<TaskRow> rows(UUID project, Map<TaskId, Long> versions) {
        var rows = jdbc.sql("select id, parent, rank, document, version from planning.task where project = :project")
                .param("project", project)
                .query((row, number) -> {
                    var document = PlanJson.MAPPER.readValue(row.getString("document"), PlanJson.TaskDocument.class);
                    var read = document.row(row.getString("id"), row.getString("parent"), row.getDouble("rank"));
                    versions.put(read.id(), row.getLong("version"));
                    return read;
                })
                .list();
        return WrittenPlan.depthFirst(rows);
    }

    private List<Link> links(UUID project) {
        return WrittenPlan.links(jdbc.sql("""
                select predecessor, successor, type, lag_kind, lag from planning.link where project = :project
                """)
                .param("project", project)
                .query((row, number) -> new Link(
                        new TaskId(row.getString("predecessor")),
                        new TaskId(row.getString("successor")),
                        LinkType.valueOf(row.getString("type")),
                        PlanJson.lag(new PlanChange.Delay(
                                PlanChange.DelayKind.valueOf(row.getString("lag_kind")), row.getInt("lag")))))
                .list());
    }

    /// A new project with its first calendar.
    void insert(LivePlan plan, Project.Kind kind, @Nullable UUID client, UUID by, Instant at) {
        var written = plan.written();
        jdbc.sql("""
                insert into planning.project (id, client, name, zone, kind, starts, calendar, calendars, facts, version,
                    edited, first, finish, bound, schedules, seed, begun, done, draft,
                    created_at, created_by)
                values (:id, :client, :name, :zone, :kind, :starts, :calendar, cast(:calendars as jsonb),
                    cast(:facts as jsonb), :version, :edited, :first, :finish, :bound, :schedules, :seed, :begun, :done,
                    :draft, :at, :by)
                """)
                .param("id", plan.project())
                .param("client", client)
                .param("name", written.name())
                .param("zone", written.zone().getId())
                .param("kind", kind.name())
                .param("starts", utc(written.start()))
                .param("calendar", written.calendar())
                .param("calendars", PlanJson.calendars(written.calendars()))
                .param("facts", PlanJson.text(PlanJson.FactsDocument.of(written.facts())))
                .param("version", plan.version())
                .param("edited", plan.edited())
                .param("first", utc(plan.calendar().start()))
                .param("finish", utc(plan.calendar().finish()))
                .param("bound", utc(plan.calendar().bound()))
                .param("schedules", plan.calendar().schedules())
                .param("seed", plan.calendar().seed())
                .param("begun", plan.begun())
                .param("done", plan.done())
                .param("draft", plan.draft())
                .param("at", utc(at))
                .param("by", by)
                .update();
        writeTeam(plan.project(), written.facts());
        var all = new ArrayList<Integer>();
        for (int i = 0; i < written.rows().size(); i++) all.add(i);
        writeRows(plan, all);
        scheduled.write(plan, all);
        writeLinks(plan, written.links());
    }

    /// What an edit changed, under the lock.
    void store(LivePlan before, LivePlan plan, PlanDifference difference) {
        if (!difference.removed().isEmpty()) remove(plan.project(), difference.removed());
        writeRows(plan, difference.written().stream().boxed().toList());
        scheduled.write(plan, difference.moved().stream().boxed().toList());
        for (var link : difference.removedLinks()) remove(plan.project(), link);
        writeLinks(plan, difference.addedLinks());
        boolean sameHead = before.written().hasSameHead(plan.written());
        if (!sameHead)
            writeHead(plan, !before.written().facts().equals(plan.written().facts()));
        jdbc.sql("""
                update planning.project set version = :version, edited = :edited, first = :first, finish = :finish,
                    bound = :bound, schedules = :schedules, seed = :seed, begun = :begun, done = :done,
                    facts_changed = :facts
                where id = :id
                """)
                .param("id", plan.project())
                .param("version", plan.version())
                .param("edited", plan.edited())
                .param("first", utc(plan.calendar().start()))
                .param("finish", utc(plan.calendar().finish()))
                .param("bound", utc(plan.calendar().bound()))
                .param("schedules", plan.calendar().schedules())
                .param("seed", plan.calendar().seed())
                .param("begun", plan.begun())
                .param("done", plan.done())
                .param("facts", plan.factsChanged())
                .update();
    }

    /// A version that tells something and changes nothing.
    void tell(LivePlan plan) {
        jdbc.sql("update planning.project set version = :version, facts_changed = :facts where id = :id")
                .param("id", plan.project())
                .param("version", plan.version())
                .param("facts", plan.factsChanged())
                .update();
    }

    private void writeHead(LivePlan plan, boolean otherFacts) {
        var written = plan.written();
        jdbc.sql("""
                update planning.project set name = :name, zone = :zone, starts = :starts,
                    calendars = cast(:calendars as jsonb)
                where id = :id
                """)
                .param("id", plan.project())
                .param("name", written.name())
                .param("zone", written.zone().getId())
                .param("starts", utc(written.start()))
                .param("calendars", PlanJson.calendars(written.calendars()))
                .update();
        if (!otherFacts) return;
        jdbc.sql("update planning.project set facts = cast(:facts as jsonb) where id = :id")
                .param("id", plan.project())
                .param("facts", PlanJson.text(PlanJson.FactsDocument.of(written.facts())))
                .update();
        jdbc.sql("delete from planning.team_member where project = :id")
                .param("id", plan.project())
                .update();
        writeTeam(plan.project(), written.facts());
    }

    private void writeTeam(UUID project, Facts facts) {
        jdbc.sql("""
                insert into planning.team_member (project, person)
                select :project, unnest(cast(:persons as uuid[]))
                """)
                .param("project", project)
                .param("persons", facts.persons().toArray(UUID[]::new))
                .update();
    }

    private void writeRows(LivePlan plan, List<Integer> places) {
        if (places.isEmpty()) return;
        int count = places.size();
        var ids = new String[count];
        var parents = new @Nullable String[count];
        var ranks = new Double[count];
        var documents = new String[count];
        for (int i = 0; i < count; i++) {
            var row = plan.written().rows().get(places.get(i));
            ids[i] = row.id().value();
            parents[i] = row.parent() == null ? null : row.parent().value();
            ranks[i] = row.rank();
            documents[i] = PlanJson.text(PlanJson.TaskDocument.of(row));
        }
        jdbc.sql("""
                insert into planning.task (project, id, parent, rank, document, version)
                select :project, t.id, t.parent, t.rank, cast(t.document as jsonb), :version
                from unnest(cast(:ids as text[]), cast(:parents as text[]), cast(:ranks as float8[]),
                    cast(:documents as text[])) as t(id, parent, rank, document)
                on conflict (project, id) do update set parent = excluded.parent, rank = excluded.rank,
                    document = excluded.document, version = excluded.version
                """)
                .param("project", plan.project())
                .param("version", plan.version())
                .param("ids", ids)
                .param("parents", parents)
                .param("ranks", ranks)
                .param("documents", documents)
                .update();
    }

    private void writeLinks(LivePlan plan, List<Link> links) {
        if (links.isEmpty()) return;
        int count = links.size();
        var predecessors = new String[count];
        var successors = new String[count];
        var types = new String[count];
        var kinds = new String[count];
        var lags = new Integer[count];
        for (int i = 0; i < count; i++) {
            var link = links.get(i);
            predecessors[i] = link.predecessor().value();
            successors[i] = link.successor().value();
            types[i] = link.type().name();
            var delay = PlanJson.delay(link.lag());
            kinds[i] = delay == null
                    ? PlanChange.DelayKind.working.name()
                    : delay.kind().name();
            lags[i] = delay == null ? 0 : delay.value();
        }
        jdbc.sql("""
                insert into planning.link (project, predecessor, successor, type, lag_kind, lag, version)
                select :project, l.predecessor, l.successor, l.type, l.kind, l.lag, :version
                from unnest(cast(:predecessors as text[]), cast(:successors as text[]), cast(:types as text[]),
                    cast(:kinds as text[]), cast(:lags as int[])) as l(predecessor, successor, type, kind, lag)
                on conflict (project, predecessor, successor, type) do update set lag_kind = excluded.lag_kind,
                    lag = excluded.lag, version = excluded.version
                """)
                .param("project", plan.project())
                .param("version", plan.version())
                .param("predecessors", predecessors)
                .param("successors", successors)
                .param("types", types)
                .param("kinds", kinds)
                .param("lags", lags)
                .update();
    }

    private void remove(UUID project, List<TaskId> tasks) {
        var ids = tasks.stream().map(TaskId::value).toArray(String[]::new);
        scheduled.remove(project, tasks);
        jdbc.sql("delete from planning.task where project = :project and id = any(cast(:ids as text[]))")
                .param("project", project)
                .param("ids", ids)
                .update();
    }

    private void remove(UUID project, Link link) {
        jdbc.sql("""
                delete from planning.link where project = :project and predecessor = :predecessor
                    and successor = :successor and type = :type
                """)
                .param("project", project)
                .param("predecessor", link.predecessor().value())
                .param("successor", link.successor().value())
                .param("type", link.type().name())
                .update();
    }
}
