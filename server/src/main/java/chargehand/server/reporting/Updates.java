package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Deed;
import chargehand.server.reporting.Update.Release;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Updates, as they are stored. What was released stays as it was.
@Repository
class Updates {
    private static final int MOST = 50;
    private static final String SELECT = """
            select u.*, b.name as switched_name,
                array(select a.name from reporting.acknowledgement a where a.update = u.id order by a.at, a.name)
                    as readers,
                array(select a.at from reporting.acknowledgement a where a.update = u.id order by a.at, a.name) as read_at
            from reporting.update u left join identity.account b on b.id = u.switched_by
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Updates(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Update> find(UUID project, UUID id) {
        return jdbc.sql(SELECT + "where u.id = :id and u.project = :project")
                .param("id", id)
                .param("project", project)
                .query(this::update)
                .optional();
    }

    /// Drafts first, then the newest.
    List<Update> of(UUID project) {
        return jdbc.sql(SELECT + """
                where u.project = :project
                order by u.released_at is not null, u.released_at desc, u.audience limit :most
                """)
                .param("project", project)
                .param("most", MOST)
                .query(this::update)
                .list();
    }

    Optional<Update> draft(UUID project, Audience audience) {
        return jdbc.sql(SELECT + "where u.project = :project and u.audience = :audience and u.released_at is null")
                .param("project", project)
                .param("audience", audience.name())
                .query(this::update)
                .optional();
    }

    /// What each of the projects told the audience last.
    List<Update> last(Collection<UUID> projects, Audience audience) {
        return jdbc.sql(SELECT + """
                where u.id in (select distinct on (project) id from reporting.update
                    where project = any(cast(:projects as uuid[])) and audience = :audience
                        and released_at is not null
                    order by project, released_at desc)
                order by u.project
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .param("audience", audience.name())
                .query(this::update)
                .list();
    }

    /// Drafts of these projects that wait to be released.
    List<Update> drafts(Collection<UUID> projects) {
        return jdbc.sql(SELECT + """
                where u.project = any(cast(:projects as uuid[])) and u.released_at is null order by u.made_at
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(this::update)
                .list();
    }

    private Update update(ResultSet row, int number) throws SQLException {
        var facts = json.readValue(row.getString("facts"), Update.Facts.class);
        var words = new Update.Words(row.getString("summary"), row.getString("why"), row.getString("doing"));
        return new Update(
                uuid(row, "id"),
                uuid(row, "project"),
                Audience.valueOf(row.getString("audience")),
                facts,
                words,
                Objects.requireNonNull(deed(row, "made")),
                released(row),
                DatesInWords.foreign(words.all(), DatesInWords.of(facts)),
                acknowledged(row),
                row.getLong("version"));
    }

    private static @Nullable Release released(ResultSet row) throws SQLException {
        var released = deed(row, "released");
        if (released == null) return null;
        var by = row.getObject("switched_by", UUID.class);
        var at = row.getObject("switched_at", OffsetDateTime.class);
        if (by == null || at == null) return new Release(released.name(), released.at(), null);
        var name = Objects.requireNonNullElse(row.getString("switched_name"), "–");
        var switchedOn = new Deed(name, at.toInstant());
        return new Release(released.name(), released.at(), switchedOn);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static @Nullable Deed deed(ResultSet row, String verb) throws SQLException {
        var at = row.getObject(verb + "_at", OffsetDateTime.class);
        return at == null ? null : new Deed(row.getString(verb + "_name"), at.toInstant());
    }

    private static List<Deed> acknowledged(ResultSet row) throws SQLException {
        var readers = (String[]) row.getArray("readers").getArray();
        var at = (Timestamp[]) row.getArray("read_at").getArray();
        return IntStream.range(0, readers.length)
                .mapToObj(i -> new Deed(readers[i], at[i].toInstant()))
                .toList();
    }

    /// Those of these updates that an account has acknowledged.
    Set<UUID> acknowledged(Collection<UUID> updates, UUID account) {
        return Set.copyOf(jdbc.sql("""
                select update from reporting.acknowledgement
                where update = any(cast(:updates as uuid[])) and account = :account
                """)
                .param("updates", updates.toArray(UUID[]::new))
                .param("account", account)
                .query(UUID.class)
                .list());
    }

    /// False if it was acknowledged before.
    boolean acknowledge(UUID update, UUID account, String name, Instant at) {
        return jdbc.sql("""
                insert into reporting.acknowledgement (update, account, name, at)
                values (:update, :account, :name, :at) on conflict do nothing
                """)
                        .param("update", update)
                        .param("account", account)
                        .param("name", name)
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /// A new draft, or one in place of what was there.
    ///
    /// @param written when somebody wrote in it; null where nobody did now
    /// @return false if the version there is not the one before this one's, it is released, or its audience
    /// got another draft meanwhile
    boolean put(Update update, UUID by, @Nullable Instant written) {
        try {
            return isPut(update, by, written);
        } catch (DuplicateKeyException drafted) {
            return false;
        }
    }

    private boolean isPut(Update update, UUID by, @Nullable Instant written) {
        return jdbc.sql("""
                insert into reporting.update (id, project, audience, facts, summary, why, doing, made_by, made_name, made_at,
                    written_at, version)
                values (:id, :project, :audience, cast(:facts as jsonb), :summary, :why, :doing, :by, :name, :at,
                    :written, :version)
                on conflict (id) do update set facts = excluded.facts, summary = excluded.summary, why = excluded.why,
                    doing = excluded.doing, made_by = excluded.made_by, made_name = excluded.made_name,
                    made_at = excluded.made_at, version = excluded.version,
                    written_at = coalesce(excluded.written_at, reporting.update.written_at)
                where reporting.update.version = excluded.version - 1 and reporting.update.released_at is null
                """)
                        .param("id", update.id())
                        .param("project", update.project())
                        .param("audience", update.audience().name())
                        .param("facts", json.writeValueAsString(update.facts()))
                        .param("summary", update.words().summary())
                        .param("why", update.words().why())
                        .param("doing", update.words().doing())
                        .param("by", by)
                        .param("name", update.made().name())
                        .param("at", utc(update.made().at()))
                        .param("written", written == null ? null : utc(written), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("version", update.version())
                        .update()
                > 0;
    }

    /// Whether nobody has drafted it, drafted it anew or written in it since a moment.
    boolean rests(UUID id, Instant since) {
        return jdbc.sql("""
                select exists (select from reporting.update
                    where id = :id and released_at is null and (written_at is null or written_at <= :since)
                        and (made_by = :system or made_at <= :since))
                """)
                .param("id", id)
                .param("system", Caller.SYSTEM.account())
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    /// Other facts of a draft; its words and its version stay.
    ///
    /// @return false if it was released or removed
    boolean refresh(UUID id, Update.Facts facts) {
        return jdbc.sql("""
                update reporting.update set facts = cast(:facts as jsonb) where id = :id and released_at is null
                """)
                        .param("id", id)
                        .param("facts", json.writeValueAsString(facts))
                        .update()
                > 0;
    }

    /// After the one before, even where a clock stands still or goes back: the last is what its audience sees.
    ///
    /// @param on the switch by which it is released by itself, or null
    /// @return false if it was released before
    boolean release(UUID id, Caller by, Instant at, @Nullable ReleaseSwitch on) {
        return jdbc.sql("""
                update reporting.update u set released_by = :by, released_name = :name, version = version + 1,
                    switched_by = :switchedBy, switched_at = :switchedAt,
                    released_at = greatest(cast(:at as timestamptz), (
                        select max(o.released_at) + interval '1 millisecond' from reporting.update o
                        where o.project = u.project and o.audience = u.audience))
                where u.id = :id and u.released_at is null
                """)
                        .param("id", id)
                        .param("by", by.account())
                        .param("name", by.name())
                        .param("switchedBy", on == null ? null : on.account(), Types.OTHER)
                        .param("switchedAt", on == null ? null : utc(on.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    /// False if it is released: then it stays.
    boolean remove(UUID id) {
        return jdbc.sql("delete from reporting.update where id = :id and released_at is null")
                        .param("id", id)
                        .update()
                > 0;
    }
}
