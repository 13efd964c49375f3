package chargehand.files.own;

import chargehand.engine.plan.EstimateRange;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long something takes, and where it was said, how sure that is: `3d`, the range `2d - 6d`, or with the
/// likeliest between them `2d - 3d - 6d`; a unit that only the last has counts for all, as in `2 - 6 d`. A range alone
/// is estimated at its middle.
///
/// @param minutes of people, of working time or by the clock
record Estimate(int minutes, @Nullable EstimateRange range) {
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[-\u2013\u2014]|\\.\\.)\\s*");

    private static final Pattern UNIT = Pattern.compile("([a-zA-Z]+)\\s*$");

    static Estimate read(String text, Durations durations) throws BadValue {
        var parts = BETWEEN.split(text.strip(), -1);
        // What begins with a dash is no range, but somebody's negative number.
        if (parts.length == 1 || parts[0].isEmpty()) return new Estimate(durations.minutes(text), null);
        if (parts.length > 3) throw unordered(text);
        var unit = UNIT.matcher(parts[parts.length - 1]);
        for (int i = 0; unit.find(0) && i + 1 < parts.length; i++)
            if (parts[i].matches(".*\\d")) parts[i] += unit.group(1);
        int low = durations.minutes(parts[0]);
        int high = durations.minutes(parts[parts.length - 1]);
        if (low < 1 || low >= high) throw unordered(text);
        var range = new EstimateRange(low, high);
        int minutes = parts.length == 3 ? durations.minutes(parts[1]) : (int) range.middle();
        if (!range.encloses(minutes)) throw unordered(text);
        return new Estimate(minutes, range);
    }

    private static BadValue unordered(String text) {
        return new BadValue(
                "\"%s\" is no range that rises".formatted(Quoted.shortened(text)),
                "Write the least and the most as \"2d - 6d\", or with the likeliest between them: \"2d - 3d - 6d\".");
    }

    /// The same for [#read]; a range that the estimate lies outside of says nothing, and is left out.
    static String text(long minutes, @Nullable EstimateRange range, Durations durations) {
        if (range == null || !range.encloses(minutes)) return durations.text(minutes);
        return "%s - %s - %s"
                .formatted(durations.text(range.low()), durations.text(minutes), durations.text(range.high()));
    }
}
