package chargehand.server.outbox;

import chargehand.server.outbox.Notice.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Notices and wishes, as they are stored.
@Repository
class NoticeRows {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    NoticeRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param about what waits for the reader; null if nothing does
    void insert(Notice notice, @Nullable UUID account, @Nullable UUID by, @Nullable UUID mail, @Nullable UUID about) {
        jdbc.sql("""
                insert into outbox.notice (id, account, kind, project, by, letter, at, mail, about)
                values (:id, :account, :kind, :project, :by, cast(:letter as jsonb), :at, :mail, :about)
                """)
                .param("id", notice.id())
                .param("account", account, Types.OTHER)
                .param("kind", notice.kind().word())
                .param("project", notice.project(), Types.OTHER)
                .param("by", by, Types.OTHER)
                .param("letter", json.writeValueAsString(notice.letter()))
                .param("at", Timestamp.from(notice.at()))
                .param("mail", mail, Types.OTHER)
                .param("about", about, Types.OTHER)
                .update();
    }

    /// What was told about something that waits no more, also in mails that have not gone yet.
    ///
    /// @return whose they were
    List<UUID> removeAbout(UUID about) {
        return jdbc.sql("delete from outbox.notice where about = :about returning account")
                .param("about", about)
                .query((row, _) -> Objects.requireNonNull(row.getObject("account", UUID.class)))
                .list();
    }

    List<Notice> of(UUID account) {
        return jdbc.sql("select * from outbox.notice where account = :account order by at desc, id desc limit :most")
                .param("account", account)
                .param("most", MOST)
                .query(this::notice)
                .list();
    }

    /// What goes in a mail, in the order in which it happened.
    List<Notice> in(UUID mail) {
        return jdbc.sql("select * from outbox.notice where mail = :mail order by at, id limit :most")
                .param("mail", mail)
                .param("most", MOST)
                .query(this::notice)
                .list();
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        var seen = row.getTimestamp("seen_at");
        return new Notice(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Kind.of(row.getString("kind")),
                row.getObject("project", UUID.class),
                json.readValue(row.getString("letter"), Letter.class),
                row.getTimestamp("at").toInstant(),
                seen == null ? null : seen.toInstant());
    }

    int unseen(UUID account) {
        return jdbc.sql("select count(*) from outbox.notice where account = :account and seen_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    int see(UUID account, Instant upTo, Instant now) {
        return jdbc.sql("""
                update outbox.notice set seen_at = :now where account = :account and seen_at is null and at <= :upTo
                """)
                .param("account", account)
                .param("upTo", Timestamp.from(upTo))
                .param("now", Timestamp.from(now))
                .update();
    }

    NoticeWishes wishes(UUID account) {
        return jdbc.sql("select * from outbox.notice_wishes where account = :account")
                .param("account", account)
                .query((row, _) -> new NoticeWishes(
                        Arrays.stream((String[]) row.getArray("mail").getArray())
                                .map(Kind::of)
                                .collect(Collectors.toSet()),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class),
                        row.getObject("digest_at", LocalTime.class)))
                .optional()
                .orElse(NoticeWishes.USUAL);
    }

    void wish(UUID account, NoticeWishes wishes) {
        jdbc.sql("""
                insert into outbox.notice_wishes (account, mail, quiet_from, quiet_until, digest_at)
                values (:account, :mail, :from, :until, :digest)
                on conflict (account) do update set mail = excluded.mail, quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until, digest_at = excluded.digest_at
                """)
                .param("account", account)
                .param("mail", wishes.mail().stream().map(Kind::word).sorted().toArray(String[]::new))
                .param("from", wishes.quietFrom(), Types.TIME)
                .param("until", wishes.quietUntil(), Types.TIME)
                .param("digest", wishes.digestAt(), Types.TIME)
                .update();
    }

    /// What was told three months ago is history; what still waits to go out stays.
    @Scheduled(initialDelayString = "PT21M", fixedDelayString = "PT6H")
    void prune() {
        jdbc.sql("""
                delete from outbox.notice n where n.at < now() - interval '90 days' and not exists (
                    select from outbox.mail m where m.id = n.mail and m.state in ('waiting', 'handed'))
                """).update();
        jdbc.sql("""
                delete from outbox.mail where state in ('sent', 'dropped', 'unsure', 'failed')
                    and ended_at < now() - interval '90 days'
                """).update();
    }
}
