package chargehand.server.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/// Gives every failure its words and its code. What nobody thought of is a 500 that says nothing of the inside; the
/// log has the rest.
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    /// SQLSTATE classes: connection, shortage of resources, operator intervention, system.
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> refused(Problem problem, HttpServletRequest request) {
        return problems.answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        var cause = unreadable.getMostSpecificCause();
        return problems.answer(cause instanceof Problem known ? known : malformed(unreadable), request);
    }

    /// Where it is stands in what the parser threw, which may have been given its cause by the reader of a value.
    private static Problem malformed(Throwable unreadable) {
        Throwable cause = unreadable;
        while (!(cause instanceof JacksonException) && cause.getCause() != null) cause = cause.getCause();
        var problem = Problem.of(400, "malformed-json", "The body can't be read", sentence(cause));
        if (!(cause instanceof JacksonException json)) return problem;
        var path = json.getPath().stream()
                .map(each -> each.getPropertyName() == null ? "[" + each.getIndex() + "]" : each.getPropertyName())
                .reduce("", (all, each) -> all.isEmpty() || each.startsWith("[") ? all + each : all + "." + each);
        return path.isEmpty() ? problem : problem.with("field", path);
    }

    private static String sentence(Throwable cause) {
        if (!(cause instanceof JacksonException json)) return "A body in JSON is needed here.";
        var place = json.getLocation();
        return place == null || place.getLineNr() < 1
                ? "The body is not the JSON that is expected here."
                : "The body is not the JSON that is expected here: line %d, column %d."
                        .formatted(place.getLineNr(), place.getColumnNr());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> mistyped(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return problems.answer(mistyped(wrong.getParameter(), wrong.getName()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> mistyped(TypeMismatchException wrong, HttpServletRequest request) {
        return problems.answer(parameter(String.valueOf(wrong.getPropertyName())), request);
    }

    /// No id has such a form, so there is nothing under it.
    private static Problem mistyped(MethodParameter parameter, String name) {
        return parameter.hasParameterAnnotation(PathVariable.class) ? Problem.notFound() : parameter(name);
    }

    private static Problem parameter(String name) {
        return Problem.of(
                        400,
                        "invalid-parameter",
                        "A parameter can't be read",
                        "The parameter “%s” is missing or has a value that can't be.".formatted(name))
                .with("parameter", name);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> missing(MissingRequestValueException missing, HttpServletRequest request) {
        var name = switch (missing) {
            case org.springframework.web.bind.MissingServletRequestParameterException parameter ->
                parameter.getParameterName();
            case org.springframework.web.bind.MissingRequestHeaderException header -> header.getHeaderName();
            case org.springframework.web.bind.MissingPathVariableException variable -> variable.getVariableName();
            case org.springframework.web.bind.MissingRequestCookieException cookie -> cookie.getCookieName();
            default -> "";
        };
        return problems.answer(parameter(name), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> missing(
            org.springframework.web.multipart.support.MissingServletRequestPartException missing,
            HttpServletRequest request) {
        return problems.answer(parameter(missing.getRequestPartName()), request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDocument> nothingHere(HttpServletRequest request) {
        return problems.answer(Problem.notFound(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> wrongMethod(
            HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        var allowed = wrong.getSupportedMethods() == null ? "" : String.join(", ", wrong.getSupportedMethods());
        return problems.answer(methodNotAllowed(wrong.getMethod(), allowed), request);
    }

    private static Problem methodNotAllowed(String method, String allowed) {
        return Problem.of(
                        405,
                        "method-not-allowed",
                        "This can't be done here",
                        "%s is not among the methods of this address.".formatted(method))
                .with("allowed", allowed);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> wrongKind(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return problems.answer(
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "The body is of the wrong kind",
                        "The kind of body that was sent (%s) is not taken here.".formatted(wrong.getContentType())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> noSuchAnswer(
            HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return problems.answer(
                Problem.of(
                        406,
                        "not-acceptable",
                        "There is no such representation",
                        "The kinds of answer that were asked for are not to be had here."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        return problems.answer(BodyLimit.tooLarge(large.getMaxUploadSize()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> badUpload(MultipartException bad, HttpServletRequest request) {
        var problem = BodyLimit.within(bad);
        return problems.answer(
                problem != null
                        ? problem
                        : Problem.of(
                                400,
                                "malformed-upload",
                                "The upload can't be read",
                                "A multipart form with files is needed."),
                request);
    }

    /// The browser has gone; nobody is left to be told.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDocument> unwritten(HttpMessageNotWritableException failure, HttpServletRequest request) {
        for (Throwable each = failure; each != null; each = each.getCause())
            if (each instanceof java.io.IOException) return null;
        LOG.error("{} {} was not answered", request.getMethod(), request.getRequestURI(), failure);
        return problems.answer(unexpected(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> anything(Exception unexpected, HttpServletRequest request) {
        if (unexpected instanceof ErrorResponse framework) return answer(framework, request);
        if (isAway(unexpected)) {
            LOG.warn("The database is away: {}", unexpected.getMessage());
            return problems.answer(unavailable(), request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), unexpected);
        return problems.answer(unexpected(), request);
    }

    private ResponseEntity<ProblemDocument> answer(ErrorResponse framework, HttpServletRequest request) {
        return problems.answer(ofStatus(framework.getStatusCode()), request);
    }

    static boolean isAway(@Nullable Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof java.sql.SQLTransientConnectionException) return true;
            // Neither commit nor rollback says so otherwise than by failing: its driver has closed the connection.
            if (each instanceof TransactionSystemException && each.getCause() instanceof SQLException) return true;
            if (each instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (state != null && state.length() == 5 && AWAY.contains(state.substring(0, 2))) return true;
            }
        }
        return false;
    }

    static Problem unavailable() {
        return Problem.of(
                        503,
                        "unavailable",
                        "The database can't be reached",
                        "Nothing was stored. It is tried to bring it back; mostly that takes seconds.")
                .hint("Try again in a few seconds.")
                .with("retryAfterSeconds", 2);
    }

    static Problem unexpected() {
        return Problem.of(
                500,
                "unexpected",
                "Something went wrong here",
                "It is not your fault, and nothing was stored. The server's log says more under the number of this request.");
    }

    /// What the server in front of us or the framework has refused without a word of ours.
    static Problem ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Problem.notSignedIn();
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> methodNotAllowed("This", "");
            case 413 -> BodyLimit.tooLarge(0);
            case 503 -> unavailable();
            default ->
                status.is4xxClientError()
                        ? Problem.of(
                                status.value(),
                                "malformed-request",
                                "The request can't be understood",
                                "Something in its address or its headers can't be.")
                        : unexpected();
        };
    }
}
