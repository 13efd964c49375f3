package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.delivery.Origins;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.work.Experts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Questions of clients.
@Service
public class Questions implements Origins {
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final LiveEvents events;
    private final QuestionLetters letters;
    private final Updates updates;
    private final Experts experts;
    private final ClientFacts facts;
    private final Clock clock;

    Questions(
            JdbcClient jdbc,
            Audit audit,
            LiveEvents events,
            QuestionLetters letters,
            Updates updates,
            Experts experts,
            ClientFacts facts,
            Clock clock) {
        this.jdbc = jdbc;
        this.updates = updates;
        this.experts = experts;
        this.facts = facts;
        this.audit = audit;
        this.events = events;
        this.letters = letters;
        this.clock = clock;
    }

    /// The newest first, with the facts as the client sees them now.
    List<Question> of(Caller caller, UUID project) {
        return shown(caller, of(project));
    }

    /// With the facts to which their answers and drafts lead, as the client sees them now.
    List<Question> shown(Caller caller, List<Question> questions) {
        var known = new HashMap<UUID, Map<ClientFact.Ref, ClientFact>>();
        for (var each : questions)
            if (each.hasFacts())
                known.computeIfAbsent(each.project(), project -> facts.of(caller, project, of(project)));
        return questions.stream()
                .map(each -> each.with(known.getOrDefault(each.project(), Map.of())))
                .toList();
    }

    /// As they are kept.
    List<Question> of(UUID project) {
        return of(List.of(project)).getOrDefault(project, List.of());
    }

    /// The same of each of these projects that has any.
    Map<UUID, List<Question>> of(Collection<UUID> projects) {
        return jdbc.sql("""
                        select q.* from unnest(cast(:projects as uuid[])) as p(id) cross join lateral (
                            select * from reporting.question where project = p.id order by asked_at desc, id limit 200) q
                        order by q.asked_at desc, q.id
                        """).param("projects", projects.toArray(UUID[]::new)).query(Questions::question).list().stream()
                .collect(Collectors.groupingBy(Question::project));
    }

    /// Those that nobody has answered, the oldest first.
    List<Question> open(Caller caller, Collection<UUID> projects) {
        var open = jdbc.sql("""
                select * from reporting.question
                where project = any(cast(:projects as uuid[])) and answered_at is null order by asked_at, id
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(Questions::question)
                .list();
        return shown(caller, open);
    }

    @Override
    public Optional<String> question(UUID project, UUID question) {
        return jdbc.sql("select text from reporting.question where id = :id and project = :project")
                .param("id", question)
                .param("project", project)
                .query(String.class)
                .optional();
    }

    static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                Updates.uuid(row, "id"),
                Updates.uuid(row, "project"),
                row.getString("text"),
                Objects.requireNonNull(Updates.deed(row, "asked")),
                about(row),
                knows(row),
                draft(row),
                row.getString("answer"),
                Updates.deed(row, "answered"),
                kept(row, "facts"));
    }

    private static Question.@Nullable About about(ResultSet row) throws SQLException {
        var task = row.getString("task");
        return task == null ? null : new Question.About(task, row.getString("task_name"));
    }

    private static Question.@Nullable Draft draft(ResultSet row) throws SQLException {
        var drafted = Updates.deed(row, "drafted");
        return drafted == null ? null : new Question.Draft(row.getString("draft"), drafted, kept(row, "draft_facts"));
    }

    private static List<ClientFact> kept(ResultSet row, String column) throws SQLException {
        var stored = (String[]) row.getArray(column).getArray();
        return Arrays.stream(stored)
                .map(ClientFact.Ref::of)
                .map(ClientFact::unseen)
                .toList();
    }

    private static Question.@Nullable Knows knows(ResultSet row) throws SQLException {
        var account = row.getObject("expert", UUID.class);
        return account == null ? null : new Question.Knows(account, row.getString("expert_name"));
    }

    @Transactional
    public UUID ask(Caller caller, UUID project, @Nullable String written) {
        return ask(caller, project, written, null);
    }

    /// It goes to whoever answers for the project and, where the field is not theirs, to who knows it best.
    ///
    /// @param task one that the client was told of, or null
    @Transactional
    public UUID ask(Caller caller, UUID project, @Nullable String written, @Nullable String task) {
        var text = text("text", written);
        var about = task == null ? null : told(project, task);
        var expert = experts.toAsk(project, task, text)
                .filter(each -> !each.id().equals(caller.account()))
                .orElse(null);
        var id = Ids.next(clock);
        jdbc.sql("""
                insert into reporting.question
                    (id, project, text, asked_by, asked_name, asked_at, task, task_name, expert, expert_name)
                values (:id, :project, :text, :by, :name, :at, :task, :taskName, :expert, :expertName)
                """)
                .param("id", id)
                .param("project", project)
                .param("text", text)
                .param("task", about == null ? null : about.task())
                .param("taskName", about == null ? null : about.name())
                .param("expert", expert == null ? null : expert.id())
                .param("expertName", expert == null ? null : expert.name())
                .param("by", caller.account())
                .param("name", caller.name())
                .param("at", Updates.utc(now()))
                .update();
        done(caller, project, id);
        letters.asked(caller, project, text, expert == null ? null : expert.id());
        return id;
    }

    /// The milestone as the client was told it last.
    private Question.About told(UUID project, String task) {
        return updates.last(List.of(project), Audience.client).stream()
                .flatMap(each -> milestones(each.facts()))
                .filter(each -> each.task().equals(task))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("task", "The client was told of no such milestone.")
                        .hint("Name one of the last update, or none."));
    }

    private static Stream<Question.About> milestones(Update.Facts facts) {
        var promised = facts.promises().stream().map(each -> new Question.About(each.task(), each.name()));
        var next = facts.next().stream()
                .filter(each -> each.task() != null)
                .map(each -> new Question.About(Objects.requireNonNull(each.task()), each.name()));
        return Stream.concat(promised, next);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// @throws Problem if there is none, or too much
    static String text(String field, @Nullable String written) {
        var text = written == null
                ? ""
                : written.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").strip();
        if (text.isEmpty() || text.length() > LONGEST)
            throw Problem.invalid(field, "It has 1 to %,d characters.".formatted(LONGEST));
        return text;
    }

    private void done(Caller caller, UUID project, UUID question) {
        audit.record(caller, "question-asked", "question", question, project, Map.of());
        events.publish("question", project, null, caller.account(), EventScope.project(project));
    }

    /// Those of which an account was told because it knows the field, and that wait for an answer, in
    /// projects where it may draft one; the oldest first.
    List<Question.Own> own(Caller caller) {
        var where = caller.where(Permission.QUESTIONS_DRAFT);
        var own = jdbc.sql("""
                select q.*, p.name as project_name, p.zone from reporting.question q
                join planning.project p on p.id = q.project
                where q.expert = :account and q.answered_at is null
                    and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                order by q.asked_at, q.id
                """)
                .param("account", caller.account())
                .param("all", where.company())
                .param("clients", where.clientArray())
                .param("projects", where.projectArray())
                .query((row, number) ->
                        new Question.Own(question(row, number), row.getString("project_name"), row.getString("zone")))
                .list();
        var shown = shown(caller, own.stream().map(Question.Own::question).toList());
        return IntStream.range(0, own.size())
                .mapToObj(i -> own.get(i).with(shown.get(i)))
                .toList();
    }

    Question find(UUID project, UUID id) {
        return jdbc.sql("select * from reporting.question where id = :id and project = :project")
                .param("id", id)
                .param("project", project)
                .query(Questions::question)
                .optional()
                .orElseThrow(Problem::notFound);
    }
}
