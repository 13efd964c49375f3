package chargehand.bench.cvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.cv.CvText;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.Profiles;
import chargehand.files.cv.CvFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The CV check on made-up CVs whose truth is known.
class MadeUpCvsTest {
    private static final LocalDate TODAY = MadeUpCvs.NOW.atDay(23);
    private static final int MADE = 75;

    @Test
    void isAsRightAsItPromises() throws Exception {
        var faults = new ArrayList<String>();
        var score = new CvScore(TODAY, faults::add);
        try (var cvs = new CvFiles(2)) {
            for (int i = 0; i < MADE; i++) {
                var layout = Layout.values()[i % Layout.values().length];
                var cv = MadeUpCvs.make(9000 + i);
                var name = "%d.%s".formatted(i, layout.extension());
                score.add(name, cvs.read(layout.render(cv), name), CvBench.truth(cv, layout));
            }
        }

        assertRight(score, String.join("\n", faults));
    }

    private static void assertRight(CvScore score, String report) {
        assertTrue(score.certificateF1() >= 0.95, report);
        assertTrue(score.certificatePrecision() >= 0.98, report);
        assertTrue(score.degreeF1() >= 0.90, report);
        assertTrue(score.yearsWithinOne() >= 0.85, report);
        assertTrue(score.wrongNotMet() <= 0.02, report);
        assertEquals(1.0, score.evidence(), report);
        assertEquals(1.0, score.states(), report);
    }

    /// Each in one of its two layouts, so that it stays quick; `bin/bench cvs` measures both.
    @Test
    void isAsRightOnThoseThatPeopleWrote() throws Exception {
        var faults = new ArrayList<String>();
        var score = new CvScore(TODAY, faults::add);
        try (var cvs = new CvFiles(2)) {
            int at = 0;
            for (var each : DescribedCvs.all().entrySet()) {
                var layout = DescribedCvs.layouts(each.getValue(), at).get(at % 2);
                var name = "%s.%s".formatted(each.getKey(), layout.extension());
                score.add(
                        name,
                        cvs.read(layout.render(each.getValue()), name),
                        each.getValue().truth());
                at++;
            }
        }

        assertRight(score, String.join("\n", faults));
    }

    @Test
    void findsTheSameInThoseThatPeopleWroteWhoeverItIs() {
        DescribedCvs.all()
                .forEach((name, cv) -> assertEquals(
                        found(Layout.lines(cv.of(Person.ADA))), found(Layout.lines(cv.of(Person.CHIDI))), name));
    }

    /// Name, gender, age, nationality and address change, and nothing else does.
    @Test
    void findsTheSameWhoeverItIs() {
        for (int i = 0; i < MADE; i++) {
            var cv = MadeUpCvs.make(9000 + i);
            assertEquals(
                    found(Layout.lines(cv.of(Person.ADA))),
                    found(Layout.lines(cv.of(Person.CHIDI))),
                    "seed " + (9000 + i));
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void findsTheSameWhoeverItIsInEveryLayout(Layout layout) throws Exception {
        var cv = MadeUpCvs.make(9100 + layout.ordinal());
        try (var cvs = new CvFiles(1)) {
            var ada = cvs.read(layout.render(cv.of(Person.ADA)), "cv." + layout.extension());
            var chidi = cvs.read(layout.render(cv.of(Person.CHIDI)), "cv." + layout.extension());

            assertEquals(ada.state(), chidi.state());
            assertEquals(found(ada.text()), found(chidi.text()));
        }
    }

    @Test
    void makesTheSameCvFromTheSameSeed() {
        assertEquals(Layout.lines(MadeUpCvs.make(5)), Layout.lines(MadeUpCvs.make(5)));
    }

    private static List<String> found(List<String> lines) {
        return found(CvText.of(String.join("\n", lines)));
    }

    /// All that is found, with the text of each line but not its number: an address may be longer.
    private static List<String> found(CvText text) {
        var found = CvCheck.of(text, TODAY);
        var all = new ArrayList<String>();
        for (var each : found.certificates())
            all.add(each.entry().name() + " " + each.state() + " " + each.line().text());
        for (var each : found.degrees())
            all.add(each.level() + " " + each.field() + " " + each.line().text());
        for (var each : found.years())
            all.add(each.field() + " " + each.years() + " "
                    + each.lines().stream().map(CvLine::text).toList());
        for (var profile : Profiles.all())
            for (var each : CriteriaCheck.of(profile, found))
                all.add(profile.name() + "/" + each.criterion().id() + " " + each.finding());
        return all;
    }
}
