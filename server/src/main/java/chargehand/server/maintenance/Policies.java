package chargehand.server.maintenance;

import chargehand.server.assets.Recurrence;
import chargehand.server.maintenance.Policy.Step;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Policies, as they are stored.
@Repository
class Policies {
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};
    private static final String SELECT = """
            select p.*, coalesce(a.assets, '{}') as assets from maintenance.policy p
                left join (select policy, array_agg(asset order by asset) as assets
                    from maintenance.policy_asset group by policy) a on a.policy = p.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Policies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// By name.
    List<Policy> all() {
        return jdbc.sql(SELECT + " order by lower(p.name)")
                .query((row, number) -> policy(row))
                .list();
    }

    Optional<Policy> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, number) -> policy(row))
                .optional();
    }

    boolean isTaken(String name, UUID other) {
        return jdbc.sql("""
                select exists (select from maintenance.policy where lower(name) = lower(:name) and id <> :other)
                """)
                .param("name", name)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    private Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                Policy.Kind.valueOf(row.getString("kind")),
                Recurrence.of("rule", Objects.requireNonNull(row.getString("rule"))),
                day(row, "first"),
                days(row.getArray("except_days")),
                row.getInt("grace"),
                row.getObject("change_window", UUID.class),
                row.getBoolean("approval"),
                json.readValue(row.getString("steps"), STEPS),
                row.getString("way_back"),
                row.getInt("way_back_minutes"),
                List.of((UUID[]) row.getArray("assets").getArray()),
                row.getBoolean("ended"),
                Objects.requireNonNull(row.getObject("created", OffsetDateTime.class))
                        .toInstant(),
                row.getLong("version"));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static Set<LocalDate> days(Array array) throws SQLException {
        return Stream.of((Date[]) array.getArray()).map(Date::toLocalDate).collect(Collectors.toSet());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    void insert(Policy policy) {
        jdbc.sql("""
                insert into maintenance.policy (id, name, kind, rule, first, except_days, grace, change_window, approval,
                    steps, way_back, way_back_minutes, ended, created)
                values (:id, :name, :kind, :rule, :first, cast(:except as date[]), :grace, :window, :approval,
                    cast(:steps as jsonb), :back, :backMinutes, :ended, :created)
                """)
                .param("id", policy.id())
                .param("created", utc(policy.created()))
                .params(values(policy))
                .update();
        putAssets(policy);
    }

    /// False if somebody has changed it since.
    boolean update(Policy policy, long version) {
        boolean found = jdbc.sql("""
                update maintenance.policy set name = :name, kind = :kind, rule = :rule, first = :first,
                    except_days = cast(:except as date[]), grace = :grace, change_window = :window, approval = :approval,
                    steps = cast(:steps as jsonb), way_back = :back, way_back_minutes = :backMinutes, ended = :ended,
                    version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", policy.id())
                        .param("version", version)
                        .params(values(policy))
                        .update()
                > 0;
        if (found) putAssets(policy);
        return found;
    }

    private Map<String, @Nullable Object> values(Policy policy) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", policy.name());
        values.put("kind", policy.kind().name());
        values.put("rule", policy.rule().rule());
        values.put("first", policy.first());
        values.put("except", policy.except().stream().map(LocalDate::toString).toArray(String[]::new));
        values.put("grace", policy.grace());
        values.put("window", policy.window());
        values.put("approval", policy.approval());
        values.put("steps", json.writeValueAsString(policy.steps()));
        values.put("back", policy.wayBack());
        values.put("backMinutes", policy.wayBackMinutes());
        values.put("ended", policy.ended());
        return values;
    }

    private void putAssets(Policy policy) {
        jdbc.sql("delete from maintenance.policy_asset where policy = :id")
                .param("id", policy.id())
                .update();
        jdbc.sql("""
                insert into maintenance.policy_asset (policy, asset) select :id, unnest(cast(:assets as uuid[]))
                """)
                .param("id", policy.id())
                .param("assets", policy.assets().toArray(UUID[]::new))
                .update();
    }

    /// Names of policies that make changes in a window.
    List<String> within(UUID window) {
        return jdbc.sql("select name from maintenance.policy where change_window = :window order by lower(name)")
                .param("window", window)
                .query((row, number) -> Objects.requireNonNull(row.getString("name")))
                .list();
    }
}
