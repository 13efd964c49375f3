package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds periods in a text: "Jan 2010 – Present", "01/2010 to 03/2012", "2010-2014", "seit 2015".
final class Periods {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final List<String> MONTHS = List.of(
            "jan(?:uary|uar|vier|v|eiro|uari)?|jänner|ene(?:ro)?|genn?(?:aio)?|stycz(?:e[nń]|nia)|sty",
            "feb(?:ruary|ruar|rero|r|braio|ruari)?|f[eé]v(?:r(?:ier)?|ereiro)?|lut(?:y|ego)?",
            "mar(?:ch|s|zo|[cç]o|ca|zec|t)?|märz|mrz|maerz|maart|mrt|marzec",
            "apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwie(?:cie[nń]|tnia)|kwi",
            "may|mai|mayo|magg?(?:io)?|maio|mei|maja?|maj",
            "jun(?:e|i|io|ho)?|juin|giu(?:gno)?|czerw(?:iec|ca)|cze",
            "jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?|lip(?:iec|ca)?",
            "aug(?:ust|ustus|usti)?|ao[uû]t?|ago(?:sto)?|sierp(?:ie[nń]|nia)|sie",
            "sep(?:t(?:ember|embre|iembre)?)?|settembre|set(?:t|embro)?|wrze(?:sie[nń]|[sś]nia)|wrz",
            "oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|pa[zź]dziernik[a]?|pa[zź]",
            "nov(?:ember|embre|iembre|embro)?|listopada?|lis",
            "dec(?:ember)?|dez(?:ember|embro)?|d[eé]c(?:embre)?|dic(?:iembre|embre)?|grud(?:zie[nń]|nia)|gru");
    private static final String MONTH = "(?<![\\p{L}])(?:" + String.join("|", MONTHS) + ")";
    private static final String YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
    private static final String SEASON =
            "spring|summer|fall|autumn|winter|fr[uü]hjahr|fr[uü]hling|sommer|herbst|printemps|[eé]t[eé]|automne|hiver|primavera|verano|oto[nñ]o|invierno|estate|autunno|inverno|lente|zomer|herfst|q[1-4]|[1-4]\\.?\\s?q|t[1-4]";
    private static final String POINT = "(?:" + MONTH
            + "\\b[\\s.,'/\\-]{0,4}(?:(?:of|de|del|di)\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:" + YEAR
            + "|'?\\d{2})(?!\\d)"
            + "|\\d{1,2}(?:st|nd|rd|th)?\\s*[\\-.]?\\s*" + MONTH + "\\b[\\s.,'\\-]{0,3}" + YEAR
            + "|\\d{1,2}[./]\\d{1,2}[./]" + YEAR
            + "|(?:0?[1-9]|1[0-2])\\s?[./\\-]\\s?" + YEAR + "(?!\\d)"
            + "|" + YEAR + "\\s?[./\\-]\\s?(?:0[1-9]|1[0-2]|[1-9])(?![\\d])(?:[./\\-]\\d{1,2}(?!\\d))?"
            + "|(?:0?[1-9]|1[0-2])[/.']\\d{2}(?![\\d/])"
            + "|(?:" + SEASON + ")\\s*[,/'\\-]?\\s*(?:(?:of|de|del)\\s+)?" + YEAR
            + "|" + YEAR + "(?!\\d))";
    private static final String NOW =
            "(?:present|current(?:ly)?|now|today|till?[\\s\\-]*(?:date|now|today|present)|to[\\s\\-]*date|date|ongoing|heute|aktuell|jetzt|dato|laufend|gegenwart|aujourd'?\\s?hui|pr[eé]sent|actuel(?:lement)?|ce\\s+jour|actualidad|presente|oggi|attuale|still|tilldate|present day|continu(?:e|ing)|obecnie|heden|nu|a[cç]?tual(?:mente|idade)?|attualmente|presente|momento|ad\\s+oggi|la\\s+fecha|hoy|hoje|en\\s+poste|teraz|dzi[sś]|nadal|dnia\\s+dzisiejszego|(?:chwili|dzie[nń])\\s+obecn\\p{L}+|nuvarande|idag|nu|nåværende|i\\s+dag|souo?dasnost|dnes|fortlaufend|andauernd|in\\s+corso|en\\s+curso|em\\s+curso|en\\s+cours)\\b";
    private static final String TO =
            "[\\s,(.]*(?:-{1,2}|\\bto\\b|\\btill?\\b|\\buntil+\\b|\\bthrough\\b|\\bthru\\b|\\bbis\\b|\\bà\\b|\\bau\\b|\\ba\\b|\\bal\\b|\\btot(?:\\s+en\\s+met|\\s+aan)?\\b|\\bt/m\\b|\\bhasta\\b|\\bat[eé]\\b|\\bfino\\s+(?:a|ad|al)\\b|\\bad\\b|\\bdo\\b|\\bjusqu'(?:[aà]|en|au)\\b|\\btill\\b|\\btil\\b|~|>|/|\\bup\\s?to\\b|\\band\\b|&)[\\s)]*";
    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\d$€£.,/\\-])(?<from>" + POINT + ")\\)?" + TO
                    + "(?:(?:bis|à|to|till|until|the|la|el|al|le|o|ao|do|at[eé]|hasta|fino\\s+ad?)\\s+)?(?<to>" + NOW
                    + "|" + POINT + ")",
            I);
    /// Cells of a table, one from when, the next until when. Two years alone may be anything.
    private static final Pattern CELLS =
            Pattern.compile("(?<![\\d$€£.,/\\-])(?<from>" + POINT + ")\\t(?<to>" + NOW + "|" + POINT + ")", I);
    /// "Start date: 01/2014", and on the next line "End date: 06/2026".
    private static final Pattern LABELLED = Pattern.compile(
            "\\b(?:start|from|begin|beginn|von|d[eé]but|du|inicio|desde|inizio|dal|in[ií]cio|begindatum|van|od)(?:\\s*datum|\\s+date)?\\s*:\\s*(?<from>"
                    + POINT
                    + ")\\s+(?:end|to|until|ende|bis|fin|au|hasta|fine|al|fim|einddatum|tot|do)(?:\\s*datum|\\s+date)?\\s*:\\s*(?<to>"
                    + NOW + "|" + POINT + ")",
            I);
    private static final Pattern WITHIN_A_YEAR = Pattern.compile(
            "(?<![\\p{L}\\d])(?<from>" + MONTH + ")\\b\\.?" + TO + "(?<to>" + MONTH + "\\b[\\s.,']{0,3}" + YEAR + ")",
            I);
    private static final Pattern SHORT =
            Pattern.compile("(?<![\\d$€£.,/\\-])(?<from>" + YEAR + ")\\s?[\\-/]\\s?(?<to>'?\\d{2})(?![\\d/.\\-])");
    private static final Pattern SINCE = Pattern.compile(
            "\\b(?:since|as\\s+of|seit|depuis|desde|dal|dall'|ab|sinds|vanaf|od|sedan|siden|[aà]\\s+partir\\s+d[eu])\\s*:?\\s*(?:le\\s+|the\\s+|el\\s+|o\\s+|early\\s+|late\\s+|mid[\\s-]|anfang\\s+|mitte\\s+|ende\\s+)?(?<from>"
                    + POINT + ")(?!" + TO + POINT + ")",
            I);
    /// A number with such words after it is a length or an amount, and no year.
    private static final Pattern NO_YEAR = Pattern.compile(
            "^\\s*(?:users|servers|employees|people|pcs|nodes|devices|sites|\\+|%|hours|workstations|desktops|computers|clients|members|lines|seats|km|kg|mb|gb|sq)",
            I);

    private final Flow flow;
    private final int today;

    Periods(Flow flow, LocalDate today) {
        this.flow = flow;
        this.today = today.getYear() * 12 + today.getMonthValue() + 1;
    }

    /// In the order of the text, none over another.
    List<Period> all() {
        var found = new ArrayList<Period>();
        add(RANGE, found);
        add(LABELLED, found);
        add(CELLS, found);
        add(WITHIN_A_YEAR, found);
        add(SHORT, found);
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
            if (NO_YEAR.matcher(
                            flow.folded().substring(end, Math.min(flow.folded().length(), end + 16)))
                    .find()) continue;
            var period = period(matcher, pattern);
            if (period != null) found.add(period);
        }
    }

    private @Nullable Period period(Matcher found, Pattern pattern) {
        var from = found.group("from");
        var to = pattern == SINCE ? "now" : found.group("to");
        boolean open = to.matches("(?iuU)" + NOW);
        Integer start;
        if (pattern == WITHIN_A_YEAR) start = month(from + " " + to.replaceAll(".*(\\d{4})", "$1"), false);
        else start = month(from, false);
        if (pattern == SHORT) to = from.substring(0, 2) + to.replace("'", "");
        Integer last = open ? Integer.valueOf(today) : month(to, true);
        if (start == null || last == null) return null;
        boolean years = isYear(from) && (open || isYear(to));
        if (pattern == CELLS && years && !open) return null;
        int end = open || isYear(to) ? last : last + 1;
        if (years && !open && start == last.intValue()) end = start + 6;
        else if (isYear(from) && !open && !isYear(to)) start = Math.min(start, end - 1);
        if (end <= start && !open || end - start > 60 * 12 || start > today) return null;
        return new Period(start, Math.max(start, Math.min(end, today)), found.start(), found.end(), open);
    }

    private static boolean isYear(String text) {
        return text.strip().matches(YEAR);
    }

    /// A year alone stands for its middle, so that years one after the other add up.
    private @Nullable Integer month(String text, boolean last) {
        var small = text.toLowerCase(Locale.ROOT).strip();
        if (isYear(small)) return Integer.parseInt(small) * 12 + 7;
        for (int i = 0; i < MONTHS.size(); i++) {
            var named = Pattern.compile(
                            "(?<!\\p{L})(?:" + MONTHS.get(i)
                                    + ")(?!\\p{L})[\\s.,'/\\-]{0,4}(?:(?:of|de|del|di)\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(\\d{4}|'?\\d{2})\\s*$")
                    .matcher(small);
            if (named.find()) return year(named.group(1)) * 12 + i + 1;
        }
        var day = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})").matcher(small);
        if (day.matches()) return ofDay(day);
        var first = Pattern.compile("(\\d{1,2})\\s?[./\\-']\\s?(\\d{4}|\\d{2})").matcher(small);
        if (first.matches()) return checked(year(first.group(2)), Integer.parseInt(first.group(1)));
        var iso = Pattern.compile("(\\d{4})\\s?[./\\-]\\s?(\\d{1,2})(?:[./\\-]\\d{1,2})?")
                .matcher(small);
        if (iso.matches()) return checked(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)));
        var season = Pattern.compile("(" + SEASON + ").*?(\\d{4})").matcher(small);
        return season.matches()
                ? Integer.valueOf(Integer.parseInt(season.group(2)) * 12 + ofSeason(season.group(1), last))
                : null;
    }

    /// Day or month first: what can't be a month is a day.
    private static @Nullable Integer ofDay(Matcher day) {
        int one = Integer.parseInt(day.group(1));
        int two = Integer.parseInt(day.group(2));
        boolean dayFirst = one > 12 || day.group().contains(".");
        return checked(Integer.parseInt(day.group(3)), dayFirst ? two : one);
    }

    private static @Nullable Integer checked(int year, int month) {
        return month >= 1 && month <= 12 ? Integer.valueOf(year * 12 + month) : null;
    }

    private static int ofSeason(String season, boolean last) {
        return switch (season.replaceAll("[^a-z1-4]", "")) {
            case "winter", "hiver", "invierno", "inverno", "q1", "t1", "1q" -> last ? 3 : 1;
            case "spring", "frhjahr", "fruhjahr", "frhling", "printemps", "primavera", "lente", "q2", "t2", "2q" ->
                last ? 6 : 4;
            case "summer", "sommer", "t", "ete", "verano", "estate", "zomer", "q3", "t3", "3q" -> last ? 9 : 7;
            default -> last ? 12 : 9;
        };
    }

    private static int year(String digits) {
        var plain = digits.replace("'", "");
        int year = Integer.parseInt(plain);
        if (plain.length() == 4) return year;
        return year < 50 ? 2000 + year : 1900 + year;
    }
}
