package chargehand.server.assets;

import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.LifecycleMatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Matches the lines of all assets anew after the catalogue has changed.
@Repository
class Rematching {
    private static final int PART = 5_000;
    private static final int MOST_KEPT = 20_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    Rematching(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /// What a line was taken for, and until when that is supported.
    record Meant(
            @Nullable String outcome,
            @Nullable String product,
            @Nullable String title,
            @Nullable String cycle,
            @Nullable LocalDate end,
            boolean ended,
            @Nullable String source) {
        static Meant of(LifecycleMatch match) {
            var product = match.matched() ? match.product() : null;
            var cycle = match.cycle();
            return new Meant(
                    match.outcome().code(),
                    product == null ? null : product.id(),
                    product == null ? null : product.title(),
                    cycle == null ? null : cycle.name(),
                    cycle == null ? null : cycle.end(),
                    cycle != null && cycle.ended(),
                    cycle == null ? null : cycle.source());
        }

        /// Whether it is the same to whoever runs it, whoever says so.
        boolean says(Meant other) {
            return Objects.equals(outcome, other.outcome)
                    && Objects.equals(product, other.product)
                    && Objects.equals(cycle, other.cycle)
                    && Objects.equals(end, other.end)
                    && ended == other.ended;
        }
    }

    /// An asset whose line means something else by now.
    record Differing(
            UUID id,
            String name,
            String line,
            Meant before,
            Meant after,
            @Nullable Double confidence) {
        /// Not only the page that says so.
        boolean isTouched() {
            return !after.says(before);
        }
    }

    /// Tells each asset whose line means something else by these lines than is stored, in no order.
    void differing(AssetLines lines, Consumer<Differing> hears) {
        var matches = new HashMap<String, LifecycleMatch>();
        var last = new UUID(0, 0);
        for (var part = part(last); !part.isEmpty(); part = part(last)) {
            for (var each : part) {
                if (matches.size() > MOST_KEPT) matches.clear();
                var match = matches.computeIfAbsent(each.line(), lines::match);
                var after = Meant.of(match);
                if (!after.equals(each.before()))
                    hears.accept(new Differing(
                            each.id(),
                            each.name(),
                            each.line(),
                            each.before(),
                            after,
                            match.cycle() == null ? null : match.confidence()));
            }
            last = part.getLast().id();
        }
    }

    private record Stored(UUID id, String name, String line, Meant before) {}

    private List<Stored> part(UUID after) {
        return jdbc.sql("""
                select id, name, line, outcome, product, title, cycle, eol, ended, source from assets.asset
                where line is not null and id > :after order by id limit :most
                """)
                .param("after", after)
                .param("most", PART)
                .query((row, _) -> new Stored(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("line"),
                        new Meant(
                                row.getString("outcome"),
                                row.getString("product"),
                                row.getString("title"),
                                row.getString("cycle"),
                                row.getObject("eol", LocalDate.class),
                                row.getBoolean("ended"),
                                row.getString("source"))))
                .list();
    }

    /// Writes what the lines mean by now, with a line in the history of each asset whose version or end is another.
    ///
    /// @return how many assets mean something else, or end on another day
    int take(AssetLines lines, Instant now, String by) {
        jdbc.sql("lock table assets.asset in share row exclusive mode").update();
        var found = new ArrayList<Differing>();
        differing(lines, found::add);
        batches.batchUpdate("""
                update assets.asset set outcome = ?, product = ?, title = ?, cycle = ?, eol = ?, ended = ?, source = ?,
                    confidence = ?, changed = ?, version = version + 1
                where id = ?
                """, found, PART, (statement, each) -> {
            var after = each.after();
            Object[] values = {
                after.outcome(),
                after.product(),
                after.title(),
                after.cycle(),
                after.end(),
                after.ended(),
                after.source(),
                each.confidence(),
                Assets.utc(now),
                each.id()
            };
            for (int i = 0; i < values.length; i++)
                if (values[i] == null) statement.setNull(i + 1, java.sql.Types.NULL);
                else statement.setObject(i + 1, values[i]);
        });
        batches.batchUpdate(
                "insert into assets.change (asset, at, name, fields) values (?, ?, ?, cast(? as jsonb))",
                found.stream().filter(each -> !fields(each).isEmpty()).toList(),
                PART,
                (statement, each) -> {
                    statement.setObject(1, each.id());
                    statement.setObject(2, Assets.utc(now));
                    statement.setString(3, by);
                    statement.setString(4, json.writeValueAsString(fields(each)));
                });
        return (int) found.stream().filter(Differing::isTouched).count();
    }

    private static Map<String, List<String>> fields(Differing each) {
        var fields = new LinkedHashMap<String, List<String>>();
        differ(fields, "cycle", each.before().cycle(), each.after().cycle());
        differ(fields, "eol", each.before().end(), each.after().end());
        return fields;
    }

    private static void differ(
            Map<String, List<String>> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after))
            fields.put(name, List.of(Objects.toString(before, ""), Objects.toString(after, "")));
    }
}
