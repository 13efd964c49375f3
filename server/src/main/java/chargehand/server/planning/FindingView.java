package chargehand.server.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/// What is wrong with a plan, or worth knowing.
///
/// @param code stable; each has a page in docs/problems and words in every language
/// @param tasks those it is about
/// @param values by the names used in the words; instants as text
/// @param message in English, `hint` a way out
@Schema(name = "Finding")
record FindingView(
        String code, Level severity, List<String> tasks, Map<String, Object> values, String message, String hint) {
    @Schema(name = "Severity")
    enum Level {
        error,
        warning,
        note
    }
}
