package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesInWordsTest {
    private static final List<LocalDate> KNOWN = List.of(LocalDate.of(2027, 3, 12), LocalDate.of(2027, 5, 28));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Likely by 12 March.",
                "On March 12th, 2027 it is there",
                "Bis 12. März 2027",
                "am 28.5. oder 28.05.2027",
                "2027-05-28",
                "28 May",
                "Version 12.40 of 3 wards",
                "12 marbles, 99 March hares"
            })
    void findsNothingInWordsThatKeepToTheFacts(String text) {
        assertThat(DatesInWords.foreign(List.of(text), KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13 March", "March 11th", "14. März 2027", "29.5.2027", "2027-05-27", "12 March 2028", "1st May"
            })
    void pointsOutADayThatIsNoneOfThem(String day) {
        assertThat(DatesInWords.foreign(List.of("It is done on " + day + ", surely."), KNOWN))
                .containsExactly(day);
    }
}
