package chargehand.server.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of a CV is blank until a reviewer lifts that, and what stays to be read.
class BlindingTest {
    @Test
    void leavesYearsOfWorkAndBlanksYearsOfStudy() {
        assertEquals(
                List.of(
                        "▇▇▇",
                        "EXPERIENCE",
                        "2015 - 2024 Infrastructure manager, Wharf Hosting",
                        "EDUCATION",
                        "▇▇▇ - ▇▇▇ Computer Science, Harbour",
                        "Finished in ▇▇▇",
                        "CERTIFICATIONS",
                        "PMP, 2021"),
                blanked(
                        "Dewi Prasetya",
                        "Dewi Prasetya",
                        "EXPERIENCE",
                        "2015 - 2024 Infrastructure manager, Wharf Hosting",
                        "EDUCATION",
                        "2006 - 2009 Computer Science, Harbour",
                        "Finished in 2009",
                        "CERTIFICATIONS",
                        "PMP, 2021"));
    }

    @Test
    void blanksYearsOfStudyThatStandUnderNoHeading() {
        assertEquals(
                List.of("▇▇▇", "▇▇▇/▇▇▇ Bachelor of Science", "2010/2014 Team lead"),
                blanked("Dewi", "Dewi Prasetya", "2006/2009 Bachelor of Science", "2010/2014 Team lead"));
    }

    @Test
    void blanksTelephoneNumbersAddressesAndTheName() {
        assertEquals(
                List.of("▇▇▇", "▇▇▇, ▇▇▇ ▇▇▇", "▇▇▇ led the move in 2015-2016."),
                blanked(
                        "Dewi Prasetya",
                        "Dewi Prasetya",
                        "+49 40 1234567, dewi@home.example https://home.example/dewi",
                        "Prasetya led the move in 2015-2016."));
    }

    @Test
    void takesTheFirstLineForANameWhereNobodyGaveOne() {
        assertEquals(
                List.of("Curriculum Vitae", "▇▇▇", "▇▇▇ led the move."),
                blanked("", "Curriculum Vitae", "Dewi Prasetya", "Prasetya led the move."));
    }

    @Test
    void blanksWhatFormsAskForInTheLanguagesThatAreRead() {
        for (var line : List.of(
                "Née le 3 mai 1988",
                "Situation familiale : mariée, deux enfants",
                "Fecha de nacimiento: 3/5/1988",
                "Estado civil: casada",
                "Data de nascimento: 3/5/1988",
                "Nata a Pisa il 3/5/1988",
                "Geboortedatum: 3-5-1988",
                "Burgerlijke staat: gehuwd",
                "Data urodzenia: 3.05.1988",
                "38 ans",
                "Alter 38 Jahre",
                "Alter\t38",
                "Alter | 38")) assertEquals(List.of("▇▇▇", "▇▇▇"), blanked("Dewi", "Dewi Prasetya", line), line);
    }

    @Test
    void leavesWorkThatOnlySoundsLikeIt() {
        for (var line : List.of("Single sign-on for 40 clinics", "Children's hospital, Lagos", "IP address plan"))
            assertEquals(List.of("▇▇▇", line), blanked("Dewi", "Dewi Prasetya", line));
    }

    private static List<String> blanked(String name, String... text) {
        var lines = new ArrayList<CvChecked.Line>();
        for (var each : text) lines.add(new CvChecked.Line(lines.size() + 1, each));
        var blinding = new Blinding(name, lines);
        return lines.stream().map(blinding::blanked).map(CvChecked.Line::text).toList();
    }
}
