package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is held about an applicant, for the applicant.
///
/// @param keptUntil the last day on which it is held
/// @param cv the text as it was read, and what rules found in it
/// @param file as it came
/// @param mitigations what was to be done about the weaker side
/// @param rankings who has asked for an order of the applicants since, when, and by what
/// @param deeds what was done with it, by whom and when
@Schema(name = "CandidateExport")
record CandidateExport(
        String vacancyTitle,
        Application application,
        LocalDate keptUntil,
        @Nullable CvChecked cv,
        @Nullable File file,
        Interview interview,
        List<Reviewing.Decision> decisions,
        List<Mitigation> mitigations,
        List<Ranking.Asked> rankings,
        @Nullable Hire hire,
        List<CandidateDeeds.Deed> deeds) {
    /// @param base64 its bytes
    @Schema(name = "CandidateFile")
    record File(String name, String type, String base64) {}
}
