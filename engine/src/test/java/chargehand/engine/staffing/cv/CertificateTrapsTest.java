package chargehand.engine.staffing.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a certificate of one's own, and what only looks like one.
class CertificateTrapsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Certified PMP with ten years of experience                   | Project Management Professional (PMP)
            PMP® certified project manager                               | Project Management Professional (PMP)
            Project Management Professional, PMI, 2014                   | Project Management Professional (PMP)
            Certified ScrumMaster (CSM)                                  | Certified ScrumMaster (CSM)
            Scrum Master certified since 2015                            | Certified ScrumMaster (CSM)
            PMI-ACP                                                      | PMI Agile Certified Practitioner (PMI-ACP)
            PRINCE2 Practitioner                                         | PRINCE2 Practitioner
            PRINCE2® Foundation certificate                              | PRINCE2 Foundation
            ITIL v3 Foundation                                           | ITIL Foundation
            CCNA                                                         | Cisco Certified Network Associate (CCNA)
            AWS Certified Solutions Architect – Associate                | AWS Certified Solutions Architect – Associate
            AWS Certified Solutions Architect                            | AWS Certified Solutions Architect
            RHCSA                                                        | Red Hat Certified System Administrator (RHCSA)
            VCP6-DCV                                                     | VMware Certified Professional (VCP)
            CISSP                                                        | Certified Information Systems Security Professional (CISSP)
            Certified Project Manager (CPM), IAPM                        | Certified Project Manager (CPM)
            Zertifizierter Projektmanager (GPM), Level C                 | IPMA Level C: Certified Project Manager
            Zertifizierter Scrum Master (PSM I)                          | Professional Scrum Master I (PSM I)
            Certified Tester Advanced Level – Test Manager (ISTQB)       | ISTQB Certified Tester Advanced Level (CTAL)
            PMP or CAPM: CAPM since 2021                                 | Certified Associate in Project Management (CAPM)
            HERMES 5 Advanced, 2018                                      | HERMES Advanced
            Oracle Certified Associate (OCA) Java SE 8                   | Oracle Certified Associate, Java SE Programmer (OCA Java)
            """)
    void readsACertificateAsPeopleWriteIt(String line, String name) {
        assertEquals(List.of(name), Cv.certificates("Certifications\n" + line));
    }

    @Test
    void takesTheTitleOfATalkForNoCertificate() {
        assertEquals(List.of(), Cv.certificates("Talks\n\"How I became a Certified ScrumMaster by accident\", 2019"));
    }

    @Test
    void takesWhatAllOfATeamHoldForNobodysOwn() {
        assertEquals(
                List.of(),
                Cv.certificates(
                        "Experience\nCISO | Larkspur | 2019–2024 | Staff of 22; all analysts hold CEH or OSCP"));
    }

    @Test
    void readsAListOfOneIssuer() {
        assertEquals(
                List.of("CompTIA A+", "CompTIA Network+", "CompTIA Security+"),
                Cv.certificates("Summary\nCompTIA A+, Network+, Security+"));
    }

    @Test
    void readsANameThatIsBrokenOverTwoLines() {
        var found =
                Cv.of("Certifications\nProject Management\nProfessional (PMP)").certificates();

        assertEquals(1, found.size());
        assertTrue(found.getFirst().line().text().toLowerCase(Locale.ROOT).contains("project management professional"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Working toward PMP",
                "In process: CCNP",
                "Introduction to PMP Exam",
                "Attended: SAFe Agilist, 2 days",
                "CISM (ISACA) – application submitted",
                "PMP or CAPM: in my next year",
                "PMP preparation course, 2011",
                "PMP in progress",
                "PMP (in progress)",
                "Studying for the PMP",
                "Currently pursuing PMP and CISSP",
                "CAPM expected 2027",
                "PMP, 2028",
                "In Vorbereitung auf PMP",
                "PMP training course",
                "CCNA boot camp",
                "Managed PMP-certified staff",
                "Team of CCNA certified engineers",
                "Hired and led CISSP certified consultants",
                "The job requires PMP",
                "PMP required",
                "Knowledge of PMP methodologies",
                "Eligible for the PMP exam"
            })
    void passesOverWhatIsNotYetOrSomebodyElses(String line) {
        for (var section : List.of("Summary", "Certifications"))
            assertEquals(List.of(), Cv.certificates(section + "\n" + line), section);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reported to a PMP",
                "Trained 20 engineers for CCNA",
                "Scrum Master for two teams",
                "Followed ITIL processes in PRINCE2 projects",
                "Application performance monitoring with APM (AppDynamics)",
                "Set up PPM tool Clarity",
                "Reduced defects to 20 PPM",
                "CSM (customer success manager) for key accounts"
            })
    void passesOverWhatIsToldOfWork(String line) {
        assertEquals(List.of(), Cv.certificates("Experience\nEngineer, 2010 - 2014\n" + line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPM", "CPD", "APM", "PPM", "MPM"})
    void asksAboutLettersThatSeveralIssuersShare(String letters) {
        var found = Cv.of("Certifications\n" + letters + "\nSkills\nExcel").certificates();

        assertEquals(
                List.of(Certificate.State.UNCLEAR),
                found.stream().map(Certificate::state).toList());
    }

    @Test
    void isSureOfSharedLettersBesideTheFullNameOrTheIssuer() {
        assertEquals(List.of("Associate in Project Management (APM)"), Cv.certificates("Certifications\nAPM, GAQM"));
        assertEquals(
                List.of("Master Project Manager (MPM)"),
                Cv.certificates("Certifications\nMaster Project Manager, MPM"));
    }

    @Test
    void tellsOnesOwnFromTheOneStillAimedAt() {
        assertEquals(
                List.of("Certified ScrumMaster (CSM)"),
                Cv.certificates("Certifications\nCertified ScrumMaster (CSM), working toward PMP"));
    }
}
