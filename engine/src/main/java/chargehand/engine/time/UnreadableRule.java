package chargehand.engine.time;

/// A text is no [DayRule].
@SuppressWarnings("serial")
public final class UnreadableRule extends Exception {
    private final Why why;
    private final String part;

    UnreadableRule(Why why, String part) {
        super("%s: %s".formatted(why.code(), part), null, false, false);
        this.why = why;
        this.part = part;
    }

    /// What is wrong.
    public enum Why {
        /// It isn't written as `NAME=VALUE;NAME=VALUE`.
        NO_RULE,
        /// A part that says something about hours, or that we don't read.
        PART_UNKNOWN,
        PART_TWICE,
        VALUE_WRONG,
        /// Two parts that can't stand together.
        PARTS_CONFLICT;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Why why() {
        return why;
    }

    /// As it stands in the text.
    public String part() {
        return part;
    }
}
