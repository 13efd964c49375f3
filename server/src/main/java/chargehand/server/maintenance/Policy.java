package chargehand.server.maintenance;

import chargehand.server.assets.Recurrence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done to something that is run, again and again.
///
/// @param first the day from which the rule counts
/// @param except days on which the rule falls and nothing is done
/// @param grace a round may be done so many days after its day
/// @param window within which its changes are made, or null where it changes nothing
/// @param approval whether each round needs somebody's word before it is planned
/// @param steps in order; none where it runs by itself
/// @param wayBack what is done if a change fails, or null
/// @param wayBackMinutes that stay free in a window after a change
/// @param ended whether it makes no more rounds
record Policy(
        UUID id,
        String name,
        Kind kind,
        Recurrence rule,
        LocalDate first,
        Set<LocalDate> except,
        int grace,
        @Nullable UUID window,
        boolean approval,
        List<Step> steps,
        @Nullable String wayBack,
        int wayBackMinutes,
        List<UUID> assets,
        boolean ended,
        Instant created,
        long version) {
    /// How far a rule that never ends is followed.
    static final int HORIZON_YEARS = 10;

    Policy {
        except = Set.copyOf(except);
        steps = List.copyOf(steps);
        assets = List.copyOf(assets);
    }

    @Schema(name = "MaintenanceKind")
    enum Kind {
        backup,
        /// Shows that what was backed up can be brought back.
        restore,
        update,
        upgrade,
        replace,
        grow
    }

    /// One thing that is done in each round.
    ///
    /// @param minutes of one person's work, before earlier rounds say otherwise
    /// @param skill of whoever does it, or null
    /// @param within it is the change, and made whole within a window
    /// @param each it is done to each asset by itself, one after another
    @Schema(name = "MaintenanceStep")
    record Step(String name, int minutes, @Nullable String skill, boolean within, boolean each) {}

    /// Its days in `[from, to)`, in order.
    List<LocalDate> days(LocalDate from, LocalDate to) {
        return Arrays.stream(epochDays(from, to))
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    /// The same as days since 1970, for many policies at once.
    int[] epochDays(LocalDate from, LocalDate to) {
        if (ended) return new int[0];
        var days = rule.days().epochDays(first, from, to);
        return except.isEmpty()
                ? days
                : Arrays.stream(days)
                        .filter(each -> !except.contains(LocalDate.ofEpochDay(each)))
                        .toArray();
    }

    /// The next of its days from then on; null where there is none within the horizon.
    @Nullable
    LocalDate next(LocalDate from) {
        var day = ended ? null : rule.days().next(first, from, from.plusYears(HORIZON_YEARS));
        while (day != null && except.contains(day))
            day = rule.days().next(first, day.plusDays(1), from.plusYears(HORIZON_YEARS));
        return day;
    }

    /// Whether somebody has something to do in its rounds.
    boolean isWork() {
        return !steps.isEmpty();
    }
}
