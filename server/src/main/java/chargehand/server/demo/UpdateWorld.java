package chargehand.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the made-up clients were told, and what they asked.
record UpdateWorld(List<Update> updates, List<Question> questions, List<Link> links) {
    /// @param project its file; `by` the name of whoever words it
    record Update(String project, String by, boolean released, String summary, String why, String doing) {}

    /// @param whom it is for
    record Link(String project, String by, String whom, int days) {}

    /// @param by the name of an account
    record Question(
            String project,
            String by,
            String text,
            @Nullable String answer,
            @Nullable String answeredBy) {}
}
