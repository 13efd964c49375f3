package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.shared.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A vacancy with all who have applied to it, from elsewhere than the pages: the demo.
@Service
public class VacancyIntake {
    private final Assessments assessments;
    private final VacancyEditing editing;
    private final Applying applying;

    VacancyIntake(Assessments assessments, VacancyEditing editing, Applying applying) {
        this.assessments = assessments;
        this.editing = editing;
        this.applying = applying;
    }

    /// @param file as its sender calls it
    public record Applicant(
            String name, String email, @Nullable String message, String file, byte[] bytes) {}

    /// Written from the assessment, published, and applied to.
    ///
    /// @throws Problem if there is no such assessment, or something can't be taken
    @Transactional
    public void publish(Caller caller, UUID assessment, String contact, String place, List<Applicant> applicants) {
        var from = assessments.find(assessment).orElseThrow(Problem::notFound);
        var drafted = editing.draft(caller, from, null);
        var change = new VacancyEditing.Change(null, null, contact, place, null, null, null, null);
        var edited = editing.change(caller, drafted, change, drafted.version());
        var published = editing.publish(caller, edited, edited.version());
        for (var each : applicants)
            applying.apply(
                    published,
                    each.name(),
                    each.email(),
                    each.message(),
                    new Applying.Upload(each.file(), each.bytes()));
    }
}
