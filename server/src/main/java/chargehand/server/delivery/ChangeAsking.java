package chargehand.server.delivery;

import chargehand.server.delivery.ChangeRequest.Origin;
import chargehand.server.delivery.ChangeRequest.OriginKind;
import chargehand.server.delivery.ChangeRequest.State;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.work.Texts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes in what somebody wishes to be different, and says no where the answer is no.
@Service
class ChangeAsking {
    private static final int LONGEST_TITLE = 90;

    private final ChangeRequests changes;
    private final ChangeTrail trail;
    private final ChangeLetters letters;
    private final Origins origins;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeAsking(
            ChangeRequests changes,
            ChangeTrail trail,
            ChangeLetters letters,
            Origins origins,
            JdbcClient jdbc,
            Clock clock) {
        this.changes = changes;
        this.trail = trail;
        this.letters = letters;
        this.origins = origins;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param kind of what it is born from, with its `id`; both or none
    @Transactional
    ChangeRequest ask(
            Caller caller,
            UUID project,
            @Nullable String wish,
            boolean ofClient,
            @Nullable OriginKind kind,
            @Nullable UUID id) {
        var text = Texts.text("wish", wish);
        if (ofClient && kind != null && kind != OriginKind.question) throw Problem.notFound();
        var change = new ChangeRequest(
                Ids.next(clock),
                project,
                changes.nextNumber(project),
                State.asked,
                text,
                title(text),
                "",
                ofClient,
                kind == null || id == null ? null : origin(project, kind, id),
                null,
                null,
                null,
                trail.deed(caller),
                null,
                1);
        changes.insert(change);
        trail.done(caller, change, "change-asked", Map.of());
        letters.asked(caller, change);
        return change;
    }

    /// The first line, until the manager gives it a better one.
    static String title(String wish) {
        var line = wish.lines().findFirst().orElse(wish).replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_TITLE) return line;
        int space = line.lastIndexOf(' ', LONGEST_TITLE - 1);
        return line.substring(0, space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE - 1) + "…";
    }

    private Origin origin(UUID project, OriginKind kind, UUID id) {
        var words = switch (kind) {
            case question -> origins.question(project, id);
            case complication -> words("work.complication", project, id);
            case need -> words("work.need", project, id);
        };
        return new Origin(kind, id, words.orElseThrow(ChangeAsking::unknownOrigin));
    }

    private Optional<String> words(String table, UUID project, UUID id) {
        return jdbc.sql("select what from %s where id = :id and project = :project".formatted(table))
                .param("id", id)
                .param("project", project)
                .query(String.class)
                .optional();
    }

    private static Problem unknownOrigin() {
        return Problem.invalid("origin", "The project has nothing of this kind and id.");
    }

    /// It will not be done.
    @Transactional
    ChangeRequest refuse(Caller caller, UUID project, UUID id, @Nullable String reason) {
        var change = trail.lock(project, id, State.asked, State.working, State.declined);
        changes.decide(id, State.refused, Texts.text("reason", reason), trail.deed(caller));
        var refused = changes.find(project, id).orElseThrow();
        trail.done(caller, change, "change-refused", Map.of());
        letters.refused(caller, refused);
        return refused;
    }
}
