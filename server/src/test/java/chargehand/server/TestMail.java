package chargehand.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/// The mail server that servers under test know: nobody answers there until a test starts it.
public final class TestMail {
    private static final int PORT = free();

    private TestMail() {}

    static String[] settings() {
        return new String[] {
            "chargehand.url=https://projects.harbour.test/",
            "chargehand.smtp.url=smtp://127.0.0.1:%d?from=projects@harbour.test".formatted(PORT)
        };
    }

    /// A real one, to be stopped by whoever started it.
    public static GreenMail start() {
        var server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
