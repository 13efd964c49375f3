package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The finished degrees that a CV names.
final class Degrees {
    /// Between a degree's name and its letters.
    private static final Pattern BEFORE_LETTERS = Pattern.compile("[\\p{L}\\s]*(?:\\(|\\s-\\s*|\\s/\\s*)\\s*");

    private static final Pattern TOLD = Pattern.compile(
            "(?<![\\p{L}])(?:(?:after|nach|apr[eè]s|tras|na|dopo|depois)\\s+[^.;]{0,60}(?:stud|degree|graduat|[eé]tud|estud|carrera|dipl[oô]m|licen)|(?-i:I)\\s+(?:hold|have|earned|completed|finished|graduated|took|got)|(?:ich|je|yo|ik)\\s+(?:habe|heb|behaalde|haalde|obtuve|studier)|habe\\s+ich|j'ai\\s+(?:obtenu|pass[eé])|obtuve|me\\s+gradu[eé]|soy|sou|diplom[eé]e?\\s+d[eu']|me\\s+licenci[eé]|schloss|abgeschlossen|behaalde|studeerde)(?![\\p{L}]{6})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Flow flow;
    private final Sections sections;
    private final int thisYear;
    private final List<Degree> found = new ArrayList<>();

    Degrees(Flow flow, Sections sections, LocalDate today) {
        this.flow = flow;
        this.sections = sections;
        thisYear = today.getYear();
    }

    /// Those under education first; what stands elsewhere counts where it says more. Where nothing is found at all, a
    /// line among the work that begins with a degree.
    List<Degree> all() {
        for (int i = 0; i < flow.lines(); i++) if (sections.of(i) == Section.EDUCATION) read(i, false);
        var levels = found.stream().map(Degree::level).toList();
        var listed = List.copyOf(found);
        for (int i = 0; i < flow.lines(); i++) if (mayNameDegrees(sections.of(i))) read(i, false);
        found.removeIf(each -> !listed.contains(each) && levels.contains(each.level()));
        if (found.isEmpty())
            for (int i = 0; i < flow.lines(); i++) if (sections.of(i).isWork()) read(i, true);
        var before = found.stream().map(Degree::level).toList();
        var listedSoFar = List.copyOf(found);
        for (int i = 0; i < flow.lines(); i++) if (sections.of(i).isWork() && isToldOfStudies(i)) read(i, false);
        found.removeIf(each -> !listedSoFar.contains(each) && before.contains(each.level()));
        return found.stream()
                .sorted(Comparator.comparingInt(each -> each.line().n()))
                .toList();
    }

    /// "After my studies of computing in Leeds (Master of Science, 2011) I began at ...": in sentences, work and
    /// studies
    /// have one heading.
    private boolean isToldOfStudies(int line) {
        var text = (line > 0 ? flow.line(line - 1) + " " : "") + flow.line(line);
        return flow.line(line).length() > 50 && TOLD.matcher(text).find();
    }

    private static boolean mayNameDegrees(Section section) {
        return section != Section.EDUCATION && section != Section.SKILLS && !section.isWork();
    }

    private void read(int line, boolean fromTheStart) {
        var text = flow.line(line);
        var names = DegreeNames.in(text);
        for (int i = 0; i < names.size(); i++) {
            var named = names.get(i);
            if (fromTheStart && text.substring(0, named.start()).matches(".*\\p{L}{3}.*")) continue;
            var section = fromTheStart ? Section.EDUCATION : sections.of(line);
            int end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
            if (isAbbreviationOfTheOneBefore(names, i, text) || i == 0 && isAbbreviationOfTheLineBefore(named, line))
                continue;
            if (!DegreeContext.isDegree(named, text, section)) continue;
            if (!isFinished(named, line, end)) continue;
            add(new Degree(
                    named.level(),
                    new DegreeField(flow, sections).of(named, line, end),
                    new Institution(flow).near(line, named.end()),
                    flow.evidence(flow.start(line) + named.start(), flow.start(line) + named.end())));
        }
    }

    /// "Master of Computer Applications (MCA)", "Master of Business Administration - MBA, Finance".
    private static boolean isAbbreviationOfTheOneBefore(List<DegreeNames.Named> names, int i, String text) {
        return i > 0
                && names.get(i - 1).level() == names.get(i).level()
                && BEFORE_LETTERS
                        .matcher(text.substring(
                                names.get(i - 1).end(), names.get(i).start()))
                        .matches();
    }

    /// "Master of Business Administration", and "(MBA), Some University" on the next line.
    private boolean isAbbreviationOfTheLineBefore(DegreeNames.Named named, int line) {
        if (line == 0 || !flow.line(line).substring(0, named.start()).equals("(")) return false;
        var before = DegreeNames.in(flow.line(line - 1));
        return !before.isEmpty() && before.getLast().level() == named.level();
    }

    /// By the line, and the next one if a bracket goes on there.
    private boolean isFinished(DegreeNames.Named named, int line, int end) {
        var text = flow.line(line);
        boolean open = end == text.length() && text.lastIndexOf('(') > text.lastIndexOf(')');
        var whole = open && line + 1 < flow.lines() ? text + " " + flow.line(line + 1) : text;
        return DegreeContext.isFinished(named, whole, open ? whole.length() : end, beside(line), thisYear);
    }

    /// The lines that say when: the next ones that name no other degree, or the one above where years stand first.
    private List<String> beside(int line) {
        if (isSaidAbove(line) && DegreeContext.saysWhen(flow.line(line - 1))) return List.of(flow.line(line - 1));
        var below = new ArrayList<String>();
        for (int i = line + 1; i <= line + 3 && i < flow.lines(); i++) {
            if (sections.isHeading(i) || !DegreeNames.in(flow.line(i)).isEmpty()) break;
            below.add(flow.line(i));
        }
        return below;
    }

    /// Whether the section begins with a line that says only when.
    private boolean isSaidAbove(int line) {
        int first = line;
        while (first > 0 && sections.of(first - 1) == sections.of(line) && !sections.isHeading(first - 1)) first--;
        while (first < line && flow.isBlank(first)) first++;
        return first < line && DegreeContext.saysWhen(flow.line(first));
    }

    /// "Bachelor of Science (B.S.)" is one; so is one that the next lines name again.
    private void add(Degree degree) {
        for (int i = 0; i < found.size(); i++) {
            var before = found.get(i);
            if (before.level() != degree.level() || !isSame(before, degree)) continue;
            if (before.field() == null)
                found.set(i, new Degree(before.level(), degree.field(), either(before, degree), before.line()));
            return;
        }
        found.add(degree);
    }

    private static @Nullable String either(Degree one, Degree other) {
        return one.institution() == null ? other.institution() : one.institution();
    }

    private static boolean isSame(Degree one, Degree other) {
        if (one.line().n() == other.line().n())
            return one.field() == null || other.field() == null || alike(one, other);
        if (one.field() != null && other.field() != null)
            return alike(one, other)
                    && (Math.abs(one.line().n() - other.line().n()) <= 3 || sameInstitution(one, other));
        return Math.abs(one.line().n() - other.line().n()) <= 2;
    }

    private static boolean sameInstitution(Degree one, Degree other) {
        return one.institution() == null
                || other.institution() == null
                || Objects.equals(one.institution(), other.institution());
    }

    private static boolean alike(Degree one, Degree other) {
        var first = Objects.requireNonNullElse(one.field(), "").toLowerCase(Locale.ROOT);
        var second = Objects.requireNonNullElse(other.field(), "").toLowerCase(Locale.ROOT);
        return first.contains(second) || second.contains(first);
    }
}
