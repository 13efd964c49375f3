package chargehand.files.history;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.HoursRange;
import chargehand.engine.forecast.history.Labels;
import chargehand.engine.forecast.history.Work;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of a history, as far as it could be read.
///
/// @param line of the file on which the row begins, from 1
/// @param estimate in hours; NaN where the file has none or none above 0
/// @param actual likewise
/// @param range how sure the estimator was; null where the file does not say
/// @param refusal why nothing is learned from the row; null if there is no reason
public record HistoryRow(
        int line,
        String id,
        Labels labels,
        double estimate,
        double actual,
        @Nullable HoursRange range,
        @Nullable Instant estimated,
        @Nullable Instant started,
        @Nullable Instant completed,
        @Nullable Refusal refusal) {

    /// When it was to be forecast: when it was estimated, or else begun. Null if the file says neither.
    public @Nullable Instant known() {
        return estimated != null ? estimated : started;
    }

    /// What a forecast may know of it, at `when`.
    public Work work(Instant when) {
        return new Work(id, labels, estimate, when, range);
    }

    /// What can be learned from it: nothing if it was refused, isn't finished, or lacks a figure.
    public Optional<FinishedWork> finished() {
        var known = known();
        if (refusal != null || completed == null || Double.isNaN(estimate) || Double.isNaN(actual))
            return Optional.empty();
        return Optional.of(new FinishedWork(work(known == null ? completed : known), actual, completed));
    }

    /// The row as it would be elsewhere in the file.
    HistoryRow withoutPlace() {
        return new HistoryRow(0, id, labels, estimate, actual, range, estimated, started, completed, null);
    }

    /// The same with other moments.
    public HistoryRow dated(Instant known, Instant finished) {
        return new HistoryRow(line, id, labels, estimate, actual, range, known, known, finished, refusal);
    }

    HistoryRow refused(Refusal why) {
        return new HistoryRow(line, id, labels, estimate, actual, range, estimated, started, completed, why);
    }
}
