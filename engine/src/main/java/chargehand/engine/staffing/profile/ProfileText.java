package chargehand.engine.staffing.profile;

import chargehand.engine.staffing.cv.Amount;
import chargehand.engine.staffing.cv.DegreeLevel;
import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.cv.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a profile that somebody wrote as text: a head, then a criterion a line.
public final class ProfileText {
    private static final Pattern HEAD = Pattern.compile("(profile|title|version|author|source):\\s*(.+)");
    private static final Pattern CRITERION = Pattern.compile("(must|should)\\s+([a-z][a-z0-9-]*):\\s*(.+)");
    private static final Pattern DEGREE =
            Pattern.compile("an? (diploma|associate|bachelor|master|doctor)(?:'s degree)?(?: or higher)?(?: in (.+))?");
    private static final Pattern YEARS = Pattern.compile("at least (\\d{1,2}) years? in (\\w+)");
    private static final Pattern BUDGET =
            Pattern.compile("experience with budgets(?: of at least ([\\d,]{1,15}) ([A-Z]{3}))?");
    private static final Pattern CERTIFICATE = Pattern.compile("a (?:(management )?certificate)(?: in (\\w+))?");

    private ProfileText() {}

    /// A text that is no profile: where, what and a way out, in one sentence each.
    public static final class NoProfile extends Exception {
        NoProfile(int line, String what, String hint) {
            super("Line %d: %s. %s".formatted(line, what, hint));
        }
    }

    public static Profile parse(String text) throws NoProfile {
        Map<String, String> head = new HashMap<>();
        var criteria = new ArrayList<Criterion>();
        int n = 0;
        for (var line : text.lines().toList()) {
            n++;
            if (line.isBlank() || line.startsWith("#")) continue;
            var criterion = CRITERION.matcher(line.strip());
            var entry = HEAD.matcher(line.strip());
            if (criterion.matches()) criteria.add(criterion(criterion, criteria, n));
            else if (entry.matches()) head.put(entry.group(1), entry.group(2).strip());
            else
                throw new NoProfile(
                        n,
                        "this is neither a heading nor a criterion",
                        "Write \"must years: at least 3 years in software\", or \"should …\".");
        }
        for (var each : List.of("profile", "title", "version", "author"))
            if (!head.containsKey(each)) throw new NoProfile(n, each + " is missing", "Add \"%s: …\".".formatted(each));
        return new Profile(
                Objects.requireNonNull(head.get("profile")),
                Objects.requireNonNull(head.get("title")),
                version(Objects.requireNonNull(head.get("version")), n),
                Objects.requireNonNull(head.get("author")),
                head.getOrDefault("source", "–"),
                criteria);
    }

    private static int version(String text, int n) throws NoProfile {
        if (text.matches("[1-9]\\d{0,8}")) return Integer.parseInt(text);
        throw new NoProfile(n, "the version '%s' is no whole number".formatted(text), "Count from 1.");
    }

    /// A criterion from the [words][Requirement#words()] of what it asks for.
    ///
    /// @throws NoProfile if they ask for nothing that can be checked
    public static Criterion criterion(String id, boolean must, String words) throws NoProfile {
        return new Criterion(id, must, asked(words, 1));
    }

    private static Criterion criterion(Matcher line, List<Criterion> before, int n) throws NoProfile {
        var id = line.group(2);
        if (before.stream().anyMatch(each -> each.id().equals(id)))
            throw new NoProfile(n, "there is a criterion %s already".formatted(id), "Give this one another name.");
        return new Criterion(id, line.group(1).equals("must"), asked(line.group(3), n));
    }

    private static Requirement asked(String words, int n) throws NoProfile {
        var any = new ArrayList<Requirement>();
        for (var part : words.split(";\\s*or\\s+")) any.add(requirement(part.strip(), n));
        return any.size() == 1 ? any.getFirst() : new Requirement.Either(any);
    }

    private static Requirement requirement(String words, int n) throws NoProfile {
        var degree = DEGREE.matcher(words);
        if (degree.matches()) return new Requirement.HasDegree(level(degree.group(1)), studies(degree.group(2), n));
        var years = YEARS.matcher(words);
        if (years.matches())
            return new Requirement.HasYears(Integer.parseInt(years.group(1)), field(years.group(2), n));
        var budget = BUDGET.matcher(words);
        if (budget.matches()) return new Requirement.HasBudget(amount(budget));
        var certificate = CERTIFICATE.matcher(words);
        if (certificate.matches())
            return new Requirement.HasCertificate(certificate.group(1) != null ? "project" : certificate.group(2));
        if (words.equals("experience with hardware")) return new Requirement.HasHardware();
        if (words.startsWith("signs of "))
            return new Requirement.Shows(skill(words.substring("signs of ".length()), n));
        throw new NoProfile(
                n, "'%s' can't be checked".formatted(words), "docs/cv-check.md lists what a criterion may ask for.");
    }

    private static @Nullable Amount amount(Matcher budget) {
        return budget.group(1) == null
                ? null
                : new Amount(Long.parseLong(budget.group(1).replace(",", "")), budget.group(2));
    }

    private static DegreeLevel level(String word) {
        return word.equals("diploma") ? DegreeLevel.OTHER : DegreeLevel.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<Study> studies(@Nullable String words, int n) throws NoProfile {
        var studies = new ArrayList<Study>();
        if (words != null) for (var word : words.split(" or ")) studies.add(named(Study.values(), word, n));
        return studies;
    }

    private static Field field(String code, int n) throws NoProfile {
        for (var each : Field.values()) if (each.code().equals(code)) return each;
        var known =
                String.join(", ", Arrays.stream(Field.values()).map(Field::code).toList());
        throw new NoProfile(n, "there is no field '%s'".formatted(code), "Fields are %s.".formatted(known));
    }

    private static Skill skill(String words, int n) throws NoProfile {
        return named(Skill.values(), words.replace(' ', '_'), n);
    }

    private static <E extends Enum<E>> E named(E[] values, String word, int n) throws NoProfile {
        for (var each : values) if (each.name().equalsIgnoreCase(word.strip())) return each;
        var known = String.join(
                ", ",
                Arrays.stream(values)
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw new NoProfile(n, "'%s' is unknown".formatted(word), "Known are %s.".formatted(known));
    }
}
