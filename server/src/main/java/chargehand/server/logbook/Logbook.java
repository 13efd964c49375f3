package chargehand.server.logbook;

import chargehand.server.identity.Visibility;
import chargehand.server.logbook.LogEntry.Deed;
import chargehand.server.logbook.LogEntry.Kind;
import chargehand.server.logbook.LogEntry.Origin;
import chargehand.server.logbook.LogEntry.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Entries, as they are stored.
@Repository
public class Logbook {
    private static final int MOST = 1_000;
    private static final int MOST_FOUND = 100;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final JdbcClient jdbc;

    Logbook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is open first, what was decided last before what was decided earlier.
    List<LogEntry> of(UUID project) {
        return jdbc.sql("""
                select * from logbook.entry where project = :project
                order by state <> 'open', coalesce(case when kind = 'decision' then day end, cast(made_at as date)) desc,
                    made_at desc limit :most
                """)
                .param("project", project)
                .param("most", MOST)
                .query(Logbook::entry)
                .list();
    }

    Optional<LogEntry> find(UUID project, UUID id) {
        return jdbc.sql("select * from logbook.entry where id = :id and project = :project")
                .param("id", id)
                .param("project", project)
                .query(Logbook::entry)
                .optional();
    }

    /// @param project by name
    record Found(LogEntry entry, String project) {}

    /// By the beginnings of words, all of which have to be there; without words the newest.
    List<Found> search(String text, @Nullable Kind kind, Visibility seen) {
        var words =
                WORD.matcher(text).results().map(each -> each.group() + ":*").collect(Collectors.joining(" & "));
        return jdbc.sql("""
                select e.*, p.name as project_name from logbook.entry e join planning.project p on p.id = e.project
                where (cast(:kind as text) is null or e.kind = :kind)
                    and (:words = '' or to_tsvector('simple'::regconfig, e.title || ' ' || e.text || ' '
                        || coalesce(e.outcome, '') || ' ' || coalesce(e.who, '')) @@ to_tsquery('simple', :words))
                    and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                order by e.made_at desc, e.id limit :most
                """)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("words", words)
                .param("all", seen.company())
                .param("clients", seen.clientArray())
                .param("projects", seen.projectArray())
                .param("most", MOST_FOUND)
                .query((row, number) ->
                        new Found(entry(row, number), Objects.requireNonNull(row.getString("project_name"))))
                .list();
    }

    /// Issues that nobody sees to, and issues and assumptions whose day is over.
    public List<LogEntry> pressing(UUID[] projects, LocalDate today) {
        return jdbc.sql("""
                select * from logbook.entry
                where project = any(cast(:projects as uuid[])) and state = 'open' and kind in ('issue', 'assumption')
                    and (day < :today or kind = 'issue' and owner is null)
                order by day nulls last, made_at limit 200
                """)
                .param("projects", projects)
                .param("today", today)
                .query(Logbook::entry)
                .list();
    }

    /// Open ones with an owner that fall due until then.
    List<LogEntry> due(LocalDate until) {
        return jdbc.sql("""
                select * from logbook.entry e
                where state = 'open' and kind in ('issue', 'assumption') and owner is not null and day <= :until
                    and not exists (select from logbook.reminder r where r.entry = e.id and r.day = e.day and r.late)
                order by day, id limit 500
                """).param("until", until).query(Logbook::entry).list();
    }

    /// What an entry said until somebody wrote it anew.
    ///
    /// @param by who did, and when: `at`
    @Schema(name = "LogEarlier")
    record Earlier(
            long version,
            String title,
            String text,
            @Nullable String who,
            @Nullable LocalDate day,
            State state,
            @Nullable String outcome,
            String by,
            Instant at) {}

    void keep(LogEntry earlier, Deed deed) {
        jdbc.sql("""
                insert into logbook.earlier (entry, version, title, text, who, day, state, outcome, by_name, at)
                select id, version, title, text, who, day, state, outcome, :by, :at from logbook.entry where id = :id
                """)
                .param("id", earlier.id())
                .param("by", deed.name())
                .param("at", Timestamp.from(deed.at()))
                .update();
    }

    /// The newest first.
    List<Earlier> earlier(UUID entry) {
        return jdbc.sql("select * from logbook.earlier where entry = :entry order by version desc")
                .param("entry", entry)
                .query((row, number) -> new Earlier(
                        row.getLong("version"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("who"),
                        row.getObject("day", LocalDate.class),
                        State.valueOf(row.getString("state")),
                        row.getString("outcome"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// @return false if it was said already, on whichever node
    boolean remind(UUID entry, LocalDate day, boolean late) {
        return jdbc.sql(
                                "insert into logbook.reminder (entry, day, late) values (:entry, :day, :late) on conflict do nothing")
                        .param("entry", entry)
                        .param("day", day)
                        .param("late", late)
                        .update()
                > 0;
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                uuid(row, "id"),
                uuid(row, "project"),
                row.getInt("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("text"),
                row.getString("who"),
                row.getObject("day", LocalDate.class),
                row.getObject("owner", UUID.class),
                List.of((String[]) row.getArray("tasks").getArray()),
                origin(row),
                State.valueOf(row.getString("state")),
                row.getString("outcome"),
                Objects.requireNonNull(deed(row, "made")),
                deed(row, "closed"),
                row.getLong("version"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    private static @Nullable Origin origin(ResultSet row) throws SQLException {
        var kind = row.getString("origin_kind");
        return kind == null
                ? null
                : new Origin(kind, uuid(row, "origin"), Objects.requireNonNullElse(row.getString("origin_text"), ""));
    }

    private static @Nullable Deed deed(ResultSet row, String verb) throws SQLException {
        var account = row.getObject(verb + "_by", UUID.class);
        var at = row.getTimestamp(verb + "_at");
        return account == null || at == null ? null : new Deed(account, row.getString(verb + "_name"), at.toInstant());
    }

    /// The first free one; whoever comes second at the same moment waits.
    int nextNumber(UUID project, Kind kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 20))")
                .param("key", project + kind.name())
                .query((_, _) -> 0)
                .single();
        return jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from logbook.entry where project = :project and kind = :kind")
                .param("project", project)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    /// A new one, or one in place of what was there.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(LogEntry entry) {
        var origin = entry.origin();
        var closed = entry.closed();
        return jdbc.sql("""
                insert into logbook.entry (id, project, number, kind, title, text, who, day, owner, tasks, origin_kind,
                    origin, origin_text, state, outcome, made_by, made_name, made_at, closed_by, closed_name, closed_at,
                    version)
                values (:id, :project, :number, :kind, :title, :text, :who, :day, :owner, cast(:tasks as text[]),
                    :originKind, :origin, :originText, :state, :outcome, :madeBy, :madeName, :madeAt, :closedBy,
                    :closedName, :closedAt, :version)
                on conflict (id) do update set title = excluded.title, text = excluded.text, who = excluded.who,
                    day = excluded.day, owner = excluded.owner, tasks = excluded.tasks, state = excluded.state,
                    outcome = excluded.outcome, closed_by = excluded.closed_by, closed_name = excluded.closed_name,
                    closed_at = excluded.closed_at, version = excluded.version
                where logbook.entry.version = excluded.version - 1
                """)
                        .param("id", entry.id())
                        .param("project", entry.project())
                        .param("number", entry.number())
                        .param("kind", entry.kind().name())
                        .param("title", entry.title())
                        .param("text", entry.text())
                        .param("who", entry.who())
                        .param("day", entry.day())
                        .param("owner", entry.owner(), Types.OTHER)
                        .param("tasks", entry.tasks().toArray(String[]::new))
                        .param("originKind", origin == null ? null : origin.kind())
                        .param("origin", origin == null ? null : origin.id(), Types.OTHER)
                        .param("originText", origin == null ? null : origin.text())
                        .param("state", entry.state().name())
                        .param("outcome", entry.outcome())
                        .param("madeBy", entry.made().account())
                        .param("madeName", entry.made().name())
                        .param("madeAt", entry.made().at().atOffset(ZoneOffset.UTC))
                        .param("closedBy", closed == null ? null : closed.account(), Types.OTHER)
                        .param("closedName", closed == null ? null : closed.name())
                        .param("closedAt", closed == null ? null : closed.at().atOffset(ZoneOffset.UTC))
                        .param("version", entry.version())
                        .update()
                > 0;
    }
}
