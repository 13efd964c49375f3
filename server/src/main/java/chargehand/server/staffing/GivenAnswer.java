package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was said to one question.
///
/// @param answer a level of the question, or `unknown`
/// @param because the sentence that it rests on
@Schema(name = "GivenAnswer")
public record GivenAnswer(String answer, @Nullable String because) {
    static final String UNKNOWN = "unknown";
}
