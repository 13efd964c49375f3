package chargehand.server.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The web server itself sends nobody elsewhere, whatever stands in an address. Asked by a plain socket, since clients
/// tidy addresses up.
@ServerTest
class RedirectTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "//evil.example/",
                "//evil.example/..",
                "//evil.example/%2e%2e",
                "/%2f/evil.example",
                "/%5cevil.example",
                "/%5c%5cevil.example/..;/",
                "/;@evil.example/..",
                "/assets",
                "/api",
                "/api/",
                "/api/openid",
                "/sign-in/..//evil.example",
                "/.//evil.example",
                "http://evil.example/",
                "http://evil.example//evil.example/"
            })
    void leadsNowhereElse(String address) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET %s HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".formatted(address);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

            assertTrue(answer.startsWith("HTTP/1.1 "), answer);
            var head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(java.util.Locale.ROOT);
            assertFalse(head.contains("\nlocation:"), head);
        }
    }
}
