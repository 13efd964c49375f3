package chargehand.server.people;

import chargehand.engine.forecast.Availability;

/// How often people are away without having told: ill. Of all people together; nothing about one of them.
///
/// @param share of their working time, 0 to 1
/// @param days working days that they are away at a time, on average
/// @param people how many were ill in the time that this was learned from; 0 where it is assumed
public record UnplannedAbsence(double share, double days, int people) {
    private static final double MINUTES_OF_DAY = 480;

    public boolean isAssumed() {
        return people == 0;
    }

    /// The same for a simulation.
    public Availability availability() {
        return new Availability(share, days * MINUTES_OF_DAY);
    }
}
