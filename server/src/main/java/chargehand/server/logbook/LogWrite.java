package chargehand.server.logbook;

import chargehand.server.logbook.LogEntry.Kind;
import chargehand.server.logbook.LogEntry.Origin;
import chargehand.server.shared.Problem;
import chargehand.server.work.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as somebody writes it.
///
/// @param outcome of a decision: what it changed. Others get theirs when they end
@Schema(name = "LogEntryWrite")
public record LogWrite(
        @Nullable Kind kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String who,
        @Nullable LocalDate day,
        @Nullable UUID owner,
        @Nullable List<String> tasks,
        @Nullable Origin origin,
        @Nullable String outcome) {
    private static final int MOST_TASKS = 20;
    private static final Set<String> ORIGINS = Set.of("question", "complication", "change", "meeting");

    /// A lesson or decision in few words.
    public static LogWrite of(Kind kind, String title, String text) {
        return new LogWrite(kind, title, text, null, null, null, null, null, null);
    }

    Kind logKind() {
        if (kind == null)
            throw Problem.invalid("kind", "It isn't said what it is.")
                    .hint("Say decision, assumption, issue or lesson.");
        return kind;
    }

    String line() {
        return Texts.line("title", title);
    }

    String words() {
        return text == null || text.isBlank() ? "" : Texts.text("text", text);
    }

    @Nullable
    String decided() {
        return Texts.optionalLine("who", who);
    }

    @Nullable
    String changed() {
        return outcome == null || outcome.isBlank() ? null : Texts.text("outcome", outcome);
    }

    List<String> about() {
        var about = Objects.requireNonNullElse(tasks, List.<String>of());
        if (about.size() > MOST_TASKS)
            throw Problem.invalid("tasks", "An entry is about at most %d tasks.".formatted(MOST_TASKS));
        return about.stream().distinct().toList();
    }

    @Nullable
    Origin born() {
        if (origin == null) return null;
        if (!ORIGINS.contains(origin.kind()))
            throw Problem.invalid("origin.kind", "An entry is born of a question, complication, change or meeting.");
        return new Origin(origin.kind(), origin.id(), Texts.text("origin.text", origin.text()));
    }
}
