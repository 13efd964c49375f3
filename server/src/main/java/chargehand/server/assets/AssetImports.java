package chargehand.server.assets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Files that were read and wait to be taken, row by row beside the register, so that the database compares and takes
/// them.
@Repository
class AssetImports {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 1_000;
    private static final String FIELDS = """
            kind, line, outcome, product, title, cycle, eol, ended, confidence, source, serial, site, owner, bought, warranty,
            life, lead_days, cost_minor, currency""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;

    AssetImports(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    record Stored(UUID id, String name, byte[] content, Map<String, Integer> columns) {}

    /// Also throws away what nobody took in time.
    void insert(UUID account, Stored stored) {
        jdbc.sql("delete from assets.import where expires < :now")
                .param("now", Assets.utc(clock.instant()))
                .update();
        jdbc.sql("""
                insert into assets.import (id, account, expires, name, content, columns)
                values (:id, :account, :expires, :name, :content, cast(:columns as jsonb))
                """)
                .param("id", stored.id())
                .param("account", account)
                .param("expires", Assets.utc(clock.instant().plus(KEPT)))
                .param("name", stored.name())
                .param("content", stored.content())
                .param("columns", json.writeValueAsString(stored.columns()))
                .update();
    }

    void setColumns(UUID id, Map<String, Integer> columns) {
        jdbc.sql("update assets.import set columns = cast(:columns as jsonb) where id = :id")
                .param("id", id)
                .param("columns", json.writeValueAsString(columns))
                .update();
        jdbc.sql("delete from assets.import_row where import = :id")
                .param("id", id)
                .update();
    }

    /// Locked until the end of the transaction, so that it is taken once.
    Optional<Stored> find(UUID id, UUID account) {
        return jdbc.sql("""
                select name, content, columns from assets.import
                where id = :id and account = :account and expires >= :now for update
                """)
                .param("id", id)
                .param("account", account)
                .param("now", Assets.utc(clock.instant()))
                .query((row, number) -> new Stored(
                        id,
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getBytes("content")),
                        json.readValue(row.getString("columns"), new TypeReference<Map<String, Integer>>() {})))
                .optional();
    }

    boolean remove(UUID id, UUID account) {
        return jdbc.sql("delete from assets.import where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    void add(UUID id, List<AssetRow> rows) {
        batches.batchUpdate(
                "insert into assets.import_row (import, number, name, " + FIELDS
                        + ", relations, problem, value) values "
                        + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (statement, row) -> fill(statement, id, row));
    }

    private static void fill(PreparedStatement statement, UUID id, AssetRow row) throws SQLException {
        var match = row.match();
        var product = match == null || !match.matched() ? null : match.product();
        var cycle = match == null ? null : match.cycle();
        Object[] values = {
            id,
            row.number(),
            row.name(),
            row.kind() == null ? null : row.kind().name(),
            row.line(),
            match == null ? null : match.outcome().code(),
            product == null ? null : product.id(),
            product == null ? null : product.title(),
            cycle == null ? null : cycle.name(),
            cycle == null ? null : cycle.end(),
            cycle != null && cycle.ended(),
            cycle == null || match == null ? null : match.confidence(),
            cycle == null ? null : cycle.source(),
            row.serial(),
            row.site(),
            row.owner(),
            row.bought(),
            row.warranty(),
            row.life(),
            row.leadDays(),
            row.costMinor(),
            row.currency()
        };
        for (int i = 0; i < values.length; i++)
            if (values[i] == null) statement.setNull(i + 1, Types.NULL);
            else statement.setObject(i + 1, values[i]);
        statement.setArray(
                values.length + 1,
                statement.getConnection().createArrayOf("text", row.relations().toArray()));
        statement.setString(values.length + 2, row.problem());
        statement.setString(values.length + 3, row.value());
    }

    /// Finds which assets of the register the rows are, by serial number, then by name, and what can't be so.
    void compare(UUID id) {
        for (var sql : List.of("analyze assets.import_row", """
                update assets.import_row r set asset = a.id from assets.asset a
                where r.import = :id and lower(a.serial) = lower(r.serial)
                """, """
                update assets.import_row r set asset = a.id from assets.asset a
                where r.import = :id and r.asset is null and lower(a.name) = lower(r.name)
                """, """
                update assets.import_row r set problem = 'name-taken', value = r.name from assets.asset a
                where r.import = :id and r.problem is null and lower(a.name) = lower(r.name) and a.id <> r.asset
                """, """
                update assets.import_row r set problem = 'same-asset', value = r.name
                where r.import = :id and r.problem is null and exists (select from assets.import_row o
                    where o.import = :id and o.asset = r.asset and o.number < r.number)
                """, """
                update assets.import_row r set problem = 'relation-unknown', value = split_part(x, ':', 2)
                from (select number, x from assets.import_row, unnest(relations) x where import = :id) u
                where r.import = :id and r.problem is null and r.number = u.number
                  and not exists (select from assets.asset a where lower(a.name) = lower(substr(x, strpos(x, ':') + 1)))
                  and not exists (select from assets.import_row o
                      where o.import = :id and o.problem is null and lower(o.name) = lower(substr(x, strpos(x, ':') + 1)))
                """)) {
            var statement = jdbc.sql(sql);
            (sql.contains(":id") ? statement.param("id", id) : statement).update();
        }
    }

    private static final List<String> COMPARED = List.of(
            "name",
            "kind",
            "line",
            "cycle",
            "eol",
            "serial",
            "site",
            "owner",
            "bought",
            "warranty",
            "life",
            "lead_days",
            "cost_minor",
            "currency");

    /// Whether a row would change the asset: what the file leaves blank stays.
    private static String differs() {
        return COMPARED.stream()
                .map(each -> "(r.%1$s is not null and r.%1$s::text <> coalesce(a.%1$s::text, ''))".formatted(each))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    record Counts(int rows, int fresh, int changed, int refused, int unmatched) {}

    Counts counts(UUID id) {
        return jdbc.sql("""
                select count(*) as rows,
                  count(*) filter (where r.problem is null and r.asset is null) as fresh,
                  count(*) filter (where r.problem is null and a.id is not null and %s) as changed,
                  count(*) filter (where r.problem is not null) as refused,
                  count(*) filter (where r.problem is null and r.line is not null and r.outcome <> 'matched') as unmatched
                from assets.import_row r left join assets.asset a on a.id = r.asset where r.import = :id
                """.formatted(differs()))
                .param("id", id)
                .query(Counts.class)
                .single();
    }

    /// A line with its reason.
    @Schema(name = "RefusedAsset")
    record Refused(int number, String name, String problem, String value) {}

    List<Refused> refused(UUID id, int most) {
        return jdbc.sql("""
                select number, name, problem, coalesce(value, '') as value from assets.import_row
                where import = :id and problem is not null order by number limit :most
                """)
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Refused(
                        row.getInt("number"), row.getString("name"), row.getString("problem"), row.getString("value")))
                .list();
    }

    /// A line whose product is not certain.
    @Schema(name = "UnmatchedAsset")
    record Unmatched(int number, String name, String line, String outcome) {}

    List<Unmatched> unmatched(UUID id, int most) {
        return jdbc.sql("""
                select number, name, line, outcome from assets.import_row
                where import = :id and problem is null and line is not null and outcome <> 'matched'
                order by number limit :most
                """)
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Unmatched(
                        row.getInt("number"), row.getString("name"), row.getString("line"), row.getString("outcome")))
                .list();
    }

    /// What would become different in one asset.
    @Schema(name = "DifferingAsset")
    record Differing(int number, String name, Map<String, List<String>> fields) {}

    List<Differing> differing(UUID id, int most) {
        return jdbc.sql("""
                select r.number, a.name, %s as fields from assets.import_row r join assets.asset a on a.id = r.asset
                where r.import = :id and r.problem is null and %s order by r.number limit :most
                """.formatted(fields(), differs()))
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Differing(
                        row.getInt("number"),
                        row.getString("name"),
                        json.readValue(
                                row.getString("fields"), new TypeReference<LinkedHashMap<String, List<String>>>() {})))
                .list();
    }

    /// Each field that differs with both values, as JSON.
    private static String fields() {
        var parts = new ArrayList<String>();
        for (var each : COMPARED) parts.add("""
                    '%1$s', case when r.%1$s is not null and r.%1$s::text <> coalesce(a.%1$s::text, '')
                        then jsonb_build_array(coalesce(a.%1$s::text, ''), r.%1$s::text) end""".formatted(each));
        return "jsonb_strip_nulls(jsonb_build_object(" + String.join(", ", parts) + "))";
    }

    /// Takes all rows without a problem into the register, with their relations and their history.
    void take(UUID id, String by) {
        var now = Assets.utc(clock.instant());
        var sets = Stream.of(FIELDS.split(",\\s*"));
        jdbc.sql("lock table assets.asset in share row exclusive mode").update();
        compareAgain(id);
        jdbc.sql("""
                insert into assets.change (asset, at, name, fields)
                select a.id, :now, :by, %s from assets.import_row r join assets.asset a on a.id = r.asset
                where r.import = :id and r.problem is null and %s
                """.formatted(fields(), differs()))
                .param("id", id)
                .param("now", now)
                .param("by", by)
                .update();
        var columns = sets.map(each -> each + " = " + value(each)).toList();
        jdbc.sql("""
                update assets.asset a set name = r.name, %s, changed = :now, version = version + 1
                from assets.import_row r where r.import = :id and r.problem is null and a.id = r.asset and %s
                """.formatted(String.join(", ", columns), differs()))
                .param("id", id)
                .param("now", now)
                .update();
        jdbc.sql("""
                update assets.import_row set asset = gen_random_uuid() where import = :id and problem is null and asset is null
                """).param("id", id).update();
        jdbc.sql("""
                with made as (
                    insert into assets.asset (id, name, changed, %1$s)
                    select asset, name, :now, %2$s from assets.import_row r
                    where import = :id and problem is null and not exists (select from assets.asset a where a.id = r.asset)
                    returning id)
                insert into assets.change (asset, at, name, fields) select id, :now, :by, '{}' from made
                """.formatted(
                                FIELDS,
                                FIELDS.replace("kind,", "coalesce(kind, 'other'),")
                                        .replace("lead_days", "coalesce(lead_days, 90)")))
                .param("id", id)
                .param("now", now)
                .param("by", by)
                .update();
        jdbc.sql("""
                insert into assets.relation (asset, kind, other)
                select r.asset, split_part(x, ':', 1), o.id from assets.import_row r, unnest(r.relations) x
                join assets.asset o on lower(o.name) = lower(substr(x, strpos(x, ':') + 1))
                where r.import = :id and r.problem is null and o.id <> r.asset on conflict do nothing
                """).param("id", id).update();
    }

    private void compareAgain(UUID id) {
        jdbc.sql("update assets.import_row set asset = null where import = :id")
                .param("id", id)
                .update();
        compare(id);
    }

    private static String value(String column) {
        return switch (column) {
            case "outcome", "product", "title", "cycle", "eol", "ended", "confidence", "source" ->
                "case when r.line is null then a.%1$s else r.%1$s end".formatted(column);
            default -> "coalesce(r.%1$s, a.%1$s)".formatted(column);
        };
    }
}
