package chargehand.engine.levelling;

import java.util.List;

/// What makes one calendar better than another. A manager puts them in order: an earlier one decides, and a later one
/// only between calendars that are equal in all before it.
public enum Aim {
    /// Promises are kept: the minutes by which deadlines are missed, each counted as often as the priority of the
    /// task that bears it (0 to 1000, 500 is usual; 0 counts once).
    LATENESS,
    /// All is done early: the moment at which the last task ends.
    FINISH,
    /// People keep the days that they were told: the number of tasks that begin on another day in the project's zone
    /// than in the calendar told, or are done by somebody else.
    DISTURBANCE;

    /// Promises first, then an early end, then quiet.
    public static final List<Aim> USUAL = List.of(LATENESS, FINISH, DISTURBANCE);
}
