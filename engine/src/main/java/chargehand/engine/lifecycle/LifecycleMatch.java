package chargehand.engine.lifecycle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a line means.
///
/// @param product null if it is not certain
/// @param cycle null if it is not certain, and always without a product
/// @param confidence 0 to 1; at least 0.75 where there is a cycle
public record LifecycleMatch(
        Outcome outcome,
        @Nullable Product product,
        @Nullable Cycle cycle,
        double confidence) {
    /// Why there is a cycle, or none.
    public enum Outcome {
        MATCHED,
        /// no product of the catalogue is named
        UNKNOWN_PRODUCT,
        /// the product is named, but no version, or too little of one
        NO_VERSION,
        /// the product has no such version in the catalogue
        UNKNOWN_VERSION,
        /// more than one product or version could be meant
        AMBIGUOUS,
        /// it goes with the product, or is wished for, and is not the product itself
        SOMETHING_ELSE;

        /// As programs read it: `no-version`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static LifecycleMatch none(Outcome outcome) {
        return new LifecycleMatch(outcome, null, null, 0);
    }

    public boolean matched() {
        return outcome == Outcome.MATCHED;
    }
}
