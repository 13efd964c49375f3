package chargehand.files.history;

/// Something about a history as a whole that somebody should know before they believe it.
///
/// @param what in a sentence, with its values
public record Note(Kind kind, String what) {
    /// Stable; the words that programs go by are those of [#code].
    public enum Kind {
        READ_AS,
        MIXED_DATES,
        GUESSED_DATES,
        COPIED_ACTUALS;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
