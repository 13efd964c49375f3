package chargehand.files.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Promised dates under one ruler of months, each with the chance that it is kept.
///
/// @param now the moment that all is as of; `nowWord` stands beside its line
/// @param zone on whose clock months begin
public record DatesChart(Instant now, String nowWord, ZoneId zone, List<Row> rows) {
    public DatesChart {
        rows = List.copyOf(rows);
    }

    /// @param notes below the name, in words that are ready to be read; two have room
    /// @param planned when it is planned to be done, or was done
    /// @param quantiles by when it is done with 2, 10, 50, 80, 90 and 98 %; empty where nobody knows, or it is done
    /// @param promised by when; null where nothing was promised
    /// @param percent the chance that the promise is kept; null where nobody knows
    public record Row(
            String name,
            List<String> notes,
            Instant planned,
            boolean done,
            List<Instant> quantiles,
            @Nullable Instant promised,
            @Nullable Integer percent) {
        /// @throws IllegalArgumentException for a number of moments that is neither 0 nor 6, or for moments out of
        /// order
        public Row {
            notes = List.copyOf(notes);
            quantiles = List.copyOf(quantiles);
            boolean ordered = quantiles.equals(quantiles.stream().sorted().toList());
            if (!ordered || quantiles.size() != 0 && quantiles.size() != 6)
                throw new IllegalArgumentException("Six moments in order are needed, not %s.".formatted(quantiles));
        }
    }
}
