package chargehand.server.increments;

import chargehand.engine.time.WorkingTable;
import chargehand.server.increments.Deck.Item;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the work of a project flowed: how much of it stood where day by day, and how long each task
/// took.
@Component
class FlowReading {
    private static final int WEEKS = 8;
    private static final double MINUTES_OF_A_DAY = 480;

    private final Cards cards;

    FlowReading(Cards cards) {
        this.cards = cards;
    }

    /// At the end of a day.
    ///
    /// @param total how many tasks the plan had
    @Schema(name = "FlowDay")
    record Day(LocalDate day, int total, int ready, int work, int review, int done) {}

    /// @param days of working time on the project's calendar from its begin to its end
    @Schema(name = "CycleTime")
    record CycleTime(String key, String name, LocalDate finished, double days) {}

    /// @param cycles of what was finished in these days, the first finished first
    /// @param even half took so many working days at most, and `most` 80 of 100 did; null if nothing
    ///     was finished
    @Schema(name = "Flow")
    record Flow(
            List<Day> days,
            List<CycleTime> cycles,
            @Nullable Double even,
            @Nullable Double most) {}

    Flow of(Deck deck) {
        var today = LocalDate.ofInstant(deck.current.now(), deck.zone());
        var start = LocalDate.ofInstant(deck.current.plan().start(), deck.zone());
        var first = start.isAfter(today.minusWeeks(WEEKS)) ? start : today.minusWeeks(WEEKS);
        if (first.isAfter(today)) first = today;
        var reviews = reviews(deck);
        var days = new ArrayList<Day>();
        for (var day = first; !day.isAfter(today); day = day.plusDays(1)) days.add(day(deck, reviews, day));
        var cycles = cycles(deck, first, today);
        var ordered = cycles.stream().map(CycleTime::days).sorted().toList();
        return new Flow(days, cycles, at(ordered, 0.5), at(ordered, IncrementReading.LIKELY));
    }

    /// For each task, from when on it stood in which stage.
    private Map<String, TreeMap<Instant, Stage>> reviews(Deck deck) {
        var reviews = new HashMap<String, TreeMap<Instant, Stage>>();
        for (var move : cards.moves(deck.current.project(), Instant.EPOCH))
            reviews.computeIfAbsent(move.task(), any -> new TreeMap<>()).put(move.at(), move.stage());
        return reviews;
    }

    private static Day day(Deck deck, Map<String, TreeMap<Instant, Stage>> reviews, LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(deck.zone()).toInstant().minusMillis(1);
        var counts = new int[Stage.values().length];
        int total = 0;
        for (var item : deck.items()) {
            var stage = stage(item, reviews.get(item.id()), end);
            if (stage == null) continue;
            total++;
            counts[stage.ordinal()]++;
        }
        return new Day(day, total, counts[0], counts[1], counts[2], counts[3]);
    }

    private static @Nullable Stage stage(Item item, @Nullable TreeMap<Instant, Stage> moves, Instant at) {
        var progress = item.task().progress();
        if (progress != null
                && progress.finished() != null
                && !progress.finished().isAfter(at)) return Stage.done;
        if (progress != null && !progress.started().isAfter(at)) {
            var last = moves == null ? null : moves.floorEntry(at);
            return last != null && last.getValue() == Stage.review ? Stage.review : Stage.work;
        }
        return item.card().since().isAfter(at) ? null : Stage.ready;
    }

    private static List<CycleTime> cycles(Deck deck, LocalDate first, LocalDate today) {
        var plan = deck.current.plan();
        int from = WorkingTable.minute(plan.start()) - 400 * 24 * 60;
        int to = WorkingTable.minute(deck.current.now()) + 24 * 60;
        var table = WorkingTable.of(plan.projectCalendar(), from, to);
        var cycles = new ArrayList<CycleTime>();
        for (var item : deck.items()) {
            var finished = IncrementReading.finished(item);
            var progress = item.task().progress();
            if (finished == null || progress == null) continue;
            var day = LocalDate.ofInstant(finished, deck.zone());
            int begin = WorkingTable.minute(progress.started());
            if (day.isBefore(first) || day.isAfter(today) || begin < from) continue;
            double worked = table.workBetween(begin, WorkingTable.minute(finished)) / MINUTES_OF_A_DAY;
            cycles.add(new CycleTime(deck.key(item), item.task().name(), day, Math.round(worked * 10) / 10.0));
        }
        cycles.sort(Comparator.comparing(CycleTime::finished).thenComparing(CycleTime::key));
        return cycles;
    }

    private static @Nullable Double at(List<Double> ordered, double share) {
        if (ordered.isEmpty()) return null;
        return ordered.get(Math.max(0, (int) Math.ceil(share * ordered.size()) - 1));
    }
}
