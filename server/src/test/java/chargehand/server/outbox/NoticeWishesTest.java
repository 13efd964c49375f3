package chargehand.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chargehand.server.outbox.MailSettings.Smtp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeWishesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // quiet from, until, digest | now, due
        "     ,      ,      , 2027-02-01T21:00:00Z, 2027-02-01T21:00:00Z",
        "19:00, 07:00,      , 2027-02-01T17:59:00Z, 2027-02-01T17:59:00Z",
        "19:00, 07:00,      , 2027-02-01T18:00:00Z, 2027-02-02T06:00:00Z",
        "19:00, 07:00,      , 2027-02-02T05:59:00Z, 2027-02-02T06:00:00Z",
        "12:00, 13:00,      , 2027-02-01T11:30:00Z, 2027-02-01T12:00:00Z",
        "     ,      , 08:00, 2027-02-01T07:00:00Z, 2027-02-02T07:00:00Z",
        "     ,      , 08:00, 2027-02-01T06:59:00Z, 2027-02-01T07:00:00Z",
        // The night in which the clocks go forward.
        "19:00, 02:30,      , 2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z",
    })
    void saysWhenSomethingMayGo(
            @Nullable LocalTime from, @Nullable LocalTime until, @Nullable LocalTime digest, Instant now, Instant due) {
        var wishes = new NoticeWishes(Set.of(), from, until, digest);

        assertThat(wishes.due(now, false, BERLIN)).isEqualTo(due);
        assertThat(wishes.due(now, true, BERLIN)).isEqualTo(now);
    }

    @Test
    void lettersHaveTheSameWordsInBothLanguages() {
        assertThat(LetterWords.in("de").keys()).isEqualTo(LetterWords.in("en").keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "http://mail.example.com?from=a@b",
                "smtp://mail.example.com",
                "smtp://mail.example.com?from=a@b%0d%0aBcc:c@d",
                "smtp:///?from=a@b"
            })
    void aMailServerThatCanNotBeIsSaidAtTheStart(String url) {
        assertThatThrownBy(() -> Smtp.of(url, "https://projects.harbour.test"))
                .hasMessageStartingWith("CHARGEHAND_SMTP_URL: ");
    }

    @Test
    void passwordsMayHaveAnySignAndAreNeverSaid() {
        var smtp = Smtp.of("smtps://ada:a%40b+c@mail.example.com?from=a@b.c", "https://projects.harbour.test/x/");

        assertThat(smtp.password()).isEqualTo("a@b+c");
        assertThat(smtp.port()).isEqualTo(465);
        assertThat(smtp.url()).isEqualTo("https://projects.harbour.test/x");
        assertThat(smtp.toString()).doesNotContain("a@b+c");
    }
}
