package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The dated jobs of a CV.
final class Positions {
    private static final int LONGEST_TOLD = 60;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19[6-9]|20[0-4])\\d(?!\\d)");
    private static final Pattern STUDY = Pattern.compile(
            "\\b(?:universit|college|school|institute of tech|hochschule|lycée|gpa|graduat(?:ed|ion)|coursework|diploma|ausbildung\\s+(?:zu|als)|umschulung|(?:berufs)?lehre\\b|apprenti(?:ce|ssage)|leerling|mbo\\b|hbo\\b|vwo\\b|havo\\b|abitur|baccalaur)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Time away from work, or spent on learning a trade: it has dates, and takes no title from the lines beside it.
    private static final Pattern AWAY = Pattern.compile(
            "^[^\\p{L}]*(?:(?:berufs|duale\\s+)?ausbildung(?!s)|(?:duales\\s+)?studium|umschulung|lehre|apprentissage|(?:parental|maternity|paternity|family|sick|medical)\\s+leave|sabbatical|career\\s+break|gap\\s+year|travel+ing|unemployed|job\\s+search|caring\\s+for|elternzeit|mutterschutz|sabbat\\p{L}*|arbeits(?:suchend|los)|weltreise|pflege\\s+von|cong[eé]\\s+\\p{L}+|ann[eé]e\\s+sabbatique|recherche\\s+d'emploi|excedencia|baja\\s+(?:maternal|paternal|m[eé]dica)|a[nñ]o\\s+sab[aá]tico|ouderschapsverlof|zorgverlof|tussenjaar|wereldreis|urlop\\s+\\p{L}+|congedo|anno\\s+sabbatico|licen[cç]a\\s+\\p{L}+|f[oö]r[aä]ldraledig\\p{L}*|barsel\\p{L}*)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// "Certified ScrumMaster since 2014" is no job.
    private static final Pattern HELD_SINCE = Pattern.compile(
            "\\b(?:certified|licensed|registered|member)\\b[^.;]*\\bsince\\b", Pattern.CASE_INSENSITIVE);

    /// "Ingénieur informatique" is a degree and a job.
    private static final Pattern TITLE_AS_WELL = Pattern.compile("^ing[eé]ni", Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile(
            "^\\W*(?:role|(?:job\\s+)?title|designation|position|funktion|rolle|functie|rol|fonction|poste|puesto|cargo|funci[oó]n|ruolo|fun[cç][aã]o|stanowisko)\\s*[:\\-]",
            Pattern.CASE_INSENSITIVE);

    /// Where a line begins so, another job begins: a title with a label above it belongs to the one before.
    private static final Pattern EMPLOYER = Pattern.compile(
            "^\\W*(?:end[\\s-])?(?:client|company|organi[sz]ation|employer|customer|arbeitgeber|firma|werkgever|bedrijf|employeur|entreprise|soci[eé]t[eé]|empresa|azienda)(?:\\s+name)?\\s*[:\\-#]",
            Pattern.CASE_INSENSITIVE);

    private final Flow flow;
    private final Sections sections;
    private final Prose prose;
    private final List<Period> periods;
    private final boolean[] dated;
    private final boolean[] untitled;
    /// Where this CV has the titles that don't stand on the line of their dates: 1 below, -1 above, 0 unknown.
    private int side;

    Positions(Flow flow, Sections sections, LocalDate today) {
        this.flow = flow;
        this.sections = sections;
        periods = new Told(flow, today).with(new Periods(flow, today).all());
        prose = new Prose(flow, sections, periods);
        dated = new boolean[flow.lines() + 1];
        untitled = new boolean[flow.lines() + 1];
        for (var each : periods) {
            if (isRelative(each)) continue;
            dated[line(each)] = true;
            untitled[line(each)] = !Titles.isTitleBesideDates(rest(each));
        }
    }

    List<Position> all() {
        side = side();
        var jobs = periods.stream().filter(this::isJob).toList();
        var found = new ArrayList<Position>();
        for (int i = 0; i < jobs.size(); i++) {
            int end = i + 1 < jobs.size() ? first(jobs.get(i + 1)) : flow.lines();
            found.add(position(jobs.get(i), Math.max(end, line(jobs.get(i)) + 1)));
        }
        return found;
    }

    private int line(Period period) {
        return flow.lineAt(period.start());
    }

    /// The line with which the telling of a job begins.
    private int first(Period period) {
        int title = titleLine(period);
        return title < 0 ? line(period) : Math.min(title, line(period));
    }

    private boolean isJob(Period period) {
        int line = line(period);
        var text = flow.line(line);
        if (HELD_SINCE.matcher(text).find()) return false;
        if (prose.title(period) != null) return true;
        if (isRelative(period)
                || prose.isTold(period)
                || AWAY.matcher(rest(period)).find()) return false;
        return switch (sections.of(line)) {
            case EXPERIENCE -> !isStudy(line);
            case PROJECTS -> !isStudy(line) && titleLine(period) >= 0;
            case HEAD, SUMMARY, SKILLS, OTHER -> titleLine(period) >= 0 && !isStudy(line) && isShort(text);
            case EDUCATION, TRAINING ->
                Titles.isTitleBesideDates(rest(period))
                        && !isStudy(line)
                        && !STUDY.matcher(text).find()
                        && isShort(text);
            case CERTIFICATES -> false;
        };
    }

    /// "Since then": it has no date of its own, and is a job only where a sentence says so.
    private boolean isRelative(Period period) {
        return flow.folded().substring(period.start(), period.end()).chars().noneMatch(Character::isDigit);
    }

    private static boolean isShort(String text) {
        return text.length() < 140;
    }

    private boolean isStudy(int line) {
        if (!DegreeNames.in(flow.line(line)).stream()
                .filter(each ->
                        each.certain() && !TITLE_AS_WELL.matcher(each.text()).find())
                .toList()
                .isEmpty()) return true;
        if (!STUDY.matcher(flow.line(line)).find()) return false;
        return !Titles.isTitle(Titles.withoutBullet(flow.line(line)))
                && !(line + 1 < flow.lines() && Titles.isTitle(flow.line(line + 1)));
    }

    /// The line of a period without it.
    private String rest(Period period) {
        int line = line(period);
        var text = flow.line(line);
        int from = Math.max(0, period.start() - flow.start(line));
        int to = Math.min(text.length(), period.end() - flow.start(line));
        return (text.substring(0, from) + " " + text.substring(to)).strip();
    }

    private Position position(Period period, int end) {
        var told = prose.title(period);
        return told == null
                ? listed(period, end)
                : new Position(period, told, FieldWords.ofTitle(told), flow.evidence(period.start(), period.end()));
    }

    private Position listed(Period period, int end) {
        int line = line(period);
        int titleLine = titleLine(period);
        var title = titleLine < 0 ? "" : Titles.titleIn(titleLine == line ? rest(period) : flow.line(titleLine));
        var told = new StringBuilder();
        for (int i = Math.min(line, titleLine < 0 ? line : titleLine); i < end && i < line + LONGEST_TOLD; i++) {
            if (i > line + 2 && sections.isHeading(i) && !sections.of(i).isWork()) break;
            told.append(flow.line(i)).append('\n');
        }
        boolean beside = titleLine >= 0 && Math.abs(titleLine - line) == 1;
        var evidence = beside
                ? flow.evidence(
                        flow.start(Math.min(line, titleLine)),
                        Math.max(period.end(), flow.end(Math.max(line, titleLine))))
                : flow.evidence(period.start(), period.end());
        return new Position(period, title, FieldWords.ofJob(title, told.toString()), evidence);
    }

    /// On the line of the period, else beside it, on the side on which this CV has most of its titles; -1 if none is.
    private int titleLine(Period period) {
        int line = line(period);
        if (Titles.isTitleBesideDates(rest(period))) return line;
        var order = side > 0
                ? new int[] {1, -1, 2, -2, 3}
                : side < 0 ? new int[] {-1, -2, 1, 2, 3} : new int[] {-1, 1, -2, 2, 3};
        int last = flow.lineAt(period.end() - 1);
        for (int step : order) {
            int from = step > 0 ? last : line;
            if (isFreeTitle(from, step) && isNearest(from + step, from)) return from + step;
        }
        return -1;
    }

    private boolean isFreeTitle(int line, int step) {
        int at = line + step;
        if (at < 0 || at >= flow.lines() || dated[at] || sections.isHeading(at)) return false;
        if (sections.of(at) != sections.of(line) && listsOtherThings(sections.of(at))) return false;
        if (step < 0 && isOfTheJobBefore(at, line)) return false;
        for (int i = Math.min(at, line) + 1; i < Math.max(at, line); i++)
            if (dated[i] || sections.isHeading(i) || Titles.isTold(withoutBullet(i, line))) return false;
        // Where dates are an item of a list, so is the title.
        var text = withoutBullet(at, line);
        return Titles.isTitle(text) && text.length() <= 100;
    }

    private String withoutBullet(int at, int line) {
        return flow.line(line).startsWith("•") ? Titles.withoutBullet(flow.line(at)) : flow.line(at);
    }

    /// "Role: Developer" above "Client: Some Bank, 2015-2018".
    private boolean isOfTheJobBefore(int at, int line) {
        return EMPLOYER.matcher(flow.line(line)).find()
                && LABEL.matcher(flow.line(at)).find();
    }

    private static boolean listsOtherThings(Section section) {
        return section == Section.CERTIFICATES || section == Section.EDUCATION || section == Section.SKILLS;
    }

    /// No other date that looks for its title on the side of titles is nearer to that line.
    private boolean isNearest(int at, int line) {
        for (int i = 1; i < Math.abs(at - line); i++)
            if (side >= 0 && isUntitled(at - i) || side <= 0 && isUntitled(at + i)) return false;
        return true;
    }

    private boolean isUntitled(int line) {
        return line >= 0 && line < flow.lines() && untitled[line];
    }

    private int side() {
        int side = side(true);
        return side == 0 ? side(false) : side;
    }

    /// @param told of work alone, or of whatever is no study: a heading may have been lost
    private int side(boolean told) {
        int below = 0;
        int above = 0;
        for (var each : periods) {
            if (isRelative(each)) continue;
            int line = line(each);
            var section = sections.of(line);
            if (told ? !section.isWork() : section == Section.EDUCATION) continue;
            if (Titles.isTitleBesideDates(rest(each))) continue;
            if (isFreeTitle(line, 1) || isFreeTitle(line, 2)) below++;
            if (isFreeTitle(line, -1) || isFreeTitle(line, -2)) above++;
        }
        return Integer.compare(below, above);
    }

    /// Whether there may be work that was not understood: a job without dates, no heading that says where work is told
    /// of, or a year outside of studies that is earlier than all of it.
    boolean mayHaveMore() {
        if (!sections.has(Section.EXPERIENCE)) return true;
        int jobs = 0;
        int earliest = periods.stream().mapToInt(Period::from).min().orElse(0) / 12;
        for (int i = 0; i < flow.lines(); i++) {
            if (sections.of(i) == Section.EDUCATION) continue;
            var text = flow.line(i);
            var years = YEAR.matcher(text);
            while (years.find()) if (Integer.parseInt(years.group()) < earliest - 1) return true;
            boolean job = sections.of(i) == Section.EXPERIENCE && !sections.isHeading(i) && Titles.isTitle(text);
            if (job && text.length() < 60) jobs++;
        }
        return jobs > 2 * periods.size();
    }
}
