package chargehand.files.history;

/// Why nothing is learned from a row.
///
/// @param what in words, with the value
public record Refusal(Reason reason, String what) {
    /// Stable; the words that programs go by are those of [#code].
    public enum Reason {
        NEGATIVE_TIME,
        UNREADABLE_NUMBER,
        UNREADABLE_DATE,
        ENDS_BEFORE_IT_STARTS,
        TOO_LONG,
        UNORDERED_RANGE,
        DUPLICATE,
        MORE_CELLS_THAN_COLUMNS;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
