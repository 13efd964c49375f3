package chargehand.bench.cvs;

import chargehand.engine.staffing.cv.Catalogue;
import chargehand.engine.staffing.cv.CatalogueEntry;
import chargehand.engine.staffing.cv.Certificate;
import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvFindings;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.cv.CvText;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.CriterionFinding.Finding;
import chargehand.engine.staffing.profile.Profiles;
import chargehand.files.cv.CvFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How right findings are, summed up over CVs whose truth is known.
public final class CvScore {
    private final Consumer<String> faults;
    private final LocalDate today;
    private int certificatesRight;
    private int certificatesWrong;
    private int certificatesMissed;
    private int degreesRight;
    private int degreesWrong;
    private int degreesMissed;
    private int yearsRight;
    private int yearsAll;
    private int criteriaAll;
    private int wrongNotMet;
    private int evidenceAll;
    private int evidenceThere;
    private int statesRight;
    private int files;

    /// @param faults hears each difference, a line each
    public CvScore(LocalDate today, Consumer<String> faults) {
        this.today = today;
        this.faults = faults;
    }

    public double certificatePrecision() {
        return share(certificatesRight, certificatesRight + certificatesWrong);
    }

    public double certificateRecall() {
        return share(certificatesRight, certificatesRight + certificatesMissed);
    }

    public double certificateF1() {
        return share(2 * certificatesRight, 2 * certificatesRight + certificatesWrong + certificatesMissed);
    }

    public double degreeF1() {
        return share(2 * degreesRight, 2 * degreesRight + degreesWrong + degreesMissed);
    }

    public double yearsWithinOne() {
        return share(yearsRight, yearsAll);
    }

    public double wrongNotMet() {
        return criteriaAll == 0 ? 0 : (double) wrongNotMet / criteriaAll;
    }

    public double evidence() {
        return share(evidenceThere, evidenceAll);
    }

    public double states() {
        return share(statesRight, files);
    }

    private static double share(int part, int all) {
        return all == 0 ? 1 : (double) part / all;
    }

    public void add(String name, CvFile read, CvTruth truth) {
        files++;
        var state = read.state().name().toLowerCase(Locale.ROOT);
        if (state.equals(truth.state())) statesRight++;
        else faults.accept("%s: state %s, not %s (%s)".formatted(name, state, truth.state(), read.reason()));
        if (!truth.state().equals("read")) return;
        var findings = CvCheck.of(read.text(), today);
        certificates(name, findings, truth);
        degrees(name, findings, truth);
        years(name, findings, truth);
        criteria(name, findings, truth);
        evidence(name, findings, read.text());
    }

    private void certificates(String name, CvFindings findings, CvTruth truth) {
        var wanted = new HashSet<String>();
        truth.certificates().forEach(each -> wanted.add(canonical(each)));
        var found = new HashSet<String>();
        for (var each : findings.certificates())
            if (each.state() == Certificate.State.CLAIMED)
                found.add(each.entry().name());
        for (var each : found) {
            if (wanted.contains(each)) certificatesRight++;
            else {
                certificatesWrong++;
                faults.accept("%s: certificate %s is not there: %s".formatted(name, each, line(findings, each)));
            }
        }
        for (var each : wanted)
            if (!found.contains(each)) {
                certificatesMissed++;
                faults.accept("%s: certificate %s is missed".formatted(name, each));
            }
    }

    private static String line(CvFindings findings, String certificate) {
        return findings.certificates().stream()
                .filter(each -> each.entry().name().equals(certificate))
                .map(each -> each.line().text())
                .findFirst()
                .orElse("");
    }

    private static String canonical(String name) {
        return Catalogue.all().named(name).map(CatalogueEntry::name).orElse(name);
    }

    /// Diplomas that are no degree of these levels play no part.
    private void degrees(String name, CvFindings findings, CvTruth truth) {
        var missing = new ArrayList<>(
                truth.degrees().stream().filter(each -> !each.equals("other")).toList());
        for (var each : findings.degrees()) {
            var level = each.level().name().toLowerCase(Locale.ROOT);
            if (level.equals("other")) continue;
            if (missing.remove(level)) degreesRight++;
            else {
                degreesWrong++;
                faults.accept("%s: degree %s is not there: %s"
                        .formatted(name, level, each.line().text()));
            }
        }
        degreesMissed += missing.size();
        missing.forEach(each -> faults.accept("%s: degree %s is missed".formatted(name, each)));
    }

    private void years(String name, CvFindings findings, CvTruth truth) {
        truth.years().forEach((field, years) -> {
            double found = findings.years().stream()
                    .filter(each -> each.field().code().equals(field))
                    .mapToDouble(each -> each.years())
                    .findFirst()
                    .orElse(0);
            yearsAll++;
            if (Math.abs(found - years) <= 1.0) yearsRight++;
            else faults.accept("%s: %s %.1f years, not %.1f".formatted(name, field, found, years));
        });
    }

    private void criteria(String name, CvFindings findings, CvTruth truth) {
        for (var profile : Profiles.all())
            for (var each : CriteriaCheck.of(profile, findings)) {
                var wanted = truth.criteria()
                        .get(profile.name() + "/" + each.criterion().id());
                if (each.finding() != Finding.NOT_FOUND) evidenceAll++;
                if (each.line() != null && each.finding() != Finding.NOT_FOUND) evidenceThere++;
                if (wanted == null) continue;
                criteriaAll++;
                if (wanted.equals(each.finding().code())) continue;
                if (each.finding() == Finding.NOT_MET) wrongNotMet++;
                faults.accept("%s: %s/%s is %s, not %s"
                        .formatted(
                                name,
                                profile.name(),
                                each.criterion().id(),
                                each.finding().code(),
                                wanted));
            }
    }

    /// Each finding names a line, and the document has that text in that line.
    private void evidence(String name, CvFindings findings, CvText text) {
        findings.certificates().forEach(each -> evidence(name, each.line(), text));
        findings.degrees().forEach(each -> evidence(name, each.line(), text));
        findings.years().forEach(each -> each.lines().forEach(line -> evidence(name, line, text)));
    }

    private void evidence(String name, @Nullable CvLine line, CvText text) {
        evidenceAll++;
        boolean there = line != null
                && !line.text().isBlank()
                && text.lines().stream()
                        .anyMatch(each -> each.n() == line.n() && line.text().startsWith(each.text()));
        if (there) evidenceThere++;
        else faults.accept("%s: the line %s is not in the text".formatted(name, line));
    }

    /// As the report says it.
    List<String> lines() {
        return List.of(
                line("certificates, F1", certificateF1(), ">= 0.95", certificateF1() >= 0.95),
                line("certificates, precision", certificatePrecision(), ">= 0.98", certificatePrecision() >= 0.98),
                line("certificates, recall", certificateRecall(), "", true),
                line("degree level, F1", degreeF1(), ">= 0.90", degreeF1() >= 0.90),
                line("years in a field within one year", yearsWithinOne(), ">= 0.85", yearsWithinOne() >= 0.85),
                line(
                        "wrong \"not met\", of the criteria with a truth",
                        wrongNotMet(),
                        "<= 0.02",
                        wrongNotMet() <= 0.02),
                line("findings with their line", evidence(), "= 1.00", evidence() >= 1),
                line("states as they should be", states(), "", true));
    }

    static String line(String name, double value, String aim, boolean met) {
        return String.format(
                Locale.ROOT, "  %-50s %8.3f  %-9s %s", name, value, aim, aim.isEmpty() ? "" : met ? "met" : "MISSED");
    }

    static Set<String> kinds() {
        return Set.of("pdf", "docx", "docm", "txt", "rtf", "html", "json", "xml", "doc", "odt");
    }
}
