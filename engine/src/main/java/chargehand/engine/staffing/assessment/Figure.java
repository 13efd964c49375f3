package chargehand.engine.staffing.assessment;

/// A number with where it comes from.
///
/// @param source for people, as "rates of 4 own project managers"
/// @param cases how many it was found from; 0 if it is assumed
public record Figure(long value, String source, int cases) {
    public Figure {
        if (cases < 0) throw new IllegalArgumentException("The cases (%d) must not be negative.".formatted(cases));
    }

    /// Nobody counted it: somebody has to start with something.
    public static Figure assumed(long value) {
        return new Figure(value, "assumed by rules " + Rules.VERSION, 0);
    }

    public boolean isAssumed() {
        return cases == 0;
    }
}
