package chargehand.server.people;

import chargehand.engine.plan.Booking;
import chargehand.server.identity.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whose time belongs to which project: one ledger for all. Each project writes its own lines and levels around those
/// of the others, which it sees without learning whose they are.
@Component
public class Ledger {
    /// What explanations say of time that others have.
    public static final String ANOTHER_PROJECT = "another project";

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The bookings of tasks that moved, came or went, in the transaction of the change; other tasks keep theirs.
    ///
    /// @param moved every task whose bookings may differ, those that are gone included
    /// @param booked what they have now; tasks that are not in `moved` are an error
    @Transactional
    public void replace(UUID project, Set<UUID> moved, Collection<BookedTime> booked) {
        if (moved.isEmpty()) return;
        for (var each : booked)
            if (!moved.contains(each.task()))
                throw new IllegalArgumentException("The task (%s) did not move.".formatted(each.task()));
        jdbc.sql("delete from people.booking where project = :project and task = any(cast(:tasks as uuid[]))")
                .param("project", project)
                .param("tasks", moved.toArray(UUID[]::new))
                .update();
        insert(project, List.copyOf(booked));
    }

    /// Other times of tasks on which the same people work as before, each of them once: a third of the price of
    /// [#replace].
    @Transactional
    public void move(UUID project, Collection<BookedTime> booked) {
        if (booked.isEmpty()) return;
        var all = List.copyOf(booked);
        int updated =
                jdbc.sql("""
                update people.booking b
                set starts = to_timestamp(m.starts), ends = to_timestamp(m.ends), units = m.units, hard = m.hard
                from unnest(cast(:tasks as uuid[]), cast(:persons as uuid[]), cast(:starts as bigint[]),
                    cast(:ends as bigint[]), cast(:units as int[]), cast(:hard as boolean[]))
                    as m(task, person, starts, ends, units, hard)
                where b.project = :project and b.task = m.task and b.person = m.person
                """).param("project", project).params(columns(all)).update();
        if (updated != all.size())
            replace(project, all.stream().map(BookedTime::task).collect(Collectors.toSet()), all);
    }

    private void insert(UUID project, List<BookedTime> booked) {
        if (booked.isEmpty()) return;
        jdbc.sql("""
                insert into people.booking (project, task, person, starts, ends, units, hard)
                select :project, b.task, b.person, to_timestamp(b.starts), to_timestamp(b.ends), b.units, b.hard
                from unnest(cast(:tasks as uuid[]), cast(:persons as uuid[]), cast(:starts as bigint[]),
                    cast(:ends as bigint[]), cast(:units as int[]), cast(:hard as boolean[]))
                    as b(task, person, starts, ends, units, hard)
                """).param("project", project).params(columns(booked)).update();
    }

    private static Map<String, Object> columns(List<BookedTime> booked) {
        int count = booked.size();
        var tasks = new UUID[count];
        var persons = new UUID[count];
        var starts = new Long[count];
        var ends = new Long[count];
        var units = new Integer[count];
        var hard = new Boolean[count];
        for (int i = 0; i < count; i++) {
            var each = booked.get(i);
            tasks[i] = each.task();
            persons[i] = each.person();
            starts[i] = each.fromInclusive().getEpochSecond();
            ends[i] = each.toExclusive().getEpochSecond();
            units[i] = each.units();
            hard[i] = each.hard();
        }
        return Map.of("tasks", tasks, "persons", persons, "starts", starts, "ends", ends, "units", units, "hard", hard);
    }

    /// What others have of these persons from then on, by person and time, merged into as few ranges as can be. Only
    /// hard bookings; never more than a person has. Where this project was granted time, the others' claim to it is
    /// gone.
    public List<Booking> othersThan(UUID project, Collection<UUID> persons, Instant from) {
        if (persons.isEmpty()) return List.of();
        var lines = jdbc.sql("""
                select b.person, b.project, b.request is not null as granted, b.starts, b.ends, b.units, p.capacity
                from people.booking b join people.person p on p.id = b.person
                where b.person = any(cast(:persons as uuid[])) and b.ends > :from and b.hard
                    and (b.project <> :project or b.request is not null)
                order by b.person, b.starts
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("project", project)
                .query((row, number) -> new Claim(
                        row.getObject("person", UUID.class),
                        row.getObject("project", UUID.class),
                        row.getBoolean("granted"),
                        row.getObject("starts", OffsetDateTime.class).toInstant(),
                        row.getObject("ends", OffsetDateTime.class).toInstant(),
                        row.getInt("units"),
                        row.getInt("capacity")))
                .list();
        return Claims.othersThan(project, lines);
    }

    /// The lines that touch `[fromInclusive, toExclusive)`, by person and time, with whose they are: for those who may
    /// know it.
    public List<BookedRange> lines(Collection<UUID> persons, Instant fromInclusive, Instant toExclusive) {
        return jdbc.sql("""
                select person, project, task, starts, ends, units, hard from people.booking
                where person = any(cast(:persons as uuid[])) and ends > :from and starts < :to
                order by person, starts, ends
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("from", fromInclusive.atOffset(ZoneOffset.UTC))
                .param("to", toExclusive.atOffset(ZoneOffset.UTC))
                .query(Ledger::range)
                .list();
    }

    /// Those of the lines' projects that may be seen.
    Set<UUID> visible(Visibility where, Collection<BookedRange> lines) {
        return new HashSet<>(jdbc.sql("""
                select distinct b.project from unnest(cast(:asked as uuid[])) as b(project)
                left join identity.project_scope s on s.project = b.project
                where :all or s.client = any(cast(:clients as uuid[])) or b.project = any(cast(:projects as uuid[]))
                """)
                .param(
                        "asked",
                        lines.stream().map(BookedRange::project).distinct().toArray(UUID[]::new))
                .param("all", where.company())
                .param("clients", where.clientArray())
                .param("projects", where.projectArray())
                .query(UUID.class)
                .list());
    }

    /// Lines by person, each project counted once where it was granted time and uses it.
    Map<UUID, List<BookedRange>> byPerson(Collection<UUID> persons, Instant fromInclusive, Instant toExclusive) {
        var all = new HashMap<UUID, List<BookedRange>>();
        for (var each : lines(persons, fromInclusive, toExclusive))
            all.computeIfAbsent(each.person(), any -> new ArrayList<>()).add(each);
        all.replaceAll((person, lines) -> Claims.once(lines));
        return all;
    }

    private static BookedRange range(ResultSet row, int number) throws SQLException {
        return new BookedRange(
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getObject("task", UUID.class),
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant(),
                row.getInt("units"),
                row.getBoolean("hard"));
    }

    /// Everything that a project has, when it is removed; also its requests.
    @Transactional
    public void remove(UUID project) {
        for (var table : List.of("booking", "request", "project_priority"))
            jdbc.sql("delete from people.%s where project = :project".formatted(table))
                    .param("project", project)
                    .update();
    }
}
