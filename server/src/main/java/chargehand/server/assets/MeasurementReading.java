package chargehand.server.assets;

import chargehand.server.assets.Measures.Measured;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes measurements in: all of a table, or none of it with each line that can't be taken.
@Service
public class MeasurementReading {
    private static final int SHOWN = 1_000;
    private static final int MOST = 1_000_000;
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Measures measures;
    private final Assets assets;
    private final Growing growing;
    private final Companies companies;
    private final Audit audit;
    private final Clock clock;

    MeasurementReading(
            Measures measures, Assets assets, Growing growing, Companies companies, Audit audit, Clock clock) {
        this.measures = measures;
        this.assets = assets;
        this.growing = growing;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param taken all of `rows`, or 0 where a single line is refused
    /// @param refusals the first thousand
    @Schema(name = "MeasurementReport")
    public record Report(int rows, int taken, int refused, int measures, List<Refused> refusals) {}

    /// @param number of the line in the file
    /// @param problem as programs read it: `bad-time`
    @Schema(name = "MeasurementRefused")
    public record Refused(int number, String problem, String value) {}

    /// What was measured at the same moment before is replaced, so the same table read twice changes nothing.
    ///
    /// @throws Problem if the file is no table
    @Transactional
    public Report read(Caller caller, String name, byte[] file) {
        var rows = new ArrayList<MeasurementTable.Row>();
        boolean table;
        try {
            table = new MeasurementTable(ZoneId.of(companies.get().zone())).read(file, row -> {
                if (rows.size() >= MOST) throw Problem.invalid("file", "A table has at most a million measurements.");
                rows.add(row);
            });
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Problem problem) throw problem;
            throw noTable(name);
        }
        if (!table) throw noTable(name);
        return new Taking(rows).take(caller);
    }

    private static Problem noTable(String name) {
        var sentence = "The file is no table with the headings “asset”, “time” and “value”.";
        var way = "Give CSV with commas, semicolons or tabs, in UTF-8, with the headings of the guide.";
        return Problem.of(422, "file-unreadable", "The file can't be read", sentence)
                .hint(way)
                .with("file", name)
                .with("reason", "no-table")
                .with("sentence", sentence)
                .with("way", way);
    }

    /// How much there was room for at a time.
    private record Capacity(Instant at, double room) {
        Capacity later(Capacity other) {
            return other.at.isAfter(at) ? other : this;
        }
    }

    /// The rows of one table, against what is known.
    private final class Taking {
        private final List<MeasurementTable.Row> rows;
        private final Map<String, UUID> known = new HashMap<>();
        private final Map<String, Measure> heads;
        private final Map<String, Measure> fresh = new HashMap<>();
        private final Map<UUID, Capacity> capacities = new HashMap<>();
        private final HashSet<String> seen = new HashSet<>();
        private final List<Measured> measured = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();
        private int refused;

        Taking(List<MeasurementTable.Row> rows) {
            this.rows = rows;
            var names =
                    rows.stream().map(MeasurementTable.Row::asset).distinct().toList();
            for (var each : assets.named(names)) known.put(each.name().toLowerCase(Locale.ROOT), each.id());
            heads = measures.heads(known.values());
        }

        Report take(Caller caller) {
            for (var row : rows) {
                var problem = problem(row);
                if (problem == null) continue;
                refused++;
                if (refusals.size() < SHOWN) refusals.add(new Refused(row.number(), problem, cell(row, problem)));
            }
            if (refused > 0 || rows.isEmpty()) return new Report(rows.size(), 0, refused, 0, refusals);
            fresh.values().forEach(measures::insert);
            takeCapacities();
            measures.put(measured);
            var touched = new HashSet<UUID>();
            for (var each : measured) touched.add(each.measure());
            growing.reckon(heads.values().stream()
                    .filter(each -> touched.contains(each.id()))
                    .map(Measure::asset)
                    .distinct()
                    .toList());
            audit.record(
                    caller,
                    "measurements-taken",
                    "import",
                    Ids.next(clock),
                    null,
                    Map.of("measurements", measured.size(), "measures", touched.size()));
            return new Report(rows.size(), rows.size(), 0, touched.size(), List.of());
        }

        /// What there was room for at some time before the last measurement is no news, unless nobody said since.
        private void takeCapacities() {
            var last = measures.last(capacities.keySet());
            for (var head : heads.values()) {
                var capacity = capacities.get(head.id());
                if (capacity == null) continue;
                var before = last.get(head.id());
                if (head.capacity() == null || before == null || !capacity.at().isBefore(before))
                    measures.capacity(head.asset(), head.id(), capacity.room());
            }
        }

        private static String cell(MeasurementTable.Row row, String problem) {
            return switch (problem) {
                case "asset-unknown" -> row.asset();
                case "unit-differs" -> row.unit();
                case "time-twice", "in-future" -> row.at().toString();
                default -> row.cell();
            };
        }

        private @Nullable String problem(MeasurementTable.Row row) {
            if (row.problem() != null) return row.problem();
            var asset = known.get(row.asset().toLowerCase(Locale.ROOT));
            if (asset == null) return "asset-unknown";
            if (row.at().isAfter(clock.instant().plus(AHEAD))) return "in-future";
            if (row.at().isBefore(Instant.parse("1980-01-01T00:00:00Z"))) return "bad-time";
            var key = Measures.key(asset, row.measure());
            var measure = heads.computeIfAbsent(key, any -> {
                var made = new Measure(Ids.next(clock), asset, row.measure(), row.unit(), row.capacity(), List.of());
                fresh.put(key, made);
                return made;
            });
            if (!row.unit().isEmpty() && !row.unit().equalsIgnoreCase(measure.unit())) return "unit-differs";
            if (!seen.add(key + " " + row.at())) return "time-twice";
            if (row.capacity() != null)
                capacities.merge(measure.id(), new Capacity(row.at(), row.capacity()), Capacity::later);
            measured.add(new Measured(measure.id(), row.at(), row.value()));
            return null;
        }
    }
}
