package chargehand.server.outbox;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A request whose body was read already, and a hash over what makes it the same as another: method, address and body.
/// Of an upload it is what its parts are called and contain; their boundary is another each time.
///
/// @param request to go on with; its body can be read (again)
record Asked(HttpServletRequest request, byte[] hash) {
    private static final int CHUNK = 1 << 16;

    static Asked read(HttpServletRequest request) throws IOException {
        var hash = RequestKey.sha256();
        add(hash, request.getMethod());
        add(hash, request.getRequestURI());
        add(hash, request.getQueryString());
        if (isUpload(request)) {
            addReadableParts(hash, request);
            return new Asked(request, hash.digest());
        }
        var body = request.getInputStream().readAllBytes();
        hash.update(body);
        return new Asked(new Reread(request, body), hash.digest());
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    /// The container keeps what is wrong with an upload for whoever asks next, who says so in the right words; and a
    /// refusal is not kept under the key.
    private static void addReadableParts(MessageDigest hash, HttpServletRequest request) {
        try {
            addParts(hash, request);
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            add(hash, "unreadable");
        }
    }

    /// The container has them in memory or in files by now; reading them here doesn't use them up.
    private static void addParts(MessageDigest hash, HttpServletRequest request) throws IOException, ServletException {
        for (var part : request.getParts()) {
            add(hash, part.getName());
            add(hash, part.getSubmittedFileName());
            add(hash, Long.toString(part.getSize()));
            try (var in = part.getInputStream()) {
                add(hash, in);
            }
        }
    }

    private static void add(MessageDigest hash, InputStream in) throws IOException {
        var bytes = new byte[CHUNK];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) hash.update(bytes, 0, count);
    }

    private static void add(MessageDigest hash, @Nullable String word) {
        hash.update((word == null ? "" : word).getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
    }

    private static final class Reread extends HttpServletRequestWrapper {
        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BodyStream(new ByteArrayInputStream(body));
        }
    }

    private static final class BodyStream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        BodyStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("It is all there.");
        }
    }
}
