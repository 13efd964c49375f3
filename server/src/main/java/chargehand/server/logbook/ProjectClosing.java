package chargehand.server.logbook;

import chargehand.server.identity.Caller;
import chargehand.server.logbook.LogEntry.Kind;
import chargehand.server.planning.ProjectEnding;
import chargehand.server.shared.Problem;
import chargehand.server.work.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closes a project, and asks for what was learnt from it.
@Service
class ProjectClosing {
    private final LogKeeping keeping;
    private final Logbook logbook;
    private final ProjectEnding projects;

    ProjectClosing(LogKeeping keeping, Logbook logbook, ProjectEnding projects) {
        this.keeping = keeping;
        this.logbook = logbook;
        this.projects = projects;
    }

    /// @param nothing why there is nothing to learn, where there are no lessons, now or before
    @Transactional
    void close(Caller caller, UUID project, List<LogWrite> lessons, @Nullable String nothing) {
        boolean known = logbook.of(project).stream().anyMatch(each -> each.kind() == Kind.lesson);
        if (lessons.isEmpty() && !known && (nothing == null || nothing.isBlank()))
            throw Problem.invalid("lessons", "It isn't said what was learnt.")
                    .hint("Write one lesson at least, or say in “nothing” why there is none.");
        for (var each : lessons) keeping.add(caller, project, each);
        projects.finish(caller, project, Texts.optionalLine("nothing", nothing));
    }
}
