package chargehand.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chargehand.server.shared.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is read from an address that somebody wrote down is one answer of the machine that was checked.
class OutsideTest {
    private static final int MOST = 20;

    @Test
    void readsWholeAnswersHoweverTheyAreSent() throws Exception {
        try (var there = new LittleReceiver()) {
            assertThat(answered(there, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"))
                    .isEqualTo("hello");
            assertThat(answered(there, "HTTP/1.1 200 OK\r\n\r\nuntil the end")).isEqualTo("until the end");
            assertThat(
                            answered(
                                    there,
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nin \r\n5\r\nparts\r\n0\r\n\r\n"))
                    .isEqualTo("in parts");
            assertThat(there.received().getLast().line()).isEqualTo("GET /hooks/abc HTTP/1.1");
        }
    }

    @Test
    void followsNothingAndReadsNoMoreThanItWasTold() throws Exception {
        try (var there = new LittleReceiver()) {
            assertThat(refused(there, "HTTP/1.1 302 Found\r\nLocation: http://localhost/\r\n\r\n"))
                    .isEqualTo("redirected");
            assertThat(there.received()).hasSize(1);
            assertThat(refused(there, "HTTP/1.1 404 Not Found\r\n\r\n")).isEqualTo("refused");
            assertThat(refused(there, "HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n" + "x".repeat(21)))
                    .isEqualTo("too-large");
            assertThat(refused(there, "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(21)))
                    .isEqualTo("too-large");
            assertThat(refused(there, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffff\r\nx"))
                    .isEqualTo("too-large");
            assertThat(refused(there, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"))
                    .isEqualTo("broken");
            assertThat(refused(there, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"))
                    .isEqualTo("broken");
            assertThat(refused(there, "SSH-2.0\r\n")).isEqualTo("unreadable");
            assertThat(refused(there, "")).isEqualTo("broken");
        }
    }

    @Test
    void asksNobodyInside() {
        var outside = new Outside(new HookAddresses(""));

        var refused = catchThrowableOfType(Problem.class, () -> outside.fetch("https://127.0.0.1/x", MOST));

        assertThat(refused.code()).isEqualTo("address-inside");
    }

    private static Outside inside() {
        return new Outside(new HookAddresses("localhost"));
    }

    private static String answered(LittleReceiver there, String answer) {
        there.answers(answer);
        return new String(inside().fetch(there.address(), MOST), StandardCharsets.UTF_8);
    }

    private static Object refused(LittleReceiver there, String answer) {
        there.answers(answer);
        var problem = catchThrowableOfType(Problem.class, () -> inside().fetch(there.address(), MOST));
        assertThat(problem.code()).isEqualTo("address-unanswered");
        return String.valueOf(problem.values().get("reason"));
    }
}
