package chargehand.server.assets;

import chargehand.engine.growth.Growth;
import chargehand.server.identity.Companies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says of what is measured when it will be full, and tells the register, by which that becomes due like any other end.
@Service
class Growing {
    private static final double NANOS_OF_A_DAY = 86_400e9;
    private static final int MOST = 500;
    private static final int SHOWN = 240;
    private static final int AHEAD = 24;

    private final Measures measures;
    private final Assets assets;
    private final Companies companies;

    Growing(Measures measures, Assets assets, Companies companies) {
        this.measures = measures;
        this.assets = assets;
        this.companies = companies;
    }

    /// Looks anew when the first of an asset's measures is full with 10 %.
    @Transactional
    void reckon(Collection<UUID> ids) {
        var zone = ZoneId.of(companies.get().zone());
        for (var asset : ids) {
            var first = measures.of(asset).stream()
                    .map(each -> reached(each, growth(each), zone).early())
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            measures.full(asset, first);
        }
    }

    private record Days(
            @Nullable LocalDate early,
            @Nullable LocalDate likely,
            @Nullable LocalDate late) {}

    private static Days reached(Measure measure, @Nullable Growth growth, ZoneId zone) {
        if (growth == null || measure.capacity() == null) return new Days(null, null, null);
        var last = LocalDate.ofInstant(measure.points().getLast().at(), zone);
        var reached = growth.reaches(measure.capacity());
        return new Days(after(last, reached.early()), after(last, reached.likely()), after(last, reached.late()));
    }

    private static @Nullable LocalDate after(LocalDate last, OptionalInt days) {
        return days.isPresent() ? last.plusDays(days.getAsInt()) : null;
    }

    private static @Nullable Growth growth(Measure measure) {
        var points = measure.points();
        if (points.isEmpty()) return null;
        var from = points.getFirst().at();
        return Growth.of(
                        points.stream()
                                .mapToDouble(each -> day(from, each.at()))
                                .toArray(),
                        points.stream().mapToDouble(Measure.Point::value).toArray())
                .orElse(null);
    }

    private static double day(Instant from, Instant at) {
        return Duration.between(from, at).toNanos() / NANOS_OF_A_DAY;
    }

    /// What is measured of an asset.
    @Transactional(readOnly = true)
    List<GrowthView> of(Asset asset) {
        var zone = ZoneId.of(companies.get().zone());
        return measures.of(asset.id()).stream()
                .map(each -> view(each, asset, zone))
                .toList();
    }

    /// Of all assets, what has to be ordered first first.
    @Transactional(readOnly = true)
    List<GrowthView> all() {
        var zone = ZoneId.of(companies.get().zone());
        var all = measures.all(MOST);
        Map<UUID, Asset> byId = assets
                .all(all.stream().map(Measure::asset).distinct().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Asset::id, Function.identity()));
        return all.stream()
                .map(each -> view(each, Objects.requireNonNull(byId.get(each.asset())), zone))
                .sorted(Comparator.comparing(GrowthView::orderBy, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(GrowthView::assetName)
                        .thenComparing(GrowthView::name))
                .toList();
    }

    private static GrowthView view(Measure measure, Asset asset, ZoneId zone) {
        var growth = growth(measure);
        var days = reached(measure, growth, zone);
        return new GrowthView(
                measure.id(),
                asset.id(),
                asset.name(),
                measure.name(),
                measure.unit(),
                measure.capacity(),
                measure.points().isEmpty() ? null : measure.points().getLast().value(),
                growth == null ? null : growth.kind(),
                growth == null ? null : growth.perDay(),
                days.early(),
                days.likely(),
                days.late(),
                days.early() == null ? null : days.early().minusDays(asset.leadDays()),
                asset.leadDays(),
                measured(measure, zone),
                growth == null ? List.of() : ahead(measure, growth, days, zone));
    }

    private static List<GrowthView.Measured> measured(Measure measure, ZoneId zone) {
        var points = measure.points();
        int step = Math.max(1, (points.size() + SHOWN - 1) / SHOWN);
        var shown = new ArrayList<GrowthView.Measured>();
        for (int i = (points.size() - 1) % step; i < points.size(); i += step)
            shown.add(new GrowthView.Measured(
                    LocalDate.ofInstant(points.get(i).at(), zone), points.get(i).value()));
        return shown;
    }

    /// From the last measurement until a while after the likely end, at most five years; half as long as it was
    /// measured where there is none.
    private static List<GrowthView.Ahead> ahead(Measure measure, Growth growth, Days days, ZoneId zone) {
        var from = measure.points().getFirst().at();
        double last = day(from, measure.points().getLast().at());
        var lastDay = LocalDate.ofInstant(measure.points().getLast().at(), zone);
        double span = days.likely() == null
                ? Math.max(30, last / 2)
                : Math.clamp((days.likely().toEpochDay() - lastDay.toEpochDay()) * 1.4, 30, 1_826);
        var ahead = new ArrayList<GrowthView.Ahead>();
        for (int i = 0; i <= AHEAD; i++) {
            double day = last + span * i / AHEAD;
            ahead.add(new GrowthView.Ahead(
                    lastDay.plusDays(Math.round(span * i / AHEAD)),
                    growth.low(day),
                    growth.likely(day),
                    growth.high(day)));
        }
        return ahead;
    }
}
