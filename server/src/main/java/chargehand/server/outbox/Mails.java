package chargehand.server.outbox;

import chargehand.server.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Mails on their way out, as they are stored.
@Repository
class Mails {
    private final JdbcClient jdbc;
    private final Clock clock;

    Mails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param account whose it is, or null: then it goes to the address
    /// @param tries how often it was tried before
    record Mail(UUID id, @Nullable UUID account, @Nullable String address, String name, String language, int tries) {}

    /// One that did not go as it should.
    ///
    /// @param state failed: nobody took it; unsure: the line broke after the last word, so it may have been taken
    record Trouble(
            UUID id, String name, String state, @Nullable String trouble, Instant at) {}

    UUID insert(@Nullable UUID account, @Nullable String address, String name, String language, Instant due) {
        var id = Ids.next(clock);
        jdbc.sql("""
                insert into outbox.mail (id, account, address, name, language, due)
                values (:id, :account, :address, :name, :language, :due)
                """)
                .param("id", id)
                .param("account", account, Types.OTHER)
                .param("address", address)
                .param("name", name)
                .param("language", language)
                .param("due", Timestamp.from(due))
                .update();
        return id;
    }

    /// Locked, so that it does not go before what is put into it.
    Optional<UUID> waiting(UUID account, Instant due) {
        return jdbc.sql("""
                select id from outbox.mail where account = :account and state = 'waiting' and due = :due and tries = 0
                limit 1 for update skip locked
                """)
                .param("account", account)
                .param("due", Timestamp.from(due))
                .query(UUID.class)
                .optional();
    }

    /// The first that is due and nobody else holds; it is held until the transaction ends.
    Optional<Mail> next(Instant now) {
        return jdbc.sql("""
                select id, account, address, name, language, tries from outbox.mail
                where state = 'waiting' and due <= :now order by due, id limit 1 for update skip locked
                """)
                .param("now", Timestamp.from(now))
                .query(Mails::mail)
                .optional();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getObject("account", UUID.class),
                row.getString("address"),
                row.getString("name"),
                row.getString("language"),
                row.getInt("tries"));
    }

    int due(Instant now) {
        return jdbc.sql("select count(*) from outbox.mail where state = 'waiting' and due <= :now")
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    void handed(UUID id) {
        jdbc.sql("update outbox.mail set state = 'handed', handed_at = now(), tries = tries + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void end(UUID id, String state, @Nullable String trouble) {
        jdbc.sql("update outbox.mail set state = :state, trouble = :trouble, ended_at = now() where id = :id")
                .param("id", id)
                .param("state", state)
                .param("trouble", trouble)
                .update();
        if (!state.equals("unsure")) forgetStrangers(id);
    }

    /// An invitation's link opens a door; what is on its way no more is not kept.
    private void forgetStrangers(UUID id) {
        jdbc.sql("delete from outbox.notice where mail = :id and account is null")
                .param("id", id)
                .update();
    }

    void later(UUID id, Instant due, int tries, String trouble) {
        jdbc.sql("""
                update outbox.mail set state = 'waiting', due = :due, tries = :tries, trouble = :trouble where id = :id
                """)
                .param("id", id)
                .param("due", Timestamp.from(due))
                .param("tries", tries)
                .param("trouble", trouble)
                .update();
    }

    /// What was handed over by a server that was never heard of again. By the database's own clock, as it is stored.
    int settle() {
        return jdbc.sql("""
                update outbox.mail set state = 'unsure', ended_at = now(),
                    trouble = 'The server ended before the mail server had answered.'
                where state = 'handed' and handed_at < now() - interval '3 minutes'
                """).update();
    }

    /// The newest first.
    List<Trouble> troubles() {
        return jdbc.sql("""
                select id, name, state, trouble, coalesce(ended_at, due) as at from outbox.mail
                where state in ('unsure', 'failed') order by ended_at desc limit 50
                """)
                .query((row, _) -> new Trouble(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("state"),
                        row.getString("trouble"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    int count(String state) {
        return jdbc.sql("select count(*) from outbox.mail where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /// @return false if it is none of those in trouble
    boolean again(UUID id, Instant now) {
        return jdbc.sql("""
                        update outbox.mail set state = 'waiting', due = :now, tries = 0, ended_at = null
                        where id = :id and state in ('unsure', 'failed')
                        """).param("id", id).param("now", Timestamp.from(now)).update() > 0;
    }
}
