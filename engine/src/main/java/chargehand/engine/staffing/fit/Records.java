package chargehand.engine.staffing.fit;

import chargehand.engine.staffing.cv.Budget;
import chargehand.engine.staffing.cv.Catalogue;
import chargehand.engine.staffing.cv.CatalogueEntry;
import chargehand.engine.staffing.cv.Certificate;
import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvFindings;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.cv.CvText;
import chargehand.engine.staffing.cv.Degree;
import chargehand.engine.staffing.cv.Experience;
import chargehand.engine.staffing.cv.Field;
import chargehand.engine.staffing.cv.Skill;
import chargehand.engine.staffing.cv.YearsInField;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A person's record as a CV would say it, line by line. What stands in it is complete and dated, so there is no
/// doubt of words; skills that are only named are read as a list of skills in a CV is.
final class Records {
    private static final double MONTHS = 12;
    private static final String LEADING_PROJECTS = "project";
    private static final String BUDGET = "budget";

    private final Qualification known;
    private final LocalDate today;
    private int lines;

    Records(Qualification known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    CvFindings findings() {
        var skills = CvCheck.of(CvText.of(String.join("\n", known.skills())), today);
        var hardware = new ArrayList<Experience>();
        for (var each : known.hardware()) hardware.add(new Experience(each, line(each)));
        for (var each : skills.hardware())
            hardware.add(new Experience(each.name(), line(each.line().text())));
        return new CvFindings(
                certificates(),
                degrees(),
                years(),
                Optional.empty(),
                budgets(),
                hardware,
                List.of(),
                shown(skills.skills()));
    }

    private CvLine line(String text) {
        return new CvLine(++lines, text);
    }

    private List<Certificate> certificates() {
        return known.certificates().stream()
                .filter(each -> each.countsOn(today))
                .map(each -> new Certificate(
                        entry(each),
                        each.refuted() ? Certificate.State.FAILED : Certificate.State.CLAIMED,
                        line(each.name())))
                .toList();
    }

    /// Whoever noted it says whether it is one of managing; of a field's own the catalogue knows which field.
    private static CatalogueEntry entry(Qualification.Certificate certificate) {
        var listed = Catalogue.all().named(certificate.name());
        var group = certificate.management()
                ? LEADING_PROJECTS
                : listed.map(CatalogueEntry::group)
                        .filter(each -> !each.equals(LEADING_PROJECTS))
                        .orElse("");
        return new CatalogueEntry(
                certificate.name(),
                listed.map(CatalogueEntry::issuer).orElse(""),
                group,
                new CatalogueEntry.Validity.NotEstablished(),
                listed.map(CatalogueEntry::source).orElse(""),
                List.of());
    }

    private List<Degree> degrees() {
        return known.degrees().stream()
                .map(each -> new Degree(
                        each.level(),
                        each.field(),
                        null,
                        line(each.level().name().toLowerCase(Locale.ROOT) + ", " + each.field())))
                .toList();
    }

    private List<YearsInField> years() {
        var longest = new EnumMap<Field, YearsInField>(Field.class);
        since().forEach((name, day) -> field(name).ifPresent(field -> {
            double years = Math.max(0, ChronoUnit.MONTHS.between(day, today)) / MONTHS;
            var line = line(name + ", " + day);
            for (var each : field.including()) keep(longest, new YearsInField(each, years, true, List.of(line)));
        }));
        for (var name : known.fields())
            field(name).ifPresent(field -> keep(longest, new YearsInField(field, 0, false, List.of(line(name)))));
        return List.copyOf(longest.values());
    }

    private Map<String, LocalDate> since() {
        var since = new TreeMap<>(known.fieldsSince());
        var leading = known.leadingSince();
        if (leading != null)
            since.merge(Field.PROJECT_MANAGEMENT.code(), leading, (one, other) -> one.isBefore(other) ? one : other);
        return since;
    }

    private static void keep(Map<Field, YearsInField> longest, YearsInField years) {
        longest.merge(years.field(), years, (one, other) -> one.years() >= other.years() ? one : other);
    }

    private static Optional<Field> field(String name) {
        return Arrays.stream(Field.values())
                .filter(each -> each.code().equalsIgnoreCase(name))
                .findFirst();
    }

    /// Where none is noted and the skills name budgets, nobody has said how large they were.
    private List<Budget> budgets() {
        var budgets = new ArrayList<Budget>();
        for (var each : known.budgets())
            budgets.add(new Budget(each, line("%d %s".formatted(each.units(), each.currency()))));
        if (budgets.isEmpty())
            for (var each : known.skills())
                if (each.equalsIgnoreCase(BUDGET)) budgets.add(new Budget(null, line(each)));
        return budgets;
    }

    private Map<Skill, CvLine> shown(Map<Skill, CvLine> named) {
        var shown = new HashMap<Skill, CvLine>();
        named.forEach((skill, line) -> shown.put(skill, line(line.text())));
        known.shown().forEach((skill, what) -> shown.put(skill, line(what)));
        return shown;
    }
}
