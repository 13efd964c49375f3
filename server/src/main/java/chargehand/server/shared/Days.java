package chargehand.server.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days that something can lie on here: from 1990 to 2200. A database, a calendar or a rule that comes again would not
/// know what to do with others.
public final class Days {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private Days() {}

    public static boolean isWithin(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /// @throws Problem for no day, or one beyond these bounds
    public static LocalDate within(String field, @Nullable LocalDate day) {
        if (day == null || !isWithin(day))
            throw Problem.invalid(field, "Say on which day, between %d and %d.".formatted(FIRST_YEAR, LAST_YEAR));
        return day;
    }

    /// The same, or null if there is none.
    public static @Nullable LocalDate optional(String field, @Nullable LocalDate day) {
        return day == null ? null : within(field, day);
    }
}
