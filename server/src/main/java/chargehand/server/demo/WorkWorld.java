package chargehand.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the made-up people need, and told each other.
record WorkWorld(List<Need> needs, List<Complication> complications, List<Comment> comments) {
    /// @param project its file; `by` the name of whoever asks
    record Need(
            String project,
            String task,
            String kind,
            String what,
            @Nullable String owner,
            @Nullable Boolean client,
            @Nullable LocalDate due,
            String by,
            @Nullable String met) {}

    record Complication(
            String project,
            String task,
            String what,
            @Nullable Integer costDays,
            String by,
            @Nullable String done) {}

    record Comment(String project, String task, String by, String text) {}
}
