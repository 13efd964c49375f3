package chargehand.server.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Meetings and their minutes, as they are stored.
@Repository
class Meetings {
    private final JdbcClient jdbc;

    Meetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A meeting with the name of its project.
    record Named(Meeting meeting, String project) {}

    /// By their first day, those that have ended included.
    List<Meeting> of(UUID project) {
        return jdbc.sql("select * from meetings.meeting where project = :project order by first_day, starts, title, id")
                .param("project", project)
                .query((row, number) -> meeting(row))
                .list();
    }

    /// Those at which any of these persons are, of projects that go on.
    List<Named> ofPersons(Collection<UUID> persons) {
        return jdbc.sql("""
                select m.*, p.name as project_name from meetings.meeting m join planning.project p on p.id = m.project
                where m.persons && cast(:persons as uuid[]) and not p.finished order by m.id
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, number) -> new Named(meeting(row), row.getString("project_name")))
                .list();
    }

    /// Those of a project that goes on.
    List<Named> named(UUID project) {
        return jdbc.sql("""
                select m.*, p.name as project_name from meetings.meeting m join planning.project p on p.id = m.project
                where m.project = :project and not p.finished order by m.id
                """)
                .param("project", project)
                .query((row, number) -> new Named(meeting(row), row.getString("project_name")))
                .list();
    }

    Optional<Meeting> find(UUID project, UUID id) {
        return jdbc.sql("select * from meetings.meeting where id = :id and project = :project")
                .param("id", id)
                .param("project", project)
                .query((row, number) -> meeting(row))
                .optional();
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                uuid(row, "id"),
                uuid(row, "project"),
                row.getString("title"),
                row.getString("rule"),
                Objects.requireNonNull(row.getObject("first_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("starts", LocalTime.class)),
                row.getInt("minutes"),
                row.getString("zone"),
                row.getString("place"),
                row.getString("link"),
                array(row, "persons").map(each -> (UUID) each).toList(),
                array(row, "without")
                        .map(each -> ((java.sql.Date) each).toLocalDate())
                        .toList(),
                row.getObject("ended", LocalDate.class),
                row.getLong("version"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    private static Stream<Object> array(ResultSet row, String column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray());
    }

    /// False if the version there is another than the one before.
    boolean put(Meeting meeting) {
        return jdbc.sql("""
                insert into meetings.meeting as there (id, project, title, rule, first_day, starts, minutes, zone, place, link,
                    persons, without, ended, version)
                values (:id, :project, :title, :rule, :first, :from, :minutes, :zone, :place, :link,
                    cast(:persons as uuid[]), cast(:without as date[]), :ended, :version)
                on conflict (id) do update set title = excluded.title, rule = excluded.rule,
                    first_day = excluded.first_day, starts = excluded.starts, minutes = excluded.minutes,
                    zone = excluded.zone, place = excluded.place, link = excluded.link, persons = excluded.persons,
                    without = excluded.without, ended = excluded.ended, version = excluded.version
                where there.version = excluded.version - 1
                """)
                        .param("id", meeting.id())
                        .param("project", meeting.project())
                        .param("title", meeting.title())
                        .param("rule", meeting.rule())
                        .param("first", meeting.first())
                        .param("from", meeting.from())
                        .param("minutes", meeting.minutes())
                        .param("zone", meeting.zone())
                        .param("place", meeting.place())
                        .param("link", meeting.link())
                        .param("persons", meeting.persons().toArray(UUID[]::new))
                        .param(
                                "without",
                                meeting.without().stream()
                                        .map(LocalDate::toString)
                                        .toArray(String[]::new))
                        .param("ended", meeting.ended())
                        .param("version", meeting.version())
                        .update()
                > 0;
    }

    /// Of one day, in the order in which they were written.
    List<Minute> minutes(UUID meeting, LocalDate day) {
        return jdbc.sql("select * from meetings.minute where meeting = :meeting and day = :day order by number")
                .param("meeting", meeting)
                .param("day", day)
                .query((row, number) -> minute(row))
                .list();
    }

    /// The days before one of which there are minutes, the newest first.
    List<LocalDate> minuted(UUID meeting) {
        return jdbc.sql("select distinct day from meetings.minute where meeting = :meeting order by day desc limit 100")
                .param("meeting", meeting)
                .query((row, number) -> row.getDate("day").toLocalDate())
                .list();
    }

    Optional<Minute> minute(UUID meeting, UUID id) {
        return jdbc.sql("select * from meetings.minute where meeting = :meeting and id = :id")
                .param("meeting", meeting)
                .param("id", id)
                .query((row, number) -> minute(row))
                .optional();
    }

    private static Minute minute(ResultSet row) throws SQLException {
        return new Minute(
                uuid(row, "id"),
                row.getDate("day").toLocalDate(),
                Minute.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getString("made"),
                row.getObject("owner", UUID.class),
                row.getObject("due", LocalDate.class),
                uuid(row, "account"),
                row.getString("name"),
                row.getTimestamp("at").toInstant());
    }

    void insert(UUID meeting, Minute minute) {
        jdbc.sql("""
                insert into meetings.minute (id, meeting, day, kind, text, made, owner, due, account, name, at)
                values (:id, :meeting, :day, :kind, :text, :made, :owner, :due, :account, :name, :at)
                """)
                .param("id", minute.id())
                .param("meeting", meeting)
                .param("day", minute.day())
                .param("kind", minute.kind().name())
                .param("text", minute.text())
                .param("made", minute.made())
                .param("owner", minute.owner())
                .param("due", minute.due())
                .param("account", minute.account())
                .param("name", minute.name())
                .param("at", Timestamp.from(minute.at()))
                .update();
    }

    void remove(UUID minute) {
        jdbc.sql("delete from meetings.minute where id = :id")
                .param("id", minute)
                .update();
    }
}
