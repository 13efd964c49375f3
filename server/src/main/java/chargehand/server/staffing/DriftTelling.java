package chargehand.server.staffing;

import chargehand.server.identity.Accounts;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks again which manager a project needs where its plan says something else than when it was
/// assessed: tells whoever assessed it, once for each difference, what the plan says now.
@Component
class DriftTelling {
    private static final Logger LOG = LoggerFactory.getLogger(DriftTelling.class);

    private final Assessments assessments;
    private final PlanFacts facts;
    private final Projects projects;
    private final Accounts accounts;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DriftTelling(
            Assessments assessments,
            PlanFacts facts,
            Projects projects,
            Accounts accounts,
            Notices notices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.assessments = assessments;
        this.facts = facts;
        this.projects = projects;
        this.accounts = accounts;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void tell() {
        for (var project : assessed()) {
            try {
                transaction.executeWithoutResult(_ -> tell(project));
            } catch (RuntimeException failed) {
                LOG.warn("Whether a project has drifted could not be told: {}", failed.getMessage());
            }
        }
    }

    private List<UUID> assessed() {
        return jdbc.sql("select distinct project from staffing.assessment where project is not null")
                .query((row, number) -> Objects.requireNonNull(row.getObject("project", UUID.class)))
                .list();
    }

    private void tell(UUID id) {
        var project = projects.find(id).orElse(null);
        if (project == null || project.draft() != null) return;
        var made = assessments.of(id).getFirst();
        var drift = Drift.between(made, facts.of(id).facts());
        if (drift == null || !note(made.id(), drift)) return;
        var author = made.author().account();
        if (accounts.names(List.of(author)).isEmpty()) return;
        notices.tellAlone(
                List.of(author), new Occasion(Kind.NEED, id, false, null), words -> letter(words, project, drift));
    }

    private static Letter letter(LetterWords words, Project project, Drift drift) {
        var lines = drift.facts().stream()
                .map(each -> new Line(words.say("drift." + each.question()), null))
                .toList();
        return new Letter(
                words.say("drift.subject", "project", project.name()),
                words.say("drift.lead", "project", project.name()),
                lines,
                "/projects/%s/staffing".formatted(project.id()),
                words.say("drift.act"));
    }

    /// @return false if it was said already, on whichever node
    private boolean note(UUID assessment, Drift drift) {
        var moved = drift.facts().stream()
                .map(each -> each.question() + " " + each.now().level())
                .sorted()
                .collect(Collectors.joining(", "));
        return jdbc.sql("""
                        insert into staffing.drift_told (assessment, moved, at) values (:assessment, :moved, :at)
                        on conflict do nothing
                        """)
                        .param("assessment", assessment)
                        .param("moved", moved)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
