package chargehand.server.work;

import chargehand.server.work.Sheet.Line;
import chargehand.server.work.Sheet.Revision;
import chargehand.server.work.Sheet.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Week sheets, as they are stored.
@Repository
class Sheets {
    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Sheet> find(UUID person, LocalDate week) {
        return jdbc.sql("select * from work.sheet where person = :person and week = :week")
                .param("person", person)
                .param("week", week)
                .query(this::sheet)
                .optional();
    }

    /// The newest first.
    List<Sheet> of(UUID person, LocalDate since) {
        return jdbc.sql("select * from work.sheet where person = :person and week >= :since order by week desc")
                .param("person", person)
                .param("since", since)
                .query(this::sheet)
                .list();
    }

    /// The oldest week first.
    List<Sheet> submitted() {
        return jdbc.sql("select * from work.sheet where state = 'submitted' order by week, person limit 500")
                .query(this::sheet)
                .list();
    }

    /// Those of whole weeks, in order of person and week.
    List<Sheet> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select * from work.sheet where week > :from - 7 and week <= :to order by person, week
                """)
                .param("from", from)
                .param("to", to)
                .query(this::sheet)
                .list();
    }

    private Sheet sheet(ResultSet row, int number) throws SQLException {
        var person = Needed.uuid(row, "person");
        var week = row.getObject("week", LocalDate.class);
        int revision = row.getInt("revision");
        return new Sheet(
                person,
                Objects.requireNonNull(week),
                State.valueOf(row.getString("state")),
                revision,
                row.getInt("approved"),
                lines(person, week, revision),
                row.getLong("version"));
    }

    List<Line> lines(UUID person, LocalDate week, int revision) {
        return jdbc.sql("""
                select * from work.sheet_line where person = :person and week = :week and revision = :revision
                order by place
                """)
                .param("person", person)
                .param("week", week)
                .param("revision", revision)
                .query((row, _) -> new Line(
                        row.getObject("project", UUID.class),
                        row.getString("task"),
                        row.getString("name"),
                        row.getString("code"),
                        row.getString("note"),
                        Arrays.asList((Integer[]) row.getArray("minutes").getArray())))
                .list();
    }

    List<Revision> revisions(UUID person, LocalDate week) {
        return jdbc.sql("""
                select * from work.sheet_revision where person = :person and week = :week order by revision
                """)
                .param("person", person)
                .param("week", week)
                .query((row, _) -> new Revision(
                        row.getInt("revision"),
                        row.getString("reason"),
                        Objects.requireNonNull(Needed.deed(row, "begun")),
                        Needed.deed(row, "submitted"),
                        Needed.deed(row, "decided"),
                        row.getString("returned")))
                .list();
    }

    /// A new one, or one in place of what was there.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(Sheet sheet) {
        return jdbc.sql("""
                insert into work.sheet (person, week, state, revision, approved, version)
                values (:person, :week, :state, :revision, :approved, :version)
                on conflict (person, week) do update set state = excluded.state, revision = excluded.revision,
                    approved = excluded.approved, version = excluded.version
                where work.sheet.version = excluded.version - 1
                """)
                        .param("person", sheet.person())
                        .param("week", sheet.week())
                        .param("state", sheet.state().name())
                        .param("revision", sheet.revision())
                        .param("approved", sheet.approved())
                        .param("version", sheet.version())
                        .update()
                > 0;
    }

    void begin(Sheet sheet, @Nullable String reason, Need.Deed begun) {
        jdbc.sql("""
                insert into work.sheet_revision (person, week, revision, reason, begun_by, begun_name, begun_at)
                values (:person, :week, :revision, :reason, :by, :name, :at)
                """)
                .param("person", sheet.person())
                .param("week", sheet.week())
                .param("revision", sheet.revision())
                .param("reason", reason)
                .param("by", begun.account())
                .param("name", begun.name())
                .param("at", Needed.utc(begun.at()))
                .update();
    }

    /// Of the sheet's own revision; one that was approved is never written again.
    void writeLines(Sheet sheet) {
        jdbc.sql("""
                delete from work.sheet_line where person = :person and week = :week and revision = :revision
                """)
                .param("person", sheet.person())
                .param("week", sheet.week())
                .param("revision", sheet.revision())
                .update();
        int place = 0;
        for (var line : sheet.lines()) insert(sheet, place++, line);
    }

    private void insert(Sheet sheet, int place, Line line) {
        jdbc.sql("""
                insert into work.sheet_line (person, week, revision, place, project, task, name, code, note, minutes)
                values (:person, :week, :revision, :place, :project, :task, :name, :code, :note,
                    cast(:minutes as int[]))
                """)
                .param("person", sheet.person())
                .param("week", sheet.week())
                .param("revision", sheet.revision())
                .param("place", place)
                .param("project", line.project(), Types.OTHER)
                .param("task", line.task())
                .param("name", line.name())
                .param("code", line.code())
                .param("note", line.note())
                .param("minutes", line.minutes().toArray(Integer[]::new))
                .update();
    }

    void submitted(Sheet sheet, Need.@Nullable Deed deed) {
        jdbc.sql("""
                update work.sheet_revision set submitted_by = :by, submitted_name = :name, submitted_at = :at,
                    decided_by = null, decided_name = null, decided_at = null, returned = null
                where person = :person and week = :week and revision = :revision
                """)
                .param("by", deed == null ? null : deed.account(), Types.OTHER)
                .param("name", deed == null ? null : deed.name())
                .param("at", deed == null ? null : Needed.utc(deed.at()))
                .param("person", sheet.person())
                .param("week", sheet.week())
                .param("revision", sheet.revision())
                .update();
    }

    /// @param returned why it was sent back, or null if it was approved
    void decided(Sheet sheet, Need.Deed deed, @Nullable String returned) {
        jdbc.sql("""
                update work.sheet_revision set decided_by = :by, decided_name = :name, decided_at = :at,
                    returned = :returned
                where person = :person and week = :week and revision = :revision
                """)
                .param("by", deed.account())
                .param("name", deed.name())
                .param("at", Needed.utc(deed.at()))
                .param("returned", returned)
                .param("person", sheet.person())
                .param("week", sheet.week())
                .param("revision", sheet.revision())
                .update();
    }

    /// A correction that nobody wants any more.
    void remove(UUID person, LocalDate week, int revision) {
        jdbc.sql("""
                delete from work.sheet_revision where person = :person and week = :week and revision = :revision
                """)
                .param("person", person)
                .param("week", week)
                .param("revision", revision)
                .update();
    }

    /// The cost codes of late, those used most first.
    List<String> codes(LocalDate since) {
        return jdbc.sql("""
                select code from work.sheet_line where code is not null and week >= :since
                group by code order by count(*) desc, code limit 60
                """)
                .param("since", since)
                .query((row, _) -> Objects.requireNonNull(row.getString("code")))
                .list();
    }

    /// A task with the code under which it was told last.
    record Coded(UUID project, String task, String code) {}

    List<Coded> lastCodes(Collection<UUID> projects) {
        return jdbc.sql("""
                select distinct on (project, task) project, task, code from work.sheet_line
                where project = any(cast(:projects as uuid[])) and code is not null order by project, task, week desc
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query((row, _) -> new Coded(Needed.uuid(row, "project"), row.getString("task"), row.getString("code")))
                .list();
    }
}
