package chargehand.server.reporting;

import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.Beforehand;
import chargehand.server.reporting.WordsInside.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks into what a client hands in, once a request and before its transaction: it takes a second, and up
/// to twenty in line.
@Component
class HandedFile implements Beforehand {
    private static final String WORDS = HandedFile.class.getName();
    private static final Pattern PATH =
            Pattern.compile(".*/api/projects/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})/handed-documents");

    private final WordsInside inside;
    private final Recipients recipients;

    HandedFile(WordsInside inside, Recipients recipients) {
        this.inside = inside;
        this.recipients = recipients;
    }

    @Override
    public void prepare(HttpServletRequest request, Caller caller) throws IOException {
        var path = PATH.matcher(request.getRequestURI());
        if (!path.matches() || Boolean.parseBoolean(request.getParameter("sure"))) return;
        if (!recipients.clientsOf(UUID.fromString(path.group(1))).contains(caller.account())) return;
        var file = file(request);
        if (file == null || file.getSize() > Documents.MOST_BYTES) return;
        try (var in = file.getInputStream()) {
            words(request, in.readAllBytes());
        }
    }

    /// The endpoint says what is wrong with a request without one.
    private static @Nullable Part file(HttpServletRequest request) {
        try {
            return request.getPart("file");
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            return null;
        }
    }

    /// What is in the file of a request, which may have been looked into beforehand.
    Words words(HttpServletRequest request, byte[] bytes) {
        if (request.getAttribute(WORDS) instanceof Words known) return known;
        var words = inside.of(bytes);
        request.setAttribute(WORDS, words);
        return words;
    }
}
