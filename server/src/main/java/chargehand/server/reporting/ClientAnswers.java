package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// ClientAnswers to questions of clients: drafted by whoever knows the field, released by those who plan.
@Service
public class ClientAnswers {
    private static final int MOST_FACTS = 10;

    private final JdbcClient jdbc;
    private final Questions questions;
    private final ClientFacts facts;
    private final Scopes scopes;
    private final Audit audit;
    private final LiveEvents events;
    private final QuestionLetters letters;
    private final Clock clock;

    ClientAnswers(
            JdbcClient jdbc,
            Questions questions,
            ClientFacts facts,
            Scopes scopes,
            Audit audit,
            LiveEvents events,
            QuestionLetters letters,
            Clock clock) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.facts = facts;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.letters = letters;
        this.clock = clock;
    }

    /// What an answer to this question can lead to: all that the client sees, but the question itself.
    ///
    /// @throws Problem 403 for others than those who see all questions of the project, and whoever was told
    /// of this one
    List<ClientFact> facts(Caller caller, UUID project, UUID id) {
        var question = questions.find(project, id);
        boolean all = caller.may(
                Permission.QUESTIONS_SEE, project, scopes.client(project).orElse(null));
        if (!all && !wasTold(caller, question)) throw Problem.forbidden();
        return facts.of(caller, project, questions.of(project)).values().stream()
                .filter(each -> !id.toString().equals(each.ref()))
                .toList();
    }

    private static boolean wasTold(Caller caller, Question question) {
        return question.knows() != null && question.knows().account().equals(caller.account());
    }

    /// What whoever knows the field would answer: the client sees it when those who plan release it as the
    /// answer.
    ///
    /// @param leads what the client sees and it leads to, or null
    /// @throws Problem 403 for others than who was told; 409 if it is answered
    @Transactional
    public Question draft(
            Caller caller, UUID project, UUID id, @Nullable String written, @Nullable List<ClientFact.Ref> leads) {
        var question = questions.find(project, id);
        if (!wasTold(caller, question))
            throw Problem.forbidden().hint("Whoever was told of the question because they know the field can do it.");
        int changed = jdbc.sql("""
                update reporting.question
                set draft = :draft, drafted_by = :by, drafted_name = :name, drafted_at = :at, draft_facts = :facts
                where id = :id and answered_at is null
                """)
                .param("id", id)
                .param("draft", Questions.text("draft", written))
                .param("facts", stored(caller, project, id, leads))
                .param("by", caller.account())
                .param("name", caller.name())
                .param("at", now())
                .update();
        if (changed == 0)
            throw Problem.of(409, "already-answered", "It is answered already", "Somebody has answered this question.")
                    .hint("Tell whoever answers for the project, if the answer has to be another.");
        // Clients hear of questions and by whom: of a draft they are to hear nothing.
        done(caller, project, id, "answer-drafted", "answerDraft");
        var drafted =
                questions.shown(caller, List.of(questions.find(project, id))).getFirst();
        letters.drafted(caller, drafted);
        return drafted;
    }

    @Transactional
    public Question answer(Caller caller, UUID project, UUID id, @Nullable String written) {
        return answer(caller, project, id, written, null, null);
    }

    /// A later answer stands in place of an earlier one.
    ///
    /// @param leads what the client sees and it leads to, or null
    /// @param read when the draft was written that was read, or null where none was
    /// @throws Problem 409 if another draft than that lies there
    @Transactional
    public Question answer(
            Caller caller,
            UUID project,
            UUID id,
            @Nullable String written,
            @Nullable List<ClientFact.Ref> leads,
            @Nullable Instant read) {
        int changed = jdbc.sql("""
                update reporting.question set answer = :answer, answered_by = :by, answered_name = :name,
                    answered_at = :at, facts = :facts
                where id = :id and project = :project
                    and (cast(:read as timestamptz) is null or drafted_at = cast(:read as timestamptz))
                """)
                .param("id", id)
                .param("project", project)
                .param("read", read == null ? null : Updates.utc(read))
                .param("answer", Questions.text("answer", written))
                .param("facts", stored(caller, project, id, leads))
                .param("by", caller.account())
                .param("name", caller.name())
                .param("at", now())
                .update();
        if (changed == 0) throw unread(questions.find(project, id));
        done(caller, project, id, "question-answered", "question");
        var answered =
                questions.shown(caller, List.of(questions.find(project, id))).getFirst();
        letters.answered(caller, answered, asker(id));
        return answered;
    }

    private static Problem unread(Question question) {
        var problem = Problem.of(
                        409,
                        "draft-renewed",
                        "There is another draft",
                        "Another answer was drafted after you read one.")
                .hint("Read it, and then answer.");
        return question.draft() == null
                ? problem
                : problem.with("name", question.draft().drafted().name());
    }

    private String[] stored(Caller caller, UUID project, UUID id, @Nullable List<ClientFact.Ref> leads) {
        if (leads == null || leads.isEmpty()) return new String[0];
        if (leads.size() > MOST_FACTS)
            throw Problem.invalid("facts", "An answer leads to %d facts at most.".formatted(MOST_FACTS));
        var shown = facts.of(caller, project, questions.of(project));
        for (var each : leads)
            if (!shown.containsKey(each) || each.ref().equals(id.toString()))
                throw Problem.invalid("facts", "The client is shown no such fact.")
                        .hint("Choose among what they see.");
        return leads.stream().distinct().map(ClientFact.Ref::stored).toArray(String[]::new);
    }

    private UUID asker(UUID id) {
        return jdbc.sql("select asked_by from reporting.question where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private OffsetDateTime now() {
        return Updates.utc(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void done(Caller caller, UUID project, UUID question, String action, String noun) {
        audit.record(caller, action, "question", question, project, Map.of());
        events.publish(noun, project, null, caller.account(), EventScope.project(project));
    }
}
