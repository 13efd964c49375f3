package chargehand.server.increments;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.increments.Increment.Commitment;
import chargehand.server.increments.Increment.Review;
import chargehand.server.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Increments that others hand over whole, with what happened to them, as a made-up company does.
@Service
public class IncrementIntake {
    private final Increments increments;
    private final BoardEditing boards;
    private final Decks decks;
    private final Audit audit;
    private final Clock clock;

    IncrementIntake(Increments increments, BoardEditing boards, Decks decks, Audit audit, Clock clock) {
        this.increments = increments;
        this.boards = boards;
        this.decks = decks;
        this.audit = audit;
        this.clock = clock;
    }

    public record Taken(String task, Instant since, String name) {}

    /// @param reviewed when it was over, or null
    public record NewIncrement(
            String goal,
            LocalDate starts,
            LocalDate ends,
            List<Taken> tasks,
            @Nullable Instant committed,
            @Nullable Instant reviewed,
            @Nullable String review,
            @Nullable String learnt) {}

    @Transactional
    public void lay(Caller by, UUID project, NewIncrement written) {
        decks.of(project);
        var committed = written.committed();
        var reviewed = written.reviewed();
        var increment = new Increment(
                Ids.next(clock),
                project,
                increments.nextNumber(project),
                written.goal(),
                written.starts(),
                written.ends(),
                committed == null ? null : new Commitment(committed, by.name(), null),
                reviewed == null
                        ? null
                        : new Review(
                                reviewed,
                                by.name(),
                                Objects.requireNonNullElse(written.review(), ""),
                                Objects.requireNonNullElse(written.learnt(), "")),
                1);
        increments.put(increment);
        for (var each : written.tasks()) increments.take(increment, List.of(each.task()), each.since(), each.name());
        audit.record(
                by, "increment-planned", "increment", increment.id(), project, Map.of("number", increment.number()));
    }

    /// How many cards may be in work at once, and in review.
    @Transactional
    public void limits(Caller by, UUID project, int work, int review) {
        var board = decks.of(project).board;
        var columns = board.columns().stream()
                .map(each -> switch (each.stage()) {
                    case work -> new Board.Column(each.id(), each.name(), each.stage(), work);
                    case review -> new Board.Column(each.id(), each.name(), each.stage(), review);
                    case ready, done -> each;
                })
                .toList();
        boards.change(by, project, board.prefix(), columns, board.mergedDone());
    }

    @Transactional
    public void move(Caller by, UUID project, String task, String column) {
        boards.move(by, project, task, column, true, null);
    }
}
