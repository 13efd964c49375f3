package chargehand.server.audit;

import chargehand.server.identity.Scopes;
import chargehand.server.identity.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The chain of deeds in the database.
@Component
class Entries {
    private final JdbcClient jdbc;
    private final Scopes scopes;

    Entries(JdbcClient jdbc, Scopes scopes) {
        this.jdbc = jdbc;
        this.scopes = scopes;
    }

    record Entry(long seq, Deed deed) {}

    private record Link(long seq, byte[] hash) {
        static final Link NONE = new Link(0, new byte[32]);
    }

    /// The last act but one of a transaction; one at a time, since each holds the hash of the one before.
    void append(List<Deed> deeds) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('audit.entry'))").query(row -> {});
        var last = last();
        for (var deed : deeds) last = insert(deed, last);
    }

    private Link last() {
        return jdbc.sql("select seq, hash from audit.entry order by seq desc limit 1")
                .query((row, _) -> new Link(row.getLong("seq"), row.getBytes("hash")))
                .optional()
                .orElse(Link.NONE);
    }

    private Link insert(Deed deed, Link last) {
        var next = new Link(last.seq + 1, deed.hash(last.seq + 1, last.hash));
        jdbc.sql("""
                insert into audit.entry (seq, at, account, name, action, noun, id, project, detail, previous, hash)
                values (:seq, :at, :account, :name, :action, :noun, :id, :project, :detail, :previous, :hash)
                """)
                .param("seq", next.seq)
                .param("at", Timestamp.from(deed.at()))
                .param("account", deed.account())
                .param("name", deed.name())
                .param("action", deed.action())
                .param("noun", deed.noun())
                .param("id", deed.id())
                .param("project", deed.project(), Types.OTHER)
                .param("detail", deed.detail())
                .param("previous", last.hash)
                .param("hash", next.hash)
                .update();
        return next;
    }

    /// The newest first, of those that may be seen.
    List<Entry> before(@Nullable Long seq, Visibility where, int most) {
        var projects = new HashSet<>(where.projects());
        if (!where.clients().isEmpty()) projects.addAll(scopes.projects(where.clients()));
        return jdbc.sql("""
                select * from audit.entry where seq < :seq and (:all or project = any(:projects))
                order by seq desc limit :most
                """)
                .param("seq", seq == null ? Long.MAX_VALUE : seq)
                .param("all", where.company())
                .param("projects", projects.toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> new Entry(row.getLong("seq"), deed(row)))
                .list();
    }

    List<Deed> about(String noun, UUID id) {
        return jdbc.sql("select * from audit.entry where id = :id and noun = :noun order by seq")
                .param("id", id)
                .param("noun", noun)
                .query((row, _) -> deed(row))
                .list();
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                row.getTimestamp("at").toInstant(),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("action"),
                row.getString("noun"),
                row.getObject("id", UUID.class),
                row.getObject("project", UUID.class),
                row.getString("detail"));
    }

    /// Whether the chain is whole.
    ///
    /// @param entries how many were looked at
    /// @param broken the first that isn't what it was, or doesn't follow the one before
    record Verification(
            boolean intact, long entries, @Nullable Long broken) {}

    Verification verify() {
        var last = new AtomicReference<>(Link.NONE);
        var broken = new AtomicReference<@Nullable Long>();
        jdbc.sql("select * from audit.entry order by seq").query(row -> {
            if (broken.get() != null) return;
            var before = last.get();
            long seq = row.getLong("seq");
            var hash = row.getBytes("hash");
            boolean follows = seq == before.seq + 1 && Arrays.equals(row.getBytes("previous"), before.hash);
            if (!follows || !Arrays.equals(hash, deed(row).hash(seq, before.hash))) broken.set(seq);
            else last.set(new Link(seq, hash));
        });
        return new Verification(broken.get() == null, last.get().seq, broken.get());
    }
}
