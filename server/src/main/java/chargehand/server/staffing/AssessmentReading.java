package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.shared.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Who may read which assessment: of a project whoever staffs it, of an idea its author and whoever staffs the company.
@Component
class AssessmentReading {
    private final Assessments assessments;
    private final Scopes scopes;

    AssessmentReading(Assessments assessments, Scopes scopes) {
        this.assessments = assessments;
        this.scopes = scopes;
    }

    /// @throws Problem if it isn't there, or isn't the caller's to see
    StoredAssessment read(UUID id, Caller caller) {
        var found = assessments.find(id).orElseThrow(Problem::notFound);
        if (!mayRead(caller, found)) throw Problem.notFound();
        return found;
    }

    private boolean mayRead(Caller caller, StoredAssessment assessment) {
        var project = assessment.project();
        if (project != null) {
            var client = scopes.client(project).orElse(null);
            return caller.may(Permission.PROJECT_SEE, project, client)
                    && caller.may(Permission.STAFFING_SEE, project, client);
        }
        return assessment.author().account().equals(caller.account())
                || caller.where(Permission.STAFFING_SEE).company();
    }
}
