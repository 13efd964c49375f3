package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/// Something read off a plan that answers a question.
///
/// @param level of the question, from 1
/// @param code of the sentence that says it, as `tasks`
/// @param values for the sentence
/// @param sentence in English
@Schema(name = "StaffingFact")
record Fact(int level, String code, Map<String, Object> values, String sentence) {}
