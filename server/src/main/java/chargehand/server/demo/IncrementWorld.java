package chargehand.server.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The increments of made-up projects, and their boards. Projects are named by their files, people by
/// their names.
record IncrementWorld(List<Board> boards, List<Increment> increments) {
    /// @param work how many cards may be in work at once, and `review` in review
    record Board(String project, int work, int review, List<Card> cards) {}

    record Card(String task, String column, String by) {}

    /// @param added what came after the commitment
    record Increment(
            String project,
            String goal,
            LocalDate starts,
            LocalDate ends,
            List<String> tasks,
            @Nullable LocalDateTime committed,
            @Nullable List<Added> added,
            @Nullable LocalDateTime reviewed,
            @Nullable String review,
            @Nullable String learnt,
            String by) {}

    record Added(String task, LocalDateTime at, String by) {}
}
