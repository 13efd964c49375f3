package chargehand.server.planning;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says that a project is over.
@Service
public class ProjectEnding {
    private final ProjectEditing editing;
    private final Audit audit;

    ProjectEnding(ProjectEditing editing, Audit audit) {
        this.editing = editing;
        this.audit = audit;
    }

    /// @param remark why nothing was learnt, or null
    @Transactional
    public void finish(Caller caller, UUID project, @Nullable String remark) {
        editing.set(caller, project, null, true, false, null);
        audit.record(
                caller,
                "project-closed",
                "project",
                project,
                project,
                remark == null ? Map.of() : Map.of("nothing", remark));
    }
}
