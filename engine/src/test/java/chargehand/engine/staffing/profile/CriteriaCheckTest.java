package chargehand.engine.staffing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvText;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a criterion is met, not met, not found or unclear.
class CriteriaCheckTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            experience with budgets of at least 1000000 USD      | Managed a budget of $2M                     | MET
            experience with budgets of at least 1000000 USD      | Managed a budget of $400K                   | NOT_MET
            experience with budgets of at least 1000000 USD      | Managed budgets                             | UNCLEAR
            experience with budgets of at least 1000000 USD      | Managed a budget of 0,9 Mio. EUR            | UNCLEAR
            experience with budgets of at least 1000000 USD      | Managed a budget of 0,2 Mio. EUR            | NOT_MET
            experience with budgets of at least 1000000 USD      | Cooked                                      | NOT_FOUND
            experience with hardware                             | Replaced servers and storage                | MET
            experience with hardware                             | Wrote poems                                 | NOT_FOUND
            a management certificate                             | PMP certified                               | MET
            a management certificate                             | Managed PMP-certified staff                 | NOT_FOUND
            signs of punctuality                                 | Always on time and ahead of deadlines       | MET
            at least 3 years in software                         | Wrote poems                                 | NOT_FOUND
            """)
    void findsWhatALineSays(String requirement, String line, CriterionFinding.Finding finding) throws Exception {
        assertEquals(finding, check(requirement, "Experience\n" + line).finding());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a master's degree or higher                              | MBA, Harvard Business School                 | MET
            a master's degree or higher in management                | MBA, Harvard Business School                 | MET
            a master's degree or higher in management                | M.Sc. Physics, MIT                           | NOT_FOUND
            a master's degree or higher                              | B.Sc. Computer Science, MIT                  | NOT_FOUND
            a bachelor's degree or higher in computing or engineering | Ph.D. in Computer Science, MIT              | MET
            """)
    void findsWhatADegreeSays(String requirement, String line, CriterionFinding.Finding finding) throws Exception {
        assertEquals(finding, check(requirement, "Education\n" + line).finding());
    }

    @Test
    void needsOneOfSeveral() throws Exception {
        var requirement = "a master's degree or higher; or at least 3 years in it";

        assertEquals(
                CriterionFinding.Finding.MET,
                check(requirement, "Experience\nJava Developer, 2010 - 2014").finding());
        assertEquals(
                CriterionFinding.Finding.MET,
                check(requirement, "Education\nM.Sc. Physics, MIT").finding());
    }

    @Test
    void callsYearsNotMetOnlyWhereAllWorkTogetherIsTooShort() throws Exception {
        var requirement = "at least 3 years in software";

        assertEquals(
                CriterionFinding.Finding.NOT_MET,
                check(requirement, "Experience\nJava Developer, Jan 2025 - Dec 2025")
                        .finding());
        assertEquals(
                CriterionFinding.Finding.UNCLEAR,
                check(requirement, "Experience\nJava Developer, Jan 2025 - Dec 2025\nConsultant, 2010 - 2024")
                        .finding());
        assertEquals(
                CriterionFinding.Finding.NOT_FOUND,
                check(requirement, "Experience\nNetwork Engineer, 2010 - 2024").finding());
    }

    @Test
    void namesTheLineUnlessNothingWasFound() throws Exception {
        assertNotNull(check("a management certificate", "Certifications\nPMP").line());
        assertNull(check("a management certificate", "Certifications\nPilot").line());
    }

    private static CriterionFinding check(String requirement, String text) throws Exception {
        var profile = ProfileText.parse(
                "profile: own\ntitle: Own\nversion: 1\nauthor: Ada\nmust it: %s\n".formatted(requirement));
        return CriteriaCheck.of(profile, CvCheck.of(CvText.of(text), LocalDate.of(2026, 11, 23)))
                .getFirst();
    }
}
