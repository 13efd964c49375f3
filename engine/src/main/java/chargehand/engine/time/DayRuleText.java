package chargehand.engine.time;

import chargehand.engine.time.DayRule.Frequency;
import chargehand.engine.time.DayRule.Nth;
import chargehand.engine.time.UnreadableRule.Why;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a rule as it is written.
final class DayRuleText {
    private static final int LONGEST = 300;
    private static final int MOST_BETWEEN = 1_000;
    private static final int MOST = 10_000;
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "UNTIL", "COUNT");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private final String text;
    private final ZoneId zone;
    private final Map<String, String> parts = new LinkedHashMap<>();

    DayRuleText(String text, ZoneId zone) {
        this.text = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        this.zone = zone;
    }

    DayRule read() throws UnreadableRule {
        split();
        var rule = new DayRule(
                frequency(),
                number("INTERVAL", 1, MOST_BETWEEN, 1),
                weekdays(),
                numbers("BYMONTHDAY", -31, 31),
                numbers("BYMONTH", 1, 12),
                numbers("BYSETPOS", -366, 366),
                weekStart(),
                until(),
                number("COUNT", 1, MOST, 0));
        check(rule);
        return rule;
    }

    private void split() throws UnreadableRule {
        if (text.isEmpty() || text.length() > LONGEST)
            throw new UnreadableRule(Why.NO_RULE, text.substring(0, Math.min(40, text.length())));
        for (var part : text.split(";", -1)) {
            int at = part.indexOf('=');
            if (at < 1 || at == part.length() - 1) throw new UnreadableRule(Why.NO_RULE, part);
            var name = part.substring(0, at);
            if (!PARTS.contains(name)) throw new UnreadableRule(Why.PART_UNKNOWN, part);
            if (parts.put(name, part.substring(at + 1)) != null) throw new UnreadableRule(Why.PART_TWICE, part);
        }
    }

    private Frequency frequency() throws UnreadableRule {
        var said = parts.get("FREQ");
        for (var each : Frequency.values()) if (each.name().equals(said)) return each;
        throw said == null ? new UnreadableRule(Why.NO_RULE, text) : wrong("FREQ");
    }

    private int number(String name, int least, int most, int usual) throws UnreadableRule {
        var said = parts.get(name);
        return said == null ? usual : number(name, said, least, most);
    }

    private int number(String name, String said, int least, int most) throws UnreadableRule {
        try {
            int number = Integer.parseInt(said);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException unreadable) {
            // Said below.
        }
        throw wrong(name);
    }

    private Set<Integer> numbers(String name, int least, int most) throws UnreadableRule {
        var said = parts.get(name);
        var all = new TreeSet<Integer>();
        if (said == null) return all;
        for (var each : said.split(",", -1)) {
            int number = number(name, each, least, most);
            if (number == 0) throw wrong(name);
            all.add(number);
        }
        return all;
    }

    private List<Nth> weekdays() throws UnreadableRule {
        var said = parts.get("BYDAY");
        var all = new ArrayList<Nth>();
        if (said == null) return all;
        for (var each : said.split(",", -1)) {
            var found = WEEKDAY.matcher(each);
            if (!found.matches()) throw wrong("BYDAY");
            var n = found.group(1);
            if (n != null && Integer.parseInt(n) == 0) throw wrong("BYDAY");
            all.add(new Nth(n == null ? 0 : Integer.parseInt(n), weekday(found.group(2))));
        }
        return all;
    }

    private static DayOfWeek weekday(String said) {
        return DayOfWeek.of(WEEKDAYS.indexOf(said) + 1);
    }

    private DayOfWeek weekStart() throws UnreadableRule {
        var said = parts.get("WKST");
        if (said == null) return DayOfWeek.MONDAY;
        if (!WEEKDAYS.contains(said)) throw wrong("WKST");
        return weekday(said);
    }

    private @Nullable LocalDate until() throws UnreadableRule {
        var said = parts.get("UNTIL");
        if (said == null) return null;
        try {
            if (said.length() == 8) return LocalDate.parse(said, DateTimeFormatter.BASIC_ISO_DATE);
            boolean utc = said.endsWith("Z");
            var time = LocalDateTime.parse(utc ? said.substring(0, said.length() - 1) : said, TIME);
            return utc ? time.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDate() : time.toLocalDate();
        } catch (DateTimeException unreadable) {
            throw wrong("UNTIL");
        }
    }

    /// What RFC 5545 forbids, and ordinals beside days of the month, which programs read differently.
    private void check(DayRule rule) throws UnreadableRule {
        boolean ordinals = rule.days().stream().anyMatch(each -> each.n() != 0);
        boolean within = rule.frequency() == Frequency.DAILY || rule.frequency() == Frequency.WEEKLY;
        if (ordinals && (within || parts.containsKey("BYMONTHDAY"))) throw conflict("BYDAY");
        if (rule.frequency() == Frequency.WEEKLY && parts.containsKey("BYMONTHDAY")) throw conflict("BYMONTHDAY");
        if (parts.containsKey("BYSETPOS")
                && parts.keySet().stream().noneMatch(each -> each.startsWith("BY") && !each.equals("BYSETPOS")))
            throw conflict("BYSETPOS");
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) throw conflict("UNTIL");
        boolean ofMonth = rule.frequency() == Frequency.MONTHLY || parts.containsKey("BYMONTH");
        if (rule.days().stream().anyMatch(each -> Math.abs(each.n()) > (ofMonth ? 5 : 53))) throw wrong("BYDAY");
    }

    private UnreadableRule wrong(String name) {
        return new UnreadableRule(Why.VALUE_WRONG, name + "=" + parts.get(name));
    }

    private UnreadableRule conflict(String name) {
        return new UnreadableRule(Why.PARTS_CONFLICT, name + "=" + parts.get(name));
    }
}
