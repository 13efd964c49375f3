package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An assessment as it was made: never changed, made again where things have changed.
///
/// @param project null for an idea that is no project yet
/// @param answers by question, as they were given
/// @param facts what the plan said then, by question
/// @param planVersion that the facts were read from; null where there was no plan
@Schema(name = "Assessment")
record StoredAssessment(
        UUID id,
        @Nullable UUID project,
        String title,
        Map<String, GivenAnswer> answers,
        Map<String, Fact> facts,
        @Nullable Long planVersion,
        AssessmentView result,
        Author author,
        Instant at) {

    @Schema(name = "AssessmentAuthor")
    record Author(UUID account, String name) {}
}
