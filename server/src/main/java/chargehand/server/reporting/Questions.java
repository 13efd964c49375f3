package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.delivery.Origins;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Questions of clients, and their answers.
@Service
public class Questions implements Origins {
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final LiveEvents events;
    private final UpdateLetters letters;
    private final Clock clock;

    Questions(JdbcClient jdbc, Audit audit, LiveEvents events, UpdateLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.letters = letters;
        this.clock = clock;
    }

    /// The newest first.
    List<Question> of(UUID project) {
        return jdbc.sql(
                        "select * from reporting.question where project = :project order by asked_at desc, id limit 200")
                .param("project", project)
                .query(Questions::question)
                .list();
    }

    /// Those that nobody has answered, the oldest first.
    List<Question> open(Collection<UUID> projects) {
        return jdbc.sql("""
                select * from reporting.question
                where project = any(cast(:projects as uuid[])) and answered_at is null order by asked_at, id
                """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(Questions::question)
                .list();
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
                row.getString("answer"),
                Updates.deed(row, "answered"));
    }

    @Transactional
    public UUID ask(Caller caller, UUID project, @Nullable String written) {
        var id = Ids.next(clock);
        jdbc.sql("""
                insert into reporting.question (id, project, text, asked_by, asked_name, asked_at)
                values (:id, :project, :text, :by, :name, :at)
                """)
                .param("id", id)
                .param("project", project)
                .param("text", text("text", written))
                .param("by", caller.account())
                .param("name", caller.name())
                .param("at", Updates.utc(now()))
                .update();
        done(caller, project, id, "question-asked");
        letters.asked(caller, project, text("text", written));
        return id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String text(String field, @Nullable String written) {
        var text = written == null
                ? ""
                : written.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").strip();
        if (text.isEmpty() || text.length() > LONGEST)
            throw Problem.invalid(field, "It has 1 to %,d characters.".formatted(LONGEST));
        return text;
    }

    private void done(Caller caller, UUID project, UUID question, String action) {
        audit.record(caller, action, "question", question, project, Map.of());
        events.publish("question", project, null, caller.account(), EventScope.project(project));
    }

    /// A later answer stands in place of an earlier one.
    @Transactional
    public Question answer(Caller caller, UUID project, UUID id, @Nullable String written) {
        int changed = jdbc.sql("""
                update reporting.question set answer = :answer, answered_by = :by, answered_name = :name, answered_at = :at
                where id = :id and project = :project
                """)
                .param("id", id)
                .param("project", project)
                .param("answer", text("answer", written))
                .param("by", caller.account())
                .param("name", caller.name())
                .param("at", Updates.utc(now()))
                .update();
        if (changed == 0) throw Problem.notFound();
        done(caller, project, id, "question-answered");
        var answered = of(project).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        letters.answered(caller, answered, asker(id));
        return answered;
    }

    private UUID asker(UUID id) {
        return jdbc.sql("select asked_by from reporting.question where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }
}
