package chargehand.engine.staffing.cv;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How moments are written that begin or end a period: "Jan 2010", "01/2010", "spring of 2010", "end of 2018", "2010".
final class Moments {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final List<String> MONTHS = List.of(
            "jan(?:uary|uar|vier|v|eiro|uari)?|j[aä]n(?:ner)?|ene(?:ro)?|genn?(?:aio)?|stycz(?:e[nń]|nia)|sty",
            "feb(?:ruary|ruar|rero|r|braio|ruari)?|f[eé]v(?:r(?:ier)?|ereiro)?|lut(?:y|ego)?",
            "mar(?:ch|s|zo|[cç]o|ca|zec|ts?)?|mär(?:z|s)?|mrz|maerz|maart|mrt|marzec",
            "apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwie(?:cie[nń]|tnia)|kwi",
            "may|mai|mayo|magg?(?:io)?|maio|mei|maja?|maj",
            "jun(?:e|i|io|ho)?|juin|giu(?:gno)?|czerw(?:iec|ca)|cze",
            "jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?|lip(?:iec|ca)?",
            "aug(?:ust|ustus|usti)?|ao[uû]t?|ago(?:sto)?|sierp(?:ie[nń]|nia)|sie",
            "sep(?:t(?:ember|embre|iembre)?)?|settembre|set(?:t|embro|iembre)?|wrze(?:sie[nń]|[sś]nia)|wrz",
            "oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|pa[zź]dziernik[a]?|pa[zź]",
            "nov(?:ember|embre|iembre|embro)?|listopada?|lis",
            "dec(?:ember)?|des(?:ember)?|dez(?:ember|embro)?|d[eé]c(?:embre)?|dic(?:iembre|embre)?|grud(?:zie[nń]|nia)|gru");
    static final String MONTH = "(?<![\\p{L}])(?:" + String.join("|", MONTHS) + ")";
    static final String YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
    private static final String SEASON =
            "spring|summer|fall|autumn|winter|fr[uü]hjahr|fr[uü]hling|sommer|herbst|printemps|[eé]t[eé]|automne|hiver|primavera|verano|oto[nñ]o|invierno|estate|autunno|inverno|lente|zomer|herfst|q[1-4]|[1-4]\\.?\\s?q|t[1-4]";
    /// "Early 2014", "Ende 2018", "a mediados de 2016".
    private static final String EARLY =
            "early|(?:the\\s+)?(?:beginning|start)\\s+of|anfang|d[eé]but|(?:principios|comienzos|inicios)\\s+del?|begin|inizi?o|in[ií]cio\\s+de";
    private static final String MIDDLE =
            "mid|(?:the\\s+)?middle\\s+of|mitte|mi|mediados\\s+del?|medio|midden|halverwege|met[aà]|meados\\s+de";
    private static final String LATE =
            "late|(?:the\\s+)?end(?:\\s+of)?|ende|fin|(?:finales|fines)\\s+del?|eind(?:e)?|fine|fim\\s+de|finais\\s+de";
    private static final String PART_OF_YEAR = "(?<![\\p{L}])(?:" + EARLY + "|" + MIDDLE + "|" + LATE
            + ")[\\s\\-]+(?:de\\s+|del\\s+|of\\s+|l'ann[eé]e\\s+)?" + YEAR + "(?!\\d)";
    static final String POINT = "(?:" + MONTH
            + "\\b[\\s.,'/\\-]{0,4}(?:(?:of|de|del|di)\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:" + YEAR
            + "|'?\\d{2})(?!\\d)"
            + "|\\d{1,2}(?:st|nd|rd|th)?\\s*[\\-.]?\\s*" + MONTH + "\\b[\\s.,'\\-]{0,3}" + YEAR
            + "|\\d{1,2}[./]\\d{1,2}[./]" + YEAR
            + "|\\d{1,2}-\\d{1,2}-" + YEAR
            + "|(?:0?[1-9]|1[0-2])\\s?[./\\-]\\s?" + YEAR + "(?!\\d)"
            + "|" + YEAR + "\\s?[./\\-]\\s?(?:0[1-9]|1[0-2]|[1-9])(?![\\d])(?:[./\\-]\\d{1,2}(?!\\d))?"
            + "|(?:0?[1-9]|1[0-2])[/.']\\d{2}(?![\\d/])"
            + "|(?:" + SEASON + ")\\s*[,/'\\-]?\\s*(?:(?:of|de|del)\\s+)?" + YEAR
            + "|" + PART_OF_YEAR
            + "|" + YEAR + "(?!\\d))";
    static final String NOW =
            "(?:present|act(?:(?=\\.)|$)|current(?:ly)?|now|today|till?[\\s\\-]*(?:date|now|today|present)|to[\\s\\-]*date|date|ongoing|heute|aktuell|jetzt|dato|laufend|gegenwart|aujourd'?\\s?hui|pr[eé]sent|actuel(?:lement)?|ce\\s+jour|actualidad|presente|oggi|attuale|still|tilldate|present day|continu(?:e|ing)|obecnie|heden|nu|a[cç]?tual(?:mente|idade)?|attualmente|presente|momento|ad\\s+oggi|la\\s+fecha|hoy|hoje|en\\s+poste|teraz|dzi[sś]|nadal|dnia\\s+dzisiejszego|(?:chwili|dzie[nń])\\s+obecn\\p{L}+|nuvarande|idag|nu|nåværende|i\\s+dag|dags\\s+dato|pågående|nå|tills?\\s?vidare|lfd|derzeit|momentan|gegenwärtig|maintenant|[aà]\\s+l'heure\\s+actuelle|ahora|vigente|hoy\\s+en\\s+d[ií]a|fecha\\s+actual|agora|in\\s+essere|vandaag|lopend|op\\s+heden|dzisiaj|aktualnie|bieżąc\\p{L}+|w\\s+trakcie|at\\s+present|this\\s+day|souo?dasnost|dnes|fortlaufend|andauernd|in\\s+corso|en\\s+curso|em\\s+curso|en\\s+cours)\\b";

    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(?:19|20)\\d{2}(?!\\d)");
    /// Words of languages that write the day first.
    private static final Pattern FOREIGN = Pattern.compile(
            "\\b(?:und|der|die|bei|seit|de|la|el|del|los|las|et|les|chez|dans|het|een|voor|van|met|il|di|della|em|da|do|w|na|och)\\b",
            I);

    private Moments() {}

    static boolean isYear(String text) {
        return text.strip().matches(YEAR);
    }

    /// Whether a text that writes 1/7/2021 means the first of July: a day above 12 stands first somewhere, or no day
    /// above 12 stands second and the text is in none of the words of those who write the month first.
    static boolean isDayFirst(String text) {
        var dates = SLASHED.matcher(text);
        boolean monthFirst = false;
        while (dates.find()) {
            if (Integer.parseInt(dates.group(1)) > 12) return true;
            monthFirst |= Integer.parseInt(dates.group(2)) > 12;
        }
        return !monthFirst && FOREIGN.matcher(text).results().limit(5).count() == 5;
    }

    /// A year alone stands for its middle, so that years one after the other add up.
    ///
    /// @param dayFirst whether 1/7/2021 is in July
    static @Nullable Integer month(String text, boolean last, boolean dayFirst) {
        var small = text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        if (isYear(small)) return Integer.parseInt(small) * 12 + 7;
        for (int i = 0; i < MONTHS.size(); i++) {
            var named = Pattern.compile(
                            "(?<!\\p{L})(?:" + MONTHS.get(i)
                                    + ")(?!\\p{L})[\\s.,'/\\-]{0,4}(?:(?:of|de|del|di)\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(\\d{4}|'?\\d{2})\\s*$")
                    .matcher(small);
            if (named.find()) return year(named.group(1)) * 12 + i + 1;
        }
        var day = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})").matcher(small);
        if (day.matches()) return ofDay(day, dayFirst);
        var first = Pattern.compile("(\\d{1,2})\\s?[./\\-']\\s?(\\d{4}|\\d{2})").matcher(small);
        if (first.matches()) return checked(year(first.group(2)), Integer.parseInt(first.group(1)));
        var iso = Pattern.compile("(\\d{4})\\s?[./\\-]\\s?(\\d{1,2})(?:[./\\-]\\d{1,2})?")
                .matcher(small);
        if (iso.matches()) return checked(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)));
        var part = Pattern.compile("(.*?)[\\s\\-]+(?:de\\s+|del\\s+|of\\s+|l'ann[eé]e\\s+)?(\\d{4})", I)
                .matcher(small);
        if (part.matches() && small.matches("(?iuU)" + PART_OF_YEAR))
            return Integer.parseInt(part.group(2)) * 12 + ofPart(small, last);
        var season = Pattern.compile("(" + SEASON + ").*?(\\d{4})").matcher(small);
        return season.matches()
                ? Integer.valueOf(Integer.parseInt(season.group(2)) * 12 + ofSeason(season.group(1), last))
                : null;
    }

    /// Day or month first: what can't be a month is a day.
    private static @Nullable Integer ofDay(Matcher day, boolean first) {
        int one = Integer.parseInt(day.group(1));
        int two = Integer.parseInt(day.group(2));
        boolean dayFirst = one > 12 || two <= 12 && (first || !day.group().contains("/"));
        return checked(Integer.parseInt(day.group(3)), dayFirst ? two : one);
    }

    private static @Nullable Integer checked(int year, int month) {
        return month >= 1 && month <= 12 ? Integer.valueOf(year * 12 + month) : null;
    }

    private static int ofPart(String part, boolean last) {
        if (part.matches("(?iuU)(?:" + EARLY + ")\\b.*")) return last ? 2 : 1;
        if (part.matches("(?iuU)(?:" + MIDDLE + ")\\b.*")) return last ? 6 : 7;
        return last ? 12 : 11;
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
