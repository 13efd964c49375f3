package chargehand.files.own;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lengths of time as people write them: `3d`, `4h`, `1w 2d`, `1.5d`, `30m`; rounded to whole minutes.
///
/// @param minutesOfADay what a `d` has
/// @param daysOfAWeek what a `w` has
record Durations(int minutesOfADay, int daysOfAWeek) {
    /// Time that passes by itself: a day has 24 hours and a week seven days.
    static final Durations ELAPSED = new Durations(24 * 60, 7);

    /// For those who must not be told days: none is long enough to be written as one.
    static final Durations HOURS = new Durations(Integer.MAX_VALUE, 1);

    /// Longer than anybody plans for: some 190 years around the clock.
    static final int MOST_MINUTES = 100_000_000;

    private static final Pattern PART = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)\\s*([wdhm])\\s*");

    /// Working time: a week has five of the days.
    static Durations working(int minutesOfADay) {
        return new Durations(minutesOfADay, 5);
    }

    int minutes(String text) throws BadValue {
        var parts = PART.matcher(text.strip().toLowerCase(Locale.ROOT));
        var sum = BigDecimal.ZERO;
        int end = 0;
        while (parts.lookingAt()) {
            sum = sum.add(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(minutesOf(parts.group(2)))));
            end = parts.end();
            parts.region(end, parts.regionEnd());
        }
        if (end == 0 || end < parts.regionEnd())
            throw new BadValue(
                    "\"%s\" is no length of time".formatted(Quoted.shortened(text)),
                    "Write it as \"3d\", \"4h\", \"30m\", \"2w\" or together as \"1d 4h\".");
        return checked(sum.setScale(0, RoundingMode.HALF_UP));
    }

    static int checked(BigDecimal minutes) throws BadValue {
        if (minutes.signum() < 0 || minutes.compareTo(BigDecimal.valueOf(MOST_MINUTES)) > 0)
            throw new BadValue(
                    "a length of %s minutes is out of bounds".formatted(Quoted.shortened(minutes.toPlainString())),
                    "Give 0 to %d minutes.".formatted(MOST_MINUTES));
        return minutes.intValueExact();
    }

    /// The same length for [#minutes(String)], as `1d 4h`; weeks are written as days.
    String text(long minutes) {
        if (minutes == 0) return "0m";
        var text = new StringBuilder();
        long rest = minutes;
        for (var unit : new String[] {"d", "h", "m"}) {
            long count = rest / minutesOf(unit);
            rest %= minutesOf(unit);
            if (count > 0) text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
        }
        return text.toString();
    }

    private int minutesOf(String unit) {
        return switch (unit) {
            case "w" -> minutesOfADay * daysOfAWeek;
            case "d" -> minutesOfADay;
            case "h" -> 60;
            default -> 1;
        };
    }
}
