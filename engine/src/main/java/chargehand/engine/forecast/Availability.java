package chargehand.engine.forecast;

/// How often and for how long people are away without having told before: ill, mostly. Absences that are known
/// stand in their calendars and don't count here.
///
/// While somebody is at a task, times away begin at random, equally likely at each minute worked, and last an
/// exponentially distributed number of working minutes. So nothing about a person but that they are one comes in.
///
/// @param share of working time that people are away, 0 to below 1
/// @param spell working minutes that they are away at a time, on average; at least 1
public record Availability(double share, double spell) {
    /// Nobody is ever away.
    public static final Availability CERTAIN = new Availability(0, 1);

    public Availability {
        if (!(share >= 0 && share < 1 && spell >= 1))
            throw new IllegalArgumentException(
                    "People can't be away for a share of %s, %s minutes at a time.".formatted(share, spell));
    }

    /// Times away that begin for each minute worked.
    double rate() {
        return share / (1 - share) / spell;
    }
}
