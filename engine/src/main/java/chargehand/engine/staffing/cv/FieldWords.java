package chargehand.engine.staffing.cv;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which field a job is in: by its title where that says so, else by what is told of it.
final class FieldWords {
    private static final int FEWEST_KEYWORDS = 3;
    private static final Map<Field, Pattern> TITLES = read("cv-titles.txt");
    private static final Map<Field, Pattern> KEYWORDS = read("cv-keywords.txt");

    private FieldWords() {}

    /// All fields that a title names, those that they count as included.
    static Set<Field> ofTitle(String title) {
        var fields = EnumSet.noneOf(Field.class);
        TITLES.forEach((field, words) -> {
            if (words.matcher(title).find()) fields.add(field);
        });
        return widened(fields);
    }

    /// Of a job: what the title names; where it names no field, or hardly one, what is told of most.
    static Set<Field> ofJob(String title, String told) {
        var fields = EnumSet.copyOf(Set.of(Field.LEADERSHIP));
        fields.clear();
        fields.addAll(ofTitle(title));
        var counts = counts(told);
        boolean vague = fields.stream().allMatch(each -> each == Field.LEADERSHIP || each == Field.IT);
        if (vague) fields.addAll(most(counts));
        if (fields.contains(Field.PROJECT_MANAGEMENT) || fields.contains(Field.ANALYSIS))
            if (technical(counts) >= FEWEST_KEYWORDS) fields.add(Field.IT);
        if (isSoftwareAfterAll(title, fields, counts)) fields.addAll(widened(EnumSet.of(Field.SOFTWARE)));
        return widened(fields);
    }

    /// Who is called a systems engineer may well write programs.
    private static boolean isSoftwareAfterAll(String title, Set<Field> fields, Map<Field, Integer> counts) {
        if (!title.toLowerCase(Locale.ROOT)
                .matches(
                        ".*\\b(?:(?:systems?|it) (?:engineer|analyst|consultant|specialist)|ingenier[oa] de sistemas)\\b.*"))
            return false;
        int software = counts.getOrDefault(Field.SOFTWARE, 0);
        return !fields.contains(Field.SOFTWARE)
                && software >= 4
                && software > counts.getOrDefault(Field.INFRASTRUCTURE, 0);
    }

    private static Set<Field> most(Map<Field, Integer> counts) {
        int most = counts.values().stream().mapToInt(each -> each).max().orElse(0);
        if (most < FEWEST_KEYWORDS) return Set.of();
        return counts.entrySet().stream()
                .filter(each -> each.getValue() >= FEWEST_KEYWORDS && each.getValue() * 10 >= most * 7)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int technical(Map<Field, Integer> counts) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().including().contains(Field.IT))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// How many different words of each field a text has.
    private static Map<Field, Integer> counts(String told) {
        var counts = new EnumMap<Field, Integer>(Field.class);
        KEYWORDS.forEach((field, words) -> {
            var different = new HashSet<String>();
            words.matcher(told)
                    .results()
                    .forEach(each -> different.add(each.group().toLowerCase(Locale.ROOT)));
            if (!different.isEmpty()) counts.put(field, different.size());
        });
        return counts;
    }

    private static Set<Field> widened(Set<Field> fields) {
        return fields.stream()
                .flatMap(each -> each.including().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    private static Map<Field, Pattern> read(String file) {
        var words = new EnumMap<Field, StringBuilder>(Field.class);
        var field = Field.IT;
        for (var line : ListedWords.lines(file)) {
            if (line.startsWith("[")) field = Field.valueOf(line.substring(1, line.length() - 1));
            else
                words.computeIfAbsent(field, _ -> new StringBuilder())
                        .append('|')
                        .append(line.replaceAll("\\s*;\\s*", "|"));
        }
        var patterns = new EnumMap<Field, Pattern>(Field.class);
        words.forEach((each, all) -> patterns.put(
                each,
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + all.substring(1) + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        return patterns;
    }
}
