package chargehand.server.outbox;

import chargehand.server.outbox.HookAddresses.Checked;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One GET from the machine that was checked, and from no other. Follows nothing, and reads no more than it was told
/// to.
final class FetchLine {
    private static final int CONNECT_MS = 5_000;
    private static final int READ_MS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_LINE = 8_000;
    private static final int MOST_HEADERS = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final int most;
    private final long until = System.nanoTime() + PATIENCE.toNanos();

    private FetchLine(int most) {
        this.most = most;
    }

    /// What became of it.
    sealed interface Outcome {
        record Got(byte[] body) implements Outcome {}

        record Refused(int status) implements Outcome {
            boolean leadsElsewhere() {
                return status / 100 == 3;
            }
        }

        /// @param code why there is no answer that can be read: `unreachable`, `too-large` …
        record Failed(String code) implements Outcome {}
    }

    /// @param most bytes of the body
    static Outcome get(Checked from, int most) {
        boolean begun = false;
        try (var plain = new Socket()) {
            plain.setSoTimeout(READ_MS);
            plain.connect(new InetSocketAddress(from.machine(), from.port()), CONNECT_MS);
            try (var socket = from.tls() ? HookLine.secured(plain, from) : plain) {
                begun = true;
                socket.getOutputStream().write(head(from).getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                return new FetchLine(most).answer(new BufferedInputStream(socket.getInputStream()));
            }
        } catch (SSLException untrusted) {
            return new Outcome.Failed(begun ? "broken" : "untrusted");
        } catch (SocketTimeoutException late) {
            return new Outcome.Failed(begun ? "silent" : "unreachable");
        } catch (IOException away) {
            return new Outcome.Failed(begun ? "broken" : "unreachable");
        }
    }

    private static String head(Checked from) {
        var port = from.uri().getPort();
        return "GET " + HookLine.target(from.uri()) + " HTTP/1.1\r\nHost: " + from.host() + (port > 0 ? ":" + port : "")
                + "\r\nUser-Agent: Chargehand\r\nAccept: application/json\r\nAccept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n";
    }

    private Outcome answer(InputStream in) throws IOException {
        var status = STATUS.matcher(line(in));
        if (!status.matches()) return new Outcome.Failed("unreadable");
        var headers = headers(in);
        int code = Integer.parseInt(status.group(1));
        if (code != 200) return new Outcome.Refused(code);
        var coded = headers.getOrDefault("content-encoding", "identity");
        if (!coded.equalsIgnoreCase("identity")) return new Outcome.Failed("unreadable");
        var body = new ByteArrayOutputStream();
        boolean whole = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")
                ? chunks(in, body)
                : plain(in, body, headers.get("content-length"));
        return whole ? new Outcome.Got(body.toByteArray()) : new Outcome.Failed("too-large");
    }

    private Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() >= MOST_HEADERS) throw new IOException("No header: " + line);
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException();
            if (line.length() >= LONGEST_LINE) throw new IOException("A line without an end");
            line.append((char) next);
        }
        checkTime();
        return line.toString().stripTrailing();
    }

    /// @return false if it is more than is read
    private boolean chunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        while (true) {
            int size = size(line(in).replaceFirst(";.*", "").strip(), 16);
            if (size == 0) return true;
            if (size > most - body.size()) return false;
            copy(in, body, size);
            if (!line(in).isEmpty()) throw new IOException("No end of a chunk");
        }
    }

    private boolean plain(InputStream in, ByteArrayOutputStream body, @Nullable String length) throws IOException {
        if (length != null) {
            int size = size(length, 10);
            if (size > most) return false;
            copy(in, body, size);
            return true;
        }
        var part = new byte[8192];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            checkTime();
            if (read > most - body.size()) return false;
            body.write(part, 0, read);
        }
        return true;
    }

    /// What is beyond all bounds is more than is read.
    private static int size(String written, int radix) throws IOException {
        try {
            long size = Long.parseLong(written, radix);
            if (size < 0) throw new IOException("No length: " + written);
            return (int) Math.min(size, Integer.MAX_VALUE);
        } catch (NumberFormatException none) {
            throw new IOException("No length: " + written, none);
        }
    }

    private void copy(InputStream in, ByteArrayOutputStream body, int size) throws IOException {
        var part = new byte[8192];
        for (int left = size; left > 0; ) {
            int read = in.read(part, 0, Math.min(part.length, left));
            if (read < 0) throw new EOFException();
            checkTime();
            body.write(part, 0, read);
            left -= read;
        }
    }

    /// Who says a word every nine seconds would hold the reader for ever.
    private void checkTime() throws IOException {
        if (System.nanoTime() - until > 0) throw new SocketTimeoutException();
    }
}
