package chargehand.server.outbox;

import chargehand.server.outbox.HookAddresses.Checked;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One POST to the machine that was checked, and to no other: clients of the platform look names up for themselves,
/// and whoever has the name can let it mean something else by then. Follows nothing, and reads no more than the first
/// line
/// of the answer.
final class HookLine {
    private static final int CONNECT_MS = 5_000;
    private static final int READ_MS = 10_000;
    private static final int LONGEST_LINE = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private HookLine() {}

    /// What became of it.
    sealed interface Outcome {
        record Answered(int status) implements Outcome {
            boolean isTaken() {
                return status >= 200 && status < 300;
            }
        }

        /// Nothing of it was said.
        record Unreached(String code) implements Outcome {}

        /// All of it was said, or may have been, and no answer came.
        record Unsure(String code) implements Outcome {}
    }

    static Outcome post(Checked to, Map<String, String> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean begun = false;
        try (var plain = new Socket()) {
            plain.setSoTimeout(READ_MS);
            plain.connect(new InetSocketAddress(to.machine(), to.port()), CONNECT_MS);
            try (var socket = to.tls() ? secured(plain, to) : plain) {
                begun = true;
                var out = socket.getOutputStream();
                out.write(head(to, headers, bytes.length).getBytes(StandardCharsets.ISO_8859_1));
                out.write(bytes);
                out.flush();
                return answer(new BufferedInputStream(socket.getInputStream()));
            }
        } catch (SSLException untrusted) {
            return begun ? new Outcome.Unsure("broken") : new Outcome.Unreached("untrusted");
        } catch (SocketTimeoutException late) {
            return begun ? new Outcome.Unsure("silent") : new Outcome.Unreached("unreachable");
        } catch (IOException away) {
            return begun ? new Outcome.Unsure("broken") : new Outcome.Unreached("unreachable");
        }
    }

    /// With the name that was written: the certificate has to be that host's.
    static SSLSocket secured(Socket plain, Checked to) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, to.name(), to.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(Checked to, Map<String, String> headers, int length) {
        var uri = to.uri();
        var head = new StringBuilder("POST ").append(target(uri)).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(to.host()).append(uri.getPort() > 0 ? ":" + uri.getPort() : "");
        head.append("\r\nUser-Agent: Chargehand\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ");
        head.append(length).append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    static String target(URI uri) {
        var ascii = URI.create(uri.toASCIIString());
        var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static Outcome answer(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST_LINE; next = in.read())
            line.append((char) next);
        var status = STATUS.matcher(line.toString().stripTrailing());
        return status.matches()
                ? new Outcome.Answered(Integer.parseInt(status.group(1)))
                : new Outcome.Unsure("unreadable");
    }
}
