package chargehand.bench.forecast;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.files.history.History;
import chargehand.files.history.HistoryRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A record of finished work, divided in time.
///
/// @param name as figures begin: `sip`
/// @param finished all that can be learned from
/// @param scored in the order in which they were to be forecast: those with estimate, actual and a moment
/// @param forecast all rows that can be forecast, likewise in order, scored or not
record Record(String name, List<FinishedWork> finished, List<FinishedWork> scored, List<HistoryRow> forecast) {
    /// @param completedOnly whether a task must say when it was finished to be scored, as everywhere in
    /// the two public records
    static Record of(String name, History history, boolean completedOnly) {
        var finished = new ArrayList<FinishedWork>();
        var scored = new ArrayList<FinishedWork>();
        boolean undated = history.rows().stream().noneMatch(row -> row.known() != null || row.completed() != null);
        boolean unfinished = history.rows().stream().allMatch(row -> row.completed() == null);
        var rows = new ArrayList<HistoryRow>();
        for (int i = 0; i < history.rows().size(); i++) {
            var row = history.rows().get(i);
            rows.add(undated ? inOrder(row, i) : unfinished ? finishedWhenKnown(row) : row);
        }
        if (!completedOnly) rows.replaceAll(finishedLate(rows));
        var byMoment = Comparator.comparing((HistoryRow row) -> moment(row).orElse(Instant.MIN));
        rows.sort(byMoment);
        for (var row : rows) {
            row.finished().ifPresent(finished::add);
            scored(row, completedOnly).ifPresent(scored::add);
        }
        return new Record(name, finished, scored, rows);
    }

    /// A history without any dates is taken to be in the order of its rows, one a day.
    private static HistoryRow inOrder(HistoryRow row, int place) {
        var moment = Instant.EPOCH.plusSeconds(86400L * place);
        return row.dated(moment, moment.plusSeconds(43200));
    }

    /// Where nothing says when work was finished, the day on which it was begun must do.
    private static HistoryRow finishedWhenKnown(HistoryRow row) {
        var known = row.known();
        return known == null ? row : row.dated(known, known.plusSeconds(86399));
    }

    /// What has an actual and doesn't say when it was finished counts as finished when 95 of 100 others
    /// were: too late rather than too soon.
    private static UnaryOperator<HistoryRow> finishedLate(List<HistoryRow> rows) {
        var took = rows.stream()
                .filter(row -> row.known() != null && row.completed() != null && row.refusal() == null)
                .map(row -> Duration.between(row.known(), row.completed()))
                .sorted()
                .toList();
        if (took.isEmpty()) return row -> row;
        var late = took.get((int) (0.95 * (took.size() - 1)));
        return row -> {
            var known = row.known();
            if (known == null || row.completed() != null || Double.isNaN(row.actual())) return row;
            return row.dated(known, known.plus(late));
        };
    }

    static Optional<Instant> moment(HistoryRow row) {
        return Optional.ofNullable(row.known() != null ? row.known() : row.completed());
    }

    private static Optional<FinishedWork> scored(HistoryRow row, boolean completedOnly) {
        var moment = moment(row);
        if (moment.isEmpty() || Double.isNaN(row.estimate()) || Double.isNaN(row.actual())) return Optional.empty();
        if (completedOnly && (row.known() == null || row.completed() == null || row.refusal() != null))
            return Optional.empty();
        Instant completed = row.completed() == null ? moment.get() : Objects.requireNonNull(row.completed());
        return Optional.of(new FinishedWork(row.work(moment.get()), row.actual(), completed));
    }

    /// The moment after which work is held out, so that `share` of it lies before.
    static @Nullable Instant cut(List<FinishedWork> scored, double share) {
        if (scored.isEmpty()) return null;
        int at = Math.min(scored.size() - 1, (int) (scored.size() * share));
        return scored.get(at).work().known();
    }
}
