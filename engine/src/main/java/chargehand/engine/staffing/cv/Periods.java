package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds periods in a text: "Jan 2010 – Present", "01/2010 to 03/2012", "2010-2014", "seit 2015".
final class Periods {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String TO =
            "[\\s,(.]*(?:-{1,2}|\\bto\\b|\\btill?\\b|\\buntil+\\b|\\bthrough\\b|\\bthru\\b|\\bbis\\b|\\bà\\b|\\bau\\b|\\ba\\b|\\bal\\b|\\btot(?:\\s+en\\s+met|\\s+aan)?\\b|\\bt/m\\b|\\bhasta\\b|\\bat[eé]\\b|\\bfino\\s+(?:a|ad|al)\\b|\\bad\\b|\\bdo\\b|\\bjusqu'(?:[aà]|en|au)\\b|\\btill\\b|\\btil\\b|~|>|/|\\bup\\s?to\\b|\\band\\b|&)[\\s)]*";
    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\d$€£.,/\\-])(?<from>" + Moments.POINT + ")\\)?" + TO
                    + "(?:(?:up\\s+to|up\\s+until|until|a|bis|à|to|till|until|the|la|el|al|le|o|ao|do|at[eé]|hasta|fino\\s+ad?|zum|zur|het|au|el\\s+mes\\s+de)\\s+|(?:à\\s+)?l')?(?:la\\s+)?(?<to>"
                    + Moments.NOW
                    + "|" + Moments.POINT + ")",
            I);
    /// Cells of a table, one from when, the next until when. Two years alone may be anything.
    private static final Pattern CELLS = Pattern.compile(
            "(?<![\\d$€£.,/\\-])(?<from>" + Moments.POINT + ")\\t(?<to>" + Moments.NOW + "|" + Moments.POINT + ")", I);
    /// "Start date: 01/2014", and on the next line "End date: 06/2026".
    private static final Pattern LABELLED = Pattern.compile(
            "\\b(?:start|from|begin|beginn|von|d[eé]but|du|inicio|desde|inizio|dal|in[ií]cio|begindatum|van|od)(?:\\s*datum|\\s+date)?\\s*:\\s*(?<from>"
                    + Moments.POINT
                    + ")\\s+(?:end|to|until|ende|bis|fin|au|hasta|fine|al|fim|einddatum|tot|do)(?:\\s*datum|\\s+date)?\\s*:\\s*(?<to>"
                    + Moments.NOW + "|" + Moments.POINT + ")",
            I);
    private static final Pattern WITHIN_A_YEAR = Pattern.compile(
            "(?<![\\p{L}\\d])(?<from>" + Moments.MONTH + ")\\b\\.?" + TO + "(?<to>" + Moments.MONTH + "\\b[\\s.,']{0,3}"
                    + Moments.YEAR + ")",
            I);
    private static final Pattern SHORT = Pattern.compile(
            "(?<![\\d$€£.,/\\-])(?<from>" + Moments.YEAR + ")\\s?[\\-/]\\s?(?<to>'?\\d{2})(?![\\d/.\\-])");
    private static final Pattern SINCE = Pattern.compile(
            "\\b(?:since|as\\s+of|seit|depuis|desde|dal|dall'|ab|sinds|vanaf|od|sedan|siden|[aà]\\s+partir\\s+d[eu])\\s*:?\\s*(?:le\\s+|the\\s+|el\\s+|o\\s+|l'|la\\s+|dem\\s+|der\\s+|het\\s+)?(?<from>"
                    + Moments.POINT + ")(?!" + TO + Moments.POINT + ")",
            I);
    /// "Heden - 2018": the later end first.
    private static final Pattern BACKWARDS = Pattern.compile(
            "(?<![\\p{L}\\d])(?<to>" + Moments.NOW + ")\\s*-\\s*(?<from>" + Moments.POINT + ")(?!" + TO + Moments.POINT
                    + ")",
            I);
    /// "Between 2012 and 2016": what joins two years elsewhere parts them here.
    private static final Pattern BETWEEN = Pattern.compile(
            "\\b(?:between|zwischen|entre|tussen|tra|fra|pomiędzy|między)\\s+(?:the\\s+|il\\s+|le\\s+|el\\s+)?(?<from>"
                    + Moments.POINT + ")\\s+(?:and|und|et|y|e|en|a|i)\\s+(?:the\\s+|il\\s+|le\\s+|el\\s+)?(?<to>"
                    + Moments.NOW + "|" + Moments.POINT + ")",
            I);
    /// A number with such words after it is a length or an amount, and no year.
    private static final Pattern NO_YEAR = Pattern.compile(
            "^\\s*(?:users|servers|employees|people|pcs|nodes|devices|sites|\\+|%|hours|workstations|desktops|computers|clients|members|lines|seats|km|kg|mb|gb|sq)",
            I);

    private final Flow flow;
    private final int today;
    private final boolean dayFirst;

    Periods(Flow flow, LocalDate today) {
        this.flow = flow;
        this.today = today.getYear() * 12 + today.getMonthValue() + 1;
        dayFirst = Moments.isDayFirst(flow.folded());
    }

    /// In the order of the text, none over another.
    List<Period> all() {
        var found = new ArrayList<Period>();
        add(RANGE, found);
        add(LABELLED, found);
        add(CELLS, found);
        add(WITHIN_A_YEAR, found);
        add(SHORT, found);
        add(BETWEEN, found);
        add(BACKWARDS, found);
        add(SINCE, found);
        found.sort(java.util.Comparator.comparingInt(Period::start));
        return found;
    }

    private void add(Pattern pattern, List<Period> found) {
        var matcher = pattern.matcher(flow.folded());
        while (matcher.find()) {
            int start = matcher.start();
            int end = matcher.end();
            if (found.stream().anyMatch(each -> each.start() < end && start < each.end())) continue;
            if (isAmount(matcher.group(), end)) continue;
            var period = period(matcher, pattern);
            if (period != null) found.add(period);
        }
    }

    /// "2000-2010 users": numbers alone, with what they count behind them.
    private boolean isAmount(String written, int end) {
        if (written.matches("(?s).*[\\p{L}/.].*")) return false;
        var after = flow.folded().substring(end, Math.min(flow.folded().length(), end + 16));
        return NO_YEAR.matcher(after).find();
    }

    private @Nullable Period period(Matcher found, Pattern pattern) {
        var from = found.group("from");
        var to = pattern == SINCE ? "now" : found.group("to");
        boolean open = to.matches("(?iuU)" + Moments.NOW);
        Integer start;
        if (pattern == WITHIN_A_YEAR) start = month(from + " " + to.replaceAll(".*(\\d{4})", "$1"), false);
        else start = month(from, false);
        if (pattern == SHORT) to = from.substring(0, 2) + to.replace("'", "");
        Integer last = open ? Integer.valueOf(today) : month(to, true);
        if (start == null || last == null) return null;
        // "2018 - 2012", "April 2019 - May 2016"
        if (last < start && !open && pattern == RANGE && Moments.isYear(from) == Moments.isYear(to)) {
            int later = start;
            start = last;
            last = later;
        }
        boolean years = Moments.isYear(from) && (open || Moments.isYear(to));
        if (pattern == CELLS && years && !open) return null;
        int end = open || Moments.isYear(to) ? last : last + 1;
        if (years && !open && start == last.intValue()) end = start + 6;
        else if (Moments.isYear(from) && !open && !Moments.isYear(to)) start = Math.min(start, end - 1);
        if (end <= start && !open || end - start > 60 * 12 || start > today) return null;
        return new Period(start, Math.max(start, Math.min(end, today)), found.start(), found.end(), open);
    }

    private @Nullable Integer month(String text, boolean last) {
        return Moments.month(text, last, dayFirst);
    }
}
