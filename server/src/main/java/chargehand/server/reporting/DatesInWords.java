package chargehand.server.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the days that somebody has written into words, in English and German, and says which are none of the facts'.
/// "12 March", "March 12th", "12. März 2027", "12.3.", "2027-03-12".
final class DatesInWords {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12));
    private static final String MONTH =
            "(jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni|"
                    + "july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\b(?:\\.(?=\\s+\\d{4}))?";
    private static final String YEAR = "(?:,?\\s+(\\d{4}))?";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+" + MONTH + YEAR, FLAGS);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b" + YEAR, FLAGS);
    private static final Pattern GERMAN = Pattern.compile("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.(\\d{4})?");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");

    private DatesInWords() {}

    /// As they are written, in order, each once.
    static List<String> foreign(Collection<String> texts, Collection<LocalDate> known) {
        var days = new HashSet<>(known);
        var foreign = new ArrayList<String>();
        for (var text : texts) {
            look(DAY_FIRST, text, each -> is(days, each.group(1), month(each.group(2)), each.group(3)), foreign);
            look(MONTH_FIRST, text, each -> is(days, each.group(2), month(each.group(1)), each.group(3)), foreign);
            look(GERMAN, text, each -> is(days, each.group(1), each.group(2), each.group(3)), foreign);
            look(ISO, text, each -> is(days, each.group(3), each.group(2), each.group(1)), foreign);
        }
        return foreign;
    }

    private static void look(
            Pattern pattern, String text, java.util.function.Predicate<MatchResult> known, List<String> foreign) {
        pattern.matcher(text).results().forEach(each -> {
            var written = each.group().strip();
            if (!known.test(each) && !foreign.contains(written)) foreign.add(written);
        });
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT)));
    }

    /// What can't be a day is no date and so not wrong.
    private static boolean is(Set<LocalDate> days, String day, String month, @Nullable String year) {
        int ofMonth = Integer.parseInt(day);
        int ofYear = Integer.parseInt(month);
        if (ofYear < 1
                || ofYear > 12
                || ofMonth < 1
                || ofMonth > java.time.Month.of(ofYear).maxLength()) return true;
        var written = MonthDay.of(ofYear, ofMonth);
        return days.stream()
                .anyMatch(each -> MonthDay.from(each).equals(written)
                        && (year == null || each.getYear() == Integer.parseInt(year)));
    }

    /// All days that the facts name, each on the project's clock; an end at midnight is also that of the day before.
    static Set<LocalDate> of(Update.Facts facts) {
        var zone = ZoneId.of(facts.zone());
        var days = new HashSet<LocalDate>();
        add(days, zone, facts.asOf(), facts.since());
        var finish = facts.finish();
        add(days, zone, finish.start(), finish.planned(), finish.plannedWas(), finish.likely(), finish.likelyWas());
        for (var each : facts.done()) add(days, zone, each.at());
        for (var each : facts.next()) add(days, zone, each.planned());
        for (var each : facts.promises())
            add(days, zone, each.by(), each.planned(), each.likely(), each.likelyWas(), each.kept());
        for (var each : facts.asked()) if (each.due() != null) days.add(each.due());
        for (var each : facts.toDecide()) if (each.day() != null) days.add(each.day());
        if (facts.increments() != null)
            for (var each : facts.increments()) Collections.addAll(days, each.starts(), each.ends());
        if (facts.pay() != null) for (var each : facts.pay().parts()) if (each.day() != null) days.add(each.day());
        return days;
    }

    private static void add(Set<LocalDate> days, ZoneId zone, @Nullable Instant... moments) {
        for (var at : moments) {
            if (at == null) continue;
            days.add(LocalDate.ofInstant(at, zone));
            days.add(LocalDate.ofInstant(at.minusMillis(1), zone));
        }
    }
}
