package chargehand.server.assets;

import chargehand.server.assets.Measure.Point;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is measured, as it is stored.
@Repository
class Measures {
    private static final int BATCH = 2_000;
    /// The latest days of each are read; older ones say little of what comes.
    private static final int MOST_DAYS = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Measures(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Measure> of(UUID asset) {
        return read("where asset = :some", asset);
    }

    List<Measure> some(Collection<UUID> measures) {
        return read("where id = any(cast(:some as uuid[]))", measures.toArray(UUID[]::new));
    }

    /// Those of what has to be ordered first first.
    ///
    /// @param most so many at most
    List<Measure> all(int most) {
        var ids = jdbc.sql("""
                select m.id from assets.measure m join assets.asset a on a.id = m.asset
                order by a.full_on - a.lead_days nulls last, m.id limit :most
                """)
                .param("most", most)
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
        return some(ids);
    }

    /// Of each day the last point counts. From one day's to that of the day before is a step in the index, so what is
    /// measured every minute is read as fast as what is measured each day.
    private List<Measure> read(String where, Object some) {
        var points = new HashMap<UUID, List<Point>>();
        jdbc.sql("""
                select m.id as measure, d.at, d.value from (select id from assets.measure %s) m cross join lateral (
                    with recursive daily as (
                        (select at, value from assets.measurement where measure = m.id order by at desc limit 1)
                        union all
                        select earlier.at, earlier.value from daily cross join lateral (
                            select at, value from assets.measurement
                            where measure = m.id and at < date_trunc('day', daily.at, 'UTC')
                            order by at desc limit 1
                        ) earlier
                    )
                    select at, value from daily limit :most
                ) d order by m.id, d.at
                """.formatted(where))
                .param("some", some)
                .param("most", MOST_DAYS)
                .query(row -> {
                    points.computeIfAbsent(row.getObject("measure", UUID.class), any -> new ArrayList<>())
                            .add(new Point(
                                    Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                            .toInstant(),
                                    row.getDouble("value")));
                });
        return jdbc.sql("select * from assets.measure %s order by asset, lower(name)".formatted(where))
                .param("some", some)
                .query((row, _) -> {
                    var id = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new Measure(
                            id,
                            Objects.requireNonNull(row.getObject("asset", UUID.class)),
                            row.getString("name"),
                            row.getString("unit"),
                            row.getObject("capacity", Double.class),
                            points.getOrDefault(id, List.of()));
                })
                .list();
    }

    /// By the asset's id and the measure's name in small letters, without points.
    Map<String, Measure> heads(Collection<UUID> assets) {
        var heads = new HashMap<String, Measure>();
        jdbc.sql("select * from assets.measure where asset = any(cast(:assets as uuid[]))")
                .param("assets", assets.toArray(UUID[]::new))
                .query(row -> {
                    var measure = new Measure(
                            Objects.requireNonNull(row.getObject("id", UUID.class)),
                            Objects.requireNonNull(row.getObject("asset", UUID.class)),
                            row.getString("name"),
                            row.getString("unit"),
                            row.getObject("capacity", Double.class),
                            List.of());
                    heads.put(key(measure.asset(), measure.name()), measure);
                });
        return heads;
    }

    /// When each of them was measured last; without those that never were.
    Map<UUID, Instant> last(Collection<UUID> measures) {
        var last = new HashMap<UUID, Instant>();
        jdbc.sql("""
                select m.id, (select max(at) from assets.measurement where measure = m.id) as at
                from unnest(cast(:measures as uuid[])) as m(id)
                """).param("measures", measures.toArray(UUID[]::new)).query(row -> {
            var at = row.getObject("at", OffsetDateTime.class);
            if (at != null) last.put(row.getObject("id", UUID.class), at.toInstant());
        });
        return last;
    }

    static String key(UUID asset, String name) {
        return asset + " " + name.toLowerCase(java.util.Locale.ROOT);
    }

    void insert(Measure measure) {
        jdbc.sql("""
                insert into assets.measure (id, asset, name, unit, capacity)
                values (:id, :asset, :name, :unit, :capacity)
                """)
                .param("id", measure.id())
                .param("asset", measure.asset())
                .param("name", measure.name())
                .param("unit", measure.unit())
                .param("capacity", measure.capacity(), Types.DOUBLE)
                .update();
    }

    boolean capacity(UUID asset, UUID measure, @Nullable Double capacity) {
        return jdbc.sql("update assets.measure set capacity = :capacity where id = :id and asset = :asset")
                        .param("capacity", capacity, Types.DOUBLE)
                        .param("id", measure)
                        .param("asset", asset)
                        .update()
                > 0;
    }

    boolean remove(UUID asset, UUID measure) {
        return jdbc.sql("delete from assets.measure where id = :id and asset = :asset")
                        .param("id", measure)
                        .param("asset", asset)
                        .update()
                > 0;
    }

    record Measured(UUID measure, Instant at, double value) {}

    /// What was measured at the same moment before is replaced.
    void put(List<Measured> measured) {
        batches.batchUpdate("""
                insert into assets.measurement (measure, at, value) values (?, ?, ?)
                on conflict (measure, at) do update set value = excluded.value
                """, measured, BATCH, (statement, each) -> {
            statement.setObject(1, each.measure());
            statement.setObject(2, each.at().atOffset(ZoneOffset.UTC));
            statement.setDouble(3, each.value());
        });
    }

    /// @param day null where it is never full
    void full(UUID asset, @Nullable LocalDate day) {
        jdbc.sql("update assets.asset set full_on = :day where id = :id and full_on is distinct from :day")
                .param("day", day, Types.DATE)
                .param("id", asset)
                .update();
    }
}
