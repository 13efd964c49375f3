package chargehand.files.own;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.TaskId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a task waits for, as people write it: `11`, `10SS+2h`, `10FS-1d`, `10+50%`, and `10FS+2ed` for two
/// days that pass by themselves.
record LinkText(Durations durations) {
    private static final Pattern LINK =
            Pattern.compile("(?s)(.+?)\\s*(FS|SS|FF|SF)?\\s*([+-]\\s*\\d[\\d.\\s%ewdhmEWDHM]*)?");
    private static final int LONGEST = 300;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,6})\\s*%");
    private static final Pattern ELAPSED = Pattern.compile("(?i)e(?=[wdhm])");

    /// The longest reading of the text that is a task's id wins: a task `10SS` may exist.
    Link link(String text, TaskId successor, Set<TaskId> known) throws BadValue {
        if (isKnown(text, known)) return new Link(new TaskId(text), successor, LinkType.FS, Lag.NONE);
        var parts = LINK.matcher(text.strip());
        if (text.length() > LONGEST || !parts.matches()) throw unknown(text);
        var withType = parts.group(2) == null ? parts.group(1) : parts.group(1) + parts.group(2);
        var lag = parts.group(3) == null ? Lag.NONE : lag(parts.group(3));
        if (isKnown(withType, known)) return new Link(new TaskId(withType), successor, LinkType.FS, lag);
        if (!isKnown(parts.group(1), known)) throw unknown(parts.group(1));
        var type = parts.group(2) == null ? LinkType.FS : LinkType.valueOf(parts.group(2));
        return new Link(new TaskId(parts.group(1)), successor, type, lag);
    }

    /// A lag by itself: `2h`, `-1d`, `50%`, `2ed`.
    Lag lag(String text) throws BadValue {
        var stripped = text.strip().toLowerCase(Locale.ROOT);
        int sign = stripped.startsWith("-") ? -1 : 1;
        var size = stripped.startsWith("-") || stripped.startsWith("+")
                ? stripped.substring(1).strip()
                : stripped;
        var percent = PERCENT.matcher(size);
        if (percent.matches()) return new Lag.Percent(sign * Integer.parseInt(percent.group(1)));
        var elapsed = ELAPSED.matcher(size);
        if (elapsed.find()) return new Lag.Elapsed(sign * Durations.ELAPSED.minutes(elapsed.replaceAll("")));
        return new Lag.Working(sign * durations.minutes(size));
    }

    /// The text that [#link] reads. Where ids are such that it would be read otherwise, [#readsBack] says so.
    String text(Link link) {
        var type = link.type() == LinkType.FS && link.lag().isNone()
                ? ""
                : link.type().name();
        var lag = text(link.lag());
        return link.predecessor() + type + (lag.isEmpty() || lag.startsWith("-") ? lag : "+" + lag);
    }

    boolean readsBack(Link link, Set<TaskId> known) {
        try {
            return link(text(link), link.successor(), known).equals(link);
        } catch (BadValue e) {
            return false;
        }
    }

    /// Empty if there is none.
    String text(Lag lag) {
        if (lag.equals(Lag.NONE)) return "";
        return switch (lag) {
            case Lag.Working(var minutes) -> sign(minutes) + durations.text(Math.abs((long) minutes));
            case Lag.Elapsed(var minutes) ->
                sign(minutes) + Durations.ELAPSED.text(Math.abs((long) minutes)).replaceAll("(?=[dhm])", "e");
            case Lag.Percent(var percent) -> percent + "%";
        };
    }

    private static String sign(int minutes) {
        return minutes < 0 ? "-" : "";
    }

    private static boolean isKnown(String text, Set<TaskId> known) {
        return !text.isBlank() && text.length() <= 200 && known.contains(new TaskId(text));
    }

    private static BadValue unknown(String text) {
        return new BadValue(
                "unknown-id",
                "no task has the id \"%s\"".formatted(Quoted.shortened(text)),
                "Write the id of a task of this file, as \"11\" or \"11FS+2d\".");
    }
}
