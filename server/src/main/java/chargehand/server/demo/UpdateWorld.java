package chargehand.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the made-up clients were told, and what they asked.
record UpdateWorld(
        List<Update> updates,
        List<Question> questions,
        List<Link> links,
        List<Satisfied> satisfied,
        List<Paper> documents) {
    /// @param project its file; `by` the name of whoever words it
    record Update(String project, String by, boolean released, String summary, String why, String doing) {}

    /// @param milestone the id of its task; `work` and `told` of 1 to 5
    record Satisfied(String project, String milestone, String by, int work, int told, String words) {}

    /// @param text of the file; without it there is a link
    record Paper(
            String project,
            String by,
            String name,
            @Nullable String text,
            @Nullable String link,
            boolean shown) {}

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
