package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order of the applicants of a vacancy that a person has asked for, by criteria that they picked and as things are
/// known now. It says who comes before whom by which line, has no sum, and decides nothing.
///
/// @param criteria in the order in which they count: musts first, then as they were picked
/// @param placed the first first; of those who are on a par the first who applied
/// @param apart who can't be placed, in the order in which they applied
@Schema(name = "Ranking")
record Ranking(Asked asked, List<By> criteria, List<Placed> placed, List<Apart> apart) {
    /// Who has asked for it, when and by what.
    ///
    /// @param criteria ids of the profile's criteria, and `skill.communication` and the like
    @Schema(name = "RankingAsked")
    record Asked(UUID id, List<String> criteria, StoredAssessment.Author author, Instant at) {}

    /// @param sentence as the profile has it; absent of the four skills
    @Schema(name = "RankingCriterion")
    record By(String id, boolean must, @Nullable String sentence) {}

    /// @param finding `met`, `notMet`, `notFound` or `unclear`: by the last conversation, else by the CV
    /// @param line of the CV that says so
    /// @param note of the last conversation about it
    @Schema(name = "RankingEvidence")
    record Evidence(
            String criterion,
            String finding,
            CvChecked.@Nullable Line line,
            @Nullable String note,
            @Nullable String noted) {}

    /// @param place from 1; those who are on a par have the same
    /// @param tied others have the same place
    @Schema(name = "RankingPlaced")
    record Placed(int place, boolean tied, Application application, List<Evidence> evidence) {}

    /// @param best the place among those who are placed, were all that is unclear met
    /// @param worst were none of it met
    @Schema(name = "RankingApart")
    record Apart(int best, int worst, Application application, List<Evidence> evidence) {}
}
