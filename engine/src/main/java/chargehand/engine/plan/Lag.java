package chargehand.engine.plan;

/// The time between the two ends of a link, in whole minutes; negative is a lead.
public sealed interface Lag {
    Lag NONE = new Working(0);

    /// Working time on the successor's calendar: that of its first assignment, else its own, else the
    /// project's.
    record Working(int minutes) implements Lag {}

    /// Time that passes by itself.
    record Elapsed(int minutes) implements Lag {}

    /// A share of the predecessor's length, in working time on the successor's calendar.
    record Percent(int percent) implements Lag {}

    default boolean isNone() {
        return switch (this) {
            case Working(var minutes) -> minutes == 0;
            case Elapsed(var minutes) -> minutes == 0;
            case Percent(var percent) -> percent == 0;
        };
    }
}
