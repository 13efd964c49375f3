package chargehand.server.programme;

import chargehand.server.shared.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;

/// Days that come again by a rule of RFC 5545: `FREQ=MONTHLY;BYDAY=2SU`. A rule may go on for ever; it is asked for the
/// days of a stretch of time, never for all. What happens within a day is no part of it, so no clock plays a part: a
/// day on which the clocks change is a day.
///
/// @param rule in capitals, without `RRULE:`
record Recurrence(String rule) {
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final int LONGEST = 300;

    /// @throws Problem if it is no rule of days
    static Recurrence of(String field, String text) {
        var rule = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        if (rule.length() > LONGEST) throw refused(field, text.substring(0, 40) + "…");
        try {
            var recur = new Recur<LocalDate>(rule);
            boolean within = rule.contains("BYHOUR") || rule.contains("BYMINUTE") || rule.contains("BYSECOND");
            if (within || !FREQUENCIES.contains(recur.getFrequency().name()) || recur.getInterval() == 0)
                throw refused(field, text);
            return new Recurrence(rule);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException | IndexOutOfBoundsException e) {
            throw refused(field, text);
        }
    }

    private static Problem refused(String field, String rule) {
        return Problem.of(422, "rule-unreadable", "The rule can't be read", "“%s” is no rule of days.".formatted(rule))
                .hint("Write it as RFC 5545 has it, with days and above: FREQ=MONTHLY;BYDAY=2SU.")
                .with("field", field)
                .with("rule", rule);
    }

    /// The days of `[from, to)` on which it falls, in order.
    ///
    /// @param first the day from which the rule counts: every third month is every third from there
    List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        if (!to.isAfter(from) || !to.isAfter(first)) return List.of();
        var begin = from.isAfter(first) ? from : first;
        return new Recur<LocalDate>(rule)
                .getDates(first, begin, to).stream()
                        .filter(each -> !each.isBefore(begin) && each.isBefore(to))
                        .sorted()
                        .toList();
    }
}
