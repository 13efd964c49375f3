package chargehand.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.outbox.MailSettings.Smtp;
import chargehand.server.outbox.SmtpLine.Outcome;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of a mail when the line breaks or the mail server says no, at each place where it can.
class SmtpLineTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "'250 fine', 'Taken[]'",
        "'451 later', 'Refused[forGood=false'",
        "'554 never', 'Refused[forGood=true'",
        "'', 'Unsure['",
    })
    void whatBecameOfItSaysTheAnswerToTheDot(String answer, String outcome) throws Exception {
        assertThat(hand("250 fine", answer, () -> {}).toString()).startsWith(outcome);
    }

    @ParameterizedTest
    @CsvSource({"'550 nobody', 'Refused[forGood=true'", "'450 full', 'Refused[forGood=false'", "'', 'Broken['"})
    void beforeTheDotItWasNotTaken(String answer, String outcome) throws Exception {
        assertThat(hand(answer, "250 fine", () -> {}).toString()).startsWith(outcome);
        assertThat(heard).doesNotContain(".");
    }

    @Test
    void withoutItsHandOverBeingStoredNoMailServerHearsTheDot() throws Exception {
        var outcome = hand("250 fine", "250 fine", () -> {
            throw new IllegalStateException("The database is away.");
        });

        assertThat(outcome).isInstanceOf(Outcome.Broken.class);
        assertThat(heard).contains("DATA").doesNotContain(".");
    }

    /// @param toRecipient the answer to RCPT, or none and the line breaks
    /// @param toDot the answer to the end of the text, likewise
    private Outcome hand(String toRecipient, String toDot, Runnable beforeTheDot) throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = Thread.ofVirtual().start(() -> serve(socket, toRecipient, toDot));
            var to = Smtp.of(
                    "smtp://127.0.0.1:%d?from=projects@harbour.test".formatted(socket.getLocalPort()),
                    "https://projects.harbour.test");
            Outcome outcome;
            try (var line = SmtpLine.open(to)) {
                var mail = new MimeMessage(line.session());
                mail.setRecipient(Message.RecipientType.TO, new InternetAddress("dewi@harbour.test"));
                mail.setText("Hello");
                outcome = line.hand(mail, beforeTheDot);
            }
            server.join();
            return outcome;
        }
    }

    private void serve(ServerSocket socket, String toRecipient, String toDot) {
        try (var line = socket.accept()) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            answer(line, "220 here");
            boolean inText = false;
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                heard.add(said);
                if (inText && !said.equals(".")) continue;
                var answer = said.equals(".") ? toDot : said.startsWith("RCPT") ? toRecipient : usual(said);
                inText = said.equals("DATA");
                if (answer.isEmpty()) return;
                answer(line, answer);
            }
        } catch (IOException gone) {
            heard.add("(gone)");
        }
    }

    private static String usual(String said) {
        return said.equals("DATA") ? "354 go on" : said.equals("QUIT") ? "221 bye" : "250 fine";
    }

    private static void answer(Socket line, String answer) throws IOException {
        line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }
}
