package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {
    private static final List<String> KNOWN = List.of("IT", "san", "Go", "R", "C", "C++", "storage", "R&D");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When is it done?                        | ''
            It is late, isn't it?                   | ''
            WHEN IS IT DONE?                        | ''
            Who in IT do we ask?                    | IT
            What does the IT-department do?         | IT
            Which SAN is it?                        | san
            A thousand sandals?                     | ''
            Go on. Go ahead!                        | ''
            When do we go live?                     | ''
            After the Go-live?                      | ''
            Is it written in Go?                    | Go
            Java/Go or R?                           | Go,R
            Is Go used for the Storage?             | storage
            Is it in C++?                           | C++
            Does R&D know?                          | R&D
            Are there thousandstorages?             | ''
            """)
    void aShortNameCountsOnlyAsNamesAreWritten(String text, String named) {
        var expected = named.isEmpty() ? List.<String>of() : List.of(named.split(","));

        assertThat(new FieldNames(text).among(KNOWN)).containsExactlyInAnyOrderElementsOf(expected);
    }
}
