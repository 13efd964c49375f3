package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lifts the blank from an application, and decides upon it: by a named person, with a reason. Nothing decides by
/// itself.
@Service
class Reviewing {
    private static final Set<String> STATES = Set.of("received", "interview", "accepted", "declined");
    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final CandidateDeeds deeds;
    private final LiveEvents live;
    private final Clock clock;

    Reviewing(JdbcClient jdbc, CandidateDeeds deeds, LiveEvents live, Clock clock) {
        this.jdbc = jdbc;
        this.deeds = deeds;
        this.live = live;
        this.clock = clock;
    }

    /// Who decided what when, and why.
    @Schema(name = "HiringDecision")
    record Decision(String state, String reason, StoredAssessment.Author author, Instant at) {}

    /// Whoever asks again is recorded, too; the first stays the one who lifted it.
    @Transactional
    void open(Caller caller, Vacancy vacancy, Application application, @Nullable String reason) {
        jdbc.sql("update staffing.application set opened = :now, opened_by = :name where id = :id and opened is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("name", caller.name())
                .param("id", application.id())
                .update();
        done(caller, "application-opened", vacancy, application, Map.of("reason", reason("reason", reason)));
    }

    @Transactional
    void decide(
            Caller caller, Vacancy vacancy, Application application, @Nullable String state, @Nullable String reason) {
        if (state == null || !STATES.contains(state))
            throw Problem.invalid("state", "That is no state of an application.")
                    .hint("Say received, interview, accepted or declined.");
        var why = reason("reason", reason);
        jdbc.sql("update staffing.application set state = :state where id = :id")
                .param("state", state)
                .param("id", application.id())
                .update();
        jdbc.sql("""
                insert into staffing.decision (id, application, state, reason, author, author_name, at)
                values (:id, :application, :state, :reason, :author, :name, :at)
                """)
                .param("id", Ids.next(clock))
                .param("application", application.id())
                .param("state", state)
                .param("reason", why)
                .param("author", caller.account())
                .param("name", caller.name())
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .update();
        done(caller, "application-decided", vacancy, application, Map.of("state", state, "reason", why));
    }

    /// The newest first.
    List<Decision> decisions(UUID application) {
        return jdbc.sql("select * from staffing.decision where application = :id order by at desc, id desc")
                .param("id", application)
                .query((row, number) -> new Decision(
                        row.getString("state"),
                        row.getString("reason"),
                        new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private void done(
            Caller caller, String action, Vacancy vacancy, Application application, Map<String, Object> detail) {
        deeds.record(caller, action, vacancy, application.id(), detail);
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
    }

    static Problem stillBlank() {
        return Problem.of(409, "still-blank", "It is still blank", "Who it is is blank, and nobody has lifted that.")
                .hint("Lift it with a reason, or review what the text says.");
    }

    private static String reason(String field, @Nullable String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST_REASON)
            throw Problem.invalid(field, "A reason has 1 to %d characters.".formatted(LONGEST_REASON))
                    .hint("Say why, in a sentence that the applicant may read.");
        return written.strip();
    }
}
