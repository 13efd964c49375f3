package chargehand.server.assets;

import chargehand.engine.time.DayRule;
import chargehand.engine.time.UnreadableRule;
import chargehand.server.shared.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Days that come again by a rule of RFC 5545: `FREQ=MONTHLY;BYDAY=2SU`.
///
/// @param rule in capitals, without `RRULE:`
public record Recurrence(String rule, DayRule days) {
    /// One whose end, if it has any, is a day; as [#rule] always has it.
    public static Recurrence of(String field, String text) {
        return of(field, text, ZoneOffset.UTC);
    }

    /// @param zone in which an UNTIL with a time of day is a day
    /// @throws Problem if it is no rule of days
    public static Recurrence of(String field, String text, ZoneId zone) {
        try {
            var days = DayRule.of(text, zone);
            return new Recurrence(written(text.strip().toUpperCase(Locale.ROOT), days), days);
        } catch (UnreadableRule unreadable) {
            throw refused(field, text, unreadable);
        }
    }

    /// Its end as a day, so that no zone is needed to read it again.
    private static String written(String text, DayRule days) {
        var rule = text.replaceFirst("^RRULE:", "");
        var until = days.until();
        return until == null
                ? rule
                : rule.replaceFirst("UNTIL=[^;]*", "UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(until));
    }

    private static Problem refused(String field, String text, UnreadableRule unreadable) {
        var rule = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        var sentence = switch (unreadable.why()) {
            case NO_RULE -> "“%s” is no rule of days.".formatted(rule);
            case PART_UNKNOWN -> "“%s” is not read here: rules are of days and above.".formatted(unreadable.part());
            case PART_TWICE -> "“%s” stands there twice.".formatted(unreadable.part());
            case VALUE_WRONG -> "“%s” can't be.".formatted(unreadable.part());
            case PARTS_CONFLICT -> "“%s” can't stand beside the rest of the rule.".formatted(unreadable.part());
        };
        return Problem.of(422, "rule-unreadable", "The rule can't be read", sentence)
                .hint("Write it as RFC 5545 has it, with days and above: FREQ=MONTHLY;BYDAY=2SU.")
                .with("field", field)
                .with("rule", rule)
                .with("why", unreadable.why().code())
                .with("part", unreadable.part());
    }

    /// The days of `[from, to)` on which it falls, in order.
    ///
    /// @param first the day from which the rule counts: every third month is every third from there
    public List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        return days.days(first, from, to);
    }
}
