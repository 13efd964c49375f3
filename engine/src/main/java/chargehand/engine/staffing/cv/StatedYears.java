package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text says in so many words about its years: "10+ years of experience in software development".
final class StatedYears {
    record Stated(int years, Set<Field> fields, CvLine line) {}

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30));
    private static final Pattern SAID = Pattern.compile(
            "(?<![\\d$€£.])(?<n>\\d{1,2}|" + String.join("|", NUMBERS.keySet())
                    + ")(?:\\.\\d)?\\s*(?:\\(\\d+\\))?\\s*\\+?\\s*(?:plus\\s+)?(?:-\\s*)?(?:years?'?|yrs?\\.?|jahre[n]?|ans|años|anni|anos|jaar|lat|jährige\\p{L}*)\\+?\\b(?<rest>[^.;•\\n]{0,140}(?:\\n(?=[a-z(])[^.;•\\n]{0,80})?)",
            I);
    private static final Pattern EXPERIENCE = Pattern.compile(
            "experience|erfahrung|expérience|experiencia|esperienza|background|expertise|working|as\\s+an?\\b|in\\s+(?:the\\s+)?(?:it|software)\\b",
            I);
    /// "Java (8 years)", "Java: 8 years", a row of a table of skills.
    private static final Pattern SKILL = Pattern.compile(
            "(?<![\\p{L}])(?<skill>[\\p{L}][\\p{L}\\d+#./ ]{1,30}?)\\s*[(:\\t|]\\s*(?<n>[12]?\\d)\\s*\\+?\\s*(?:years?|yrs?|jahre?|ans|años|anni|anos|jaar|lat)(?![\\p{L}])",
            I);
    /// Else it may be an age.
    private static final Pattern WITH = Pattern.compile(
            "(?<![\\p{L}])(?:with|having|mit|avec|con|com|met|med|z)(?:\\s+(?:over|more\\s+than|some|about|über|mehr\\s+als|plus\\s+de|más\\s+de|mais\\s+de|oltre|meer\\s+dan|ponad))?\\s*$",
            I);
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:combined|required|minimum|old|ago|warranty|plan|contract|program|degree|roadmap|term|lease|customers?|history\\s+of\\s+the)\\b",
            I);

    private StatedYears() {}

    static List<Stated> in(Flow flow, Sections sections) {
        var all = new ArrayList<Stated>();
        var found = SAID.matcher(flow.folded());
        while (found.find()) {
            int line = flow.lineAt(found.start());
            if (sections.of(line).isWork() && sections.has(Section.SUMMARY)) continue;
            var rest = found.group("rest");
            if (!EXPERIENCE.matcher(rest).find() || OTHERS.matcher(rest).find()) continue;
            var fields = fields(rest);
            if (fields.isEmpty()) fields = fieldsBefore(flow, found.start());
            if (!fields.isEmpty())
                all.add(new Stated(number(found.group("n")), fields, flow.evidence(found.start(), found.start() + 3)));
        }
        all.addAll(skills(flow, sections));
        return all;
    }

    /// Of several skills of a field the one that somebody has had longest.
    private static List<Stated> skills(Flow flow, Sections sections) {
        var all = new ArrayList<Stated>();
        var found = SKILL.matcher(flow.folded());
        while (found.find()) {
            if (sections.of(flow.lineAt(found.start())) != Section.SKILLS) continue;
            var fields = FieldWords.ofTitle(found.group("skill"));
            if (!fields.isEmpty())
                all.add(new Stated(number(found.group("n")), fields, flow.evidence(found.start(), found.start() + 3)));
        }
        all.sort(Comparator.comparingInt(Stated::years).reversed());
        return all;
    }

    /// "Software developer with 8 years of experience": where what follows names no field, what stands before it.
    private static Set<Field> fieldsBefore(Flow flow, int place) {
        int line = flow.lineAt(place);
        var before = flow.folded().substring(flow.start(line), place).replaceFirst("(?s).*[.;]\\s", "");
        return WITH.matcher(before).find() && Titles.isTitleBesideDates(before)
                ? fields(before)
                : EnumSet.noneOf(Field.class);
    }

    /// The fields that are named first; further ones in a list are rather what was met on the way.
    private static Set<Field> fields(String rest) {
        var fields = EnumSet.noneOf(Field.class);
        var clause = rest.replaceAll("(?i)\\s+(?:with|including|having|and\\s+\\d+).*$", "");
        fields.addAll(FieldWords.ofTitle(clause.substring(0, Math.min(90, clause.length()))));
        fields.remove(Field.LEADERSHIP);
        return fields;
    }

    private static int number(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return NUMBERS.containsKey(small) ? NUMBERS.getOrDefault(small, 0) : Integer.parseInt(small);
    }
}
