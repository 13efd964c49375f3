package chargehand.server.shared;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refusal as it is sent: `application/problem+json`, RFC 9457.
///
/// @param type the page of the code
/// @param status the same as the answer's
/// @param instance the path that was asked for
/// @param code stable, for programs; the words of every language hang on it
/// @param hint a way out
/// @param values what the words are filled with
/// @param traceId stands in the server's log beside whatever it had to say about this request
@Schema(name = "Problem")
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable String hint,
        @Nullable Map<String, Object> values,
        String traceId) {

    static ProblemDocument of(Problem problem, String instance, String traceId) {
        return new ProblemDocument(
                "/problems/" + problem.code(),
                problem.title(),
                problem.status(),
                problem.detail(),
                instance,
                problem.code(),
                problem.hint(),
                problem.values().isEmpty() ? null : problem.values(),
                traceId);
    }
}
