package chargehand.server.assets;

import chargehand.server.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register, as it is stored.
@Repository
class Assets {
    private final JdbcClient jdbc;

    Assets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What of the register is asked for.
    ///
    /// @param words that must all be there
    /// @param dueBy those that have to be replaced by then
    /// @param unmatched those whose line says nothing that is certain
    record Sought(
            List<String> words,
            @Nullable AssetKind kind,
            @Nullable LocalDate dueBy,
            boolean unmatched) {}

    private static final String LIST = """
            with found as materialized (
                select id, due from assets.asset
                where (cast(:kind as text) is null or kind = :kind)
                  and (cast(:due as date) is null or due <= :due)
                  and (not :unmatched or (line is not null and outcome <> 'matched'))
                  and words like all (cast(:words as text[])))
            select counted.found, asset.*
            from (select count(*) as found from found) as counted
            left join (select id, due from found order by due nulls last, id limit :most offset :from) as part on true
            left join assets.asset as asset on asset.id = part.id
            order by part.due nulls last, part.id
            """;

    /// A part of what is asked for.
    ///
    /// @param all how many there are
    record Found(List<Asset> items, int all) {}

    /// In the order in which they are due, those that never are last. Every word is looked for in every line, which
    /// is most of the work: so the lines are gone through once, for the part and for how many there are.
    Found list(Sought sought, int from, int most) {
        var words = sought.words().stream()
                .map(each ->
                        "%" + each.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
        var items = new ArrayList<Asset>();
        int[] all = {0};
        jdbc.sql(LIST)
                .param("kind", sought.kind() == null ? null : sought.kind().name())
                .param("due", sought.dueBy())
                .param("unmatched", sought.unmatched())
                .param("words", words)
                .param("most", most)
                .param("from", from)
                .query(row -> {
                    all[0] = row.getInt("found");
                    if (row.getObject("id") != null) items.add(asset(row, items.size()));
                });
        return new Found(items, all[0]);
    }

    List<Asset> dueBy(LocalDate day, int most) {
        return jdbc.sql("""
                select * from assets.asset where due <= :day or (due is null and ended)
                order by due nulls first, id limit :most
                """)
                .param("day", day)
                .param("most", most)
                .query(Assets::asset)
                .list();
    }

    Optional<Asset> find(UUID id) {
        return jdbc.sql("select * from assets.asset where id = :id")
                .param("id", id)
                .query(Assets::asset)
                .optional();
    }

    /// False if somebody has changed it since.
    boolean update(UUID id, long version, AssetWrite written, Instant now) {
        var cost = written.cost();
        return jdbc.sql("""
                update assets.asset set site = :site, owner = :owner, warranty = :warranty, life = :life,
                    lead_days = :lead, cost_minor = :cost, currency = :currency, changed = :now, version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", id)
                        .param("version", version)
                        .param("site", written.site())
                        .param("owner", written.owner())
                        .param("warranty", written.warranty())
                        .param("life", written.life())
                        .param("lead", written.leadDays())
                        .param("cost", cost == null ? null : cost.minor())
                        .param("currency", cost == null ? null : cost.currency())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void note(UUID asset, Instant at, String name, String fields) {
        jdbc.sql("""
                insert into assets.change (asset, at, name, fields) values (:asset, :at, :name, cast(:fields as jsonb))
                """)
                .param("asset", asset)
                .param("at", utc(at))
                .param("name", name)
                .param("fields", fields)
                .update();
    }

    /// @param fields as JSON: each with what it was and what it became
    record Change(Instant at, String name, String fields) {}

    List<Change> history(UUID asset) {
        return jdbc.sql("select at, name, fields from assets.change where asset = :asset order by at desc limit 100")
                .param("asset", asset)
                .query((row, number) -> new Change(
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("name"),
                        row.getString("fields")))
                .list();
    }

    /// @param asset the one that hangs
    /// @param other what it hangs on
    record Hanging(UUID asset, RelationKind kind, UUID other) {}

    List<Hanging> of(UUID asset) {
        return hangings("where asset = any(:some)", new UUID[] {asset});
    }

    /// What hangs on any of these.
    List<Hanging> on(UUID[] others) {
        return hangings("where other = any(:some)", others);
    }

    private List<Hanging> hangings(String where, UUID[] some) {
        return jdbc.sql("select asset, kind, other from assets.relation " + where
                        + " order by asset, kind, other limit 20000")
                .param("some", some)
                .query((row, number) -> new Hanging(
                        Objects.requireNonNull(row.getObject("asset", UUID.class)),
                        RelationKind.valueOf(row.getString("kind")),
                        Objects.requireNonNull(row.getObject("other", UUID.class))))
                .list();
    }

    List<Asset> all(UUID[] ids) {
        return jdbc.sql("select * from assets.asset where id = any(:ids) order by lower(name)")
                .param("ids", ids)
                .query(Assets::asset)
                .list();
    }

    List<Asset> named(Collection<String> names) {
        return jdbc.sql(
                        "select * from assets.asset where lower(name) = any(cast(:names as text[])) order by lower(name)")
                .param(
                        "names",
                        names.stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(Assets::asset)
                .list();
    }

    private static Asset asset(ResultSet row, int number) throws SQLException {
        var minor = row.getObject("cost_minor", Long.class);
        return new Asset(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("name"),
                AssetKind.valueOf(row.getString("kind")),
                row.getString("line"),
                row.getString("outcome"),
                row.getString("product"),
                row.getString("title"),
                row.getString("cycle"),
                row.getObject("eol", LocalDate.class),
                row.getBoolean("ended"),
                row.getObject("confidence") == null ? null : row.getDouble("confidence"),
                row.getString("source"),
                row.getString("serial"),
                row.getString("site"),
                row.getString("owner"),
                row.getObject("bought", LocalDate.class),
                row.getObject("warranty", LocalDate.class),
                row.getObject("life", LocalDate.class),
                row.getObject("full_on", LocalDate.class),
                row.getInt("lead_days"),
                minor == null ? null : new Money(minor, row.getString("currency")),
                row.getObject("ends", LocalDate.class),
                row.getObject("due", LocalDate.class),
                Objects.requireNonNull(row.getObject("changed", OffsetDateTime.class))
                        .toInstant(),
                row.getLong("version"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
