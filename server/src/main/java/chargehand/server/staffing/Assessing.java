package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Assessment;
import chargehand.engine.staffing.assessment.Figures;
import chargehand.engine.staffing.assessment.Question;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Assesses which manager a project needs, and keeps what came out.
@Service
public class Assessing {
    private static final int LONGEST_TITLE = 200;

    private final Assessments assessments;
    private final PlanFacts facts;
    private final OwnFigures figures;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    Assessing(Assessments assessments, PlanFacts facts, OwnFigures figures, Audit audit, LiveEvents live, Clock clock) {
        this.assessments = assessments;
        this.facts = facts;
        this.figures = figures;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// What would come out; nothing is kept.
    ///
    /// @param project whose plan answers rest on where they say the same; null for none
    /// @param inside whether whoever asks may know what managers cost the company
    AssessmentView preview(@Nullable UUID project, @Nullable Map<String, GivenAnswer> answers, boolean inside) {
        var read =
                project == null ? Map.<Question, Fact>of() : facts.of(project).facts();
        return view(answers, read, inside ? figures.read() : Figures.assumed());
    }

    private static AssessmentView view(
            @Nullable Map<String, GivenAnswer> answers, Map<Question, Fact> facts, Figures figures) {
        return AssessmentViews.of(Assessment.of(GivenAnswers.of(answers, facts), figures), facts);
    }

    /// Assesses and keeps it, with the facts that the plan has at this moment.
    ///
    /// @param project null for an idea that is no project yet
    @Transactional
    public UUID assess(
            Caller caller, @Nullable UUID project, @Nullable String title, Map<String, GivenAnswer> answers) {
        var read = project == null ? new PlanFacts.Read(0, Map.of()) : facts.of(project);
        var result = view(answers, read.facts(), figures.read());
        var made = new StoredAssessment(
                Ids.next(clock),
                project,
                checked(title),
                new TreeMap<>(answers),
                byCode(read.facts()),
                read.version() == 0 ? null : read.version(),
                result,
                new StoredAssessment.Author(caller.account(), caller.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        assessments.insert(made);
        audit.record(
                caller,
                "manager-assessed",
                "assessment",
                made.id(),
                project,
                Map.of("answer", result.answer(), "rules", result.rules().version()));
        live.publish(
                "assessment",
                made.id(),
                1L,
                caller.account(),
                project == null ? EventScope.company() : EventScope.project(project));
        return made.id();
    }

    private static String checked(@Nullable String title) {
        if (title == null || title.isBlank())
            throw Problem.invalid("title", "An assessment needs a title.").hint("Say what it is about in a few words.");
        if (title.strip().length() > LONGEST_TITLE)
            throw Problem.invalid("title", "A title has at most %d characters.".formatted(LONGEST_TITLE));
        return title.strip();
    }

    static Map<String, Fact> byCode(Map<Question, Fact> facts) {
        var named = new LinkedHashMap<String, Fact>();
        facts.forEach((question, fact) -> named.put(question.code(), fact));
        return named;
    }
}
