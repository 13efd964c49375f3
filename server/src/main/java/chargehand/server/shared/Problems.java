package chargehand.server.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns refusals into answers, for controllers and for whatever stands before them.
@Component
public class Problems {
    private static final String WAIT = "retryAfterSeconds";
    private static final String ALLOWED = "allowed";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /// For filters, which have no converter of answers.
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        response.setStatus(problem.status());
        headers(problem).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document(problem, request)));
    }

    ResponseEntity<ProblemDocument> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headers(problem))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document(problem, request));
    }

    private static ProblemDocument document(Problem problem, HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked == null ? request.getRequestURI() : asked.toString();
        return ProblemDocument.of(problem, path, Trace.of(request));
    }

    private static HttpHeaders headers(Problem problem) {
        var headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        var wait = problem.values().get(WAIT);
        if (wait != null) headers.set(HttpHeaders.RETRY_AFTER, wait.toString());
        var allowed = problem.values().get(ALLOWED);
        if (allowed != null) headers.set(HttpHeaders.ALLOW, allowed.toString());
        if (problem.status() == 401) headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return headers;
    }
}
