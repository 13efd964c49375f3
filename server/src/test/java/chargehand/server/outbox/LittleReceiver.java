package chargehand.server.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes webhooks on this machine, and answers what it is told to.
final class LittleReceiver implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile String answer = "HTTP/1.1 204 No Content\r\n\r\n";

    LittleReceiver() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::take);
    }

    record Received(String line, Map<String, String> headers, String body) {
        String header(String name) {
            return Objects.requireNonNull(headers.get(name.toLowerCase(Locale.ROOT)), name);
        }
    }

    String address() {
        return "http://localhost:%d/hooks/abc".formatted(socket.getLocalPort());
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Empty: hangs up without a word.
    void answers(String whole) {
        answer = whole;
    }

    List<Received> received() {
        return received;
    }

    private void take() {
        while (true) {
            try (var caller = socket.accept()) {
                received.add(read(caller));
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }
    }

    private static Received read(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        var first = Objects.requireNonNull(in.readLine());
        var headers = new HashMap<String, String>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new StringBuilder();
        while (body.toString().getBytes(StandardCharsets.UTF_8).length < length) body.append((char) in.read());
        return new Received(first, headers, body.toString());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
