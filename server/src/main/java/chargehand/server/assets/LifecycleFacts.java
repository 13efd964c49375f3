package chargehand.server.assets;

import chargehand.engine.lifecycle.Cycle;
import chargehand.engine.lifecycle.Product;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was taken into the catalogue of products, as it is stored.
@Repository
class LifecycleFacts {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    LifecycleFacts(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /// New whenever something was taken; null while nothing was.
    @Nullable
    UUID mark() {
        return jdbc.sql("select mark from assets.lifecycle")
                .query((row, _) -> Optional.ofNullable(row.getObject("mark", UUID.class)))
                .optional()
                .flatMap(each -> each)
                .orElse(null);
    }

    /// Until the end of the transaction nobody else takes anything.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('assets.lifecycle'))")
                .query((_, _) -> true)
                .single();
    }

    void mark(UUID mark) {
        jdbc.sql("insert into assets.lifecycle (mark) values (:mark) on conflict (one) do update set mark = :mark")
                .param("mark", mark)
                .update();
    }

    @Nullable
    String address() {
        return jdbc.sql("select address from assets.lifecycle")
                .query((row, _) -> Optional.ofNullable(row.getString("address")))
                .optional()
                .flatMap(each -> each)
                .orElse(null);
    }

    void address(@Nullable String address) {
        jdbc.sql("""
                insert into assets.lifecycle (address) values (:address)
                on conflict (one) do update set address = :address
                """).param("address", address, java.sql.Types.VARCHAR).update();
    }

    /// From what a fact was read, when, and by whom.
    record Origin(String origin, Instant taken, String by) {}

    /// Of each fact that was taken, by product and version.
    Map<String, Map<String, Origin>> origins() {
        var all = new HashMap<String, Map<String, Origin>>();
        jdbc.sql("select product, name, origin, taken, taken_by from assets.lifecycle_cycle")
                .query(row -> {
                    var taken = Objects.requireNonNull(row.getObject("taken", OffsetDateTime.class));
                    all.computeIfAbsent(row.getString("product"), _ -> new HashMap<>())
                            .put(
                                    row.getString("name"),
                                    new Origin(row.getString("origin"), taken.toInstant(), row.getString("taken_by")));
                });
        return all;
    }

    List<Product> products() {
        var cycles = new HashMap<String, List<Cycle>>();
        jdbc.sql("select * from assets.lifecycle_cycle order by product, name").query(row -> {
            cycles.computeIfAbsent(row.getString("product"), _ -> new ArrayList<>())
                    .add(cycle(row));
        });
        return jdbc.sql("select * from assets.lifecycle_product order by id")
                .query((row, _) -> new Product(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("kind"),
                        texts(row, "names"),
                        texts(row, "cpes"),
                        texts(row, "purls"),
                        cycles.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static Cycle cycle(ResultSet row) throws SQLException {
        return new Cycle(
                row.getString("name"),
                texts(row, "others"),
                row.getObject("ends", LocalDate.class),
                row.getObject("paid", LocalDate.class),
                row.getBoolean("ended"),
                row.getString("source"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /// Each of these products with these cycles alone; what was taken of them earlier is replaced.
    void put(List<Product> products, Origin origin) {
        batches.batchUpdate("""
                insert into assets.lifecycle_product (id, title, kind, names, cpes, purls) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set title = excluded.title, kind = excluded.kind, names = excluded.names,
                    cpes = excluded.cpes, purls = excluded.purls
                """, products, BATCH, (statement, each) -> {
            statement.setString(1, each.id());
            statement.setString(2, each.title());
            statement.setString(3, each.kind());
            var to = statement.getConnection();
            statement.setArray(4, to.createArrayOf("text", each.names().toArray()));
            statement.setArray(5, to.createArrayOf("text", each.cpes().toArray()));
            statement.setArray(6, to.createArrayOf("text", each.purls().toArray()));
        });
        record Row(String product, Cycle cycle) {}
        var rows = products.stream()
                .flatMap(product -> product.cycles().stream().map(each -> new Row(product.id(), each)))
                .toList();
        batches.batchUpdate("""
                insert into assets.lifecycle_cycle
                    (product, name, others, ends, paid, ended, source, origin, taken, taken_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (product, name) do update set others = excluded.others, ends = excluded.ends,
                    paid = excluded.paid, ended = excluded.ended, source = excluded.source, origin = excluded.origin,
                    taken = excluded.taken, taken_by = excluded.taken_by
                """, rows, BATCH, (statement, row) -> {
            var cycle = row.cycle();
            statement.setString(1, row.product());
            statement.setString(2, cycle.name());
            statement.setArray(
                    3,
                    statement
                            .getConnection()
                            .createArrayOf("text", cycle.others().toArray()));
            statement.setDate(4, cycle.end() == null ? null : Date.valueOf(cycle.end()));
            statement.setDate(5, cycle.paidEnd() == null ? null : Date.valueOf(cycle.paidEnd()));
            statement.setBoolean(6, cycle.ended());
            statement.setString(7, cycle.source());
            statement.setString(8, origin.origin());
            statement.setObject(9, Assets.utc(origin.taken()));
            statement.setString(10, origin.by());
        });
    }

    /// @return how many facts there were
    int forget() {
        int facts = jdbc.sql("select count(*) from assets.lifecycle_cycle")
                .query(Integer.class)
                .single();
        jdbc.sql("delete from assets.lifecycle_product").update();
        return facts;
    }

    record Stored(UUID id, String name, byte[] content) {}

    /// Also throws away what nobody took in time.
    void insert(UUID account, Stored stored) {
        jdbc.sql("delete from assets.lifecycle_import where expires < :now")
                .param("now", Assets.utc(clock.instant()))
                .update();
        jdbc.sql("""
                insert into assets.lifecycle_import (id, account, expires, name, content)
                values (:id, :account, :expires, :name, :content)
                """)
                .param("id", stored.id())
                .param("account", account)
                .param("expires", Assets.utc(clock.instant().plus(KEPT)))
                .param("name", stored.name())
                .param("content", stored.content())
                .update();
    }

    /// Locked until the end of the transaction, so that it is taken once.
    Optional<Stored> find(UUID id, UUID account) {
        return jdbc.sql("""
                select name, content from assets.lifecycle_import
                where id = :id and account = :account and expires >= :now for update
                """)
                .param("id", id)
                .param("account", account)
                .param("now", Assets.utc(clock.instant()))
                .query((row, _) -> new Stored(
                        id,
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getBytes("content"))))
                .optional();
    }

    boolean remove(UUID id, UUID account) {
        return jdbc.sql("delete from assets.lifecycle_import where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }
}
