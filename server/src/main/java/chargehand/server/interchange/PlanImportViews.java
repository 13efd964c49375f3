package chargehand.server.interchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a dry run of plan files says, as it is sent and kept.
final class PlanImportViews {
    private PlanImportViews() {}

    record ImportView(UUID id, Instant expires, List<FileView> files) {}

    /// @param name unique among the files of an import
    /// @param error why it can't be read; then nothing else is there
    record FileView(
            String name,
            @Nullable String format,
            @Nullable ProjectView project,
            List<LineView> lines,
            List<PersonMatch> people,
            @Nullable ErrorView error) {
        static FileView unreadable(String name, ErrorView error) {
            return new FileView(name, null, null, List.of(), List.of(), error);
        }
    }

    /// @param finish by a quick look, with nobody else's bookings in the way
    record ProjectView(
            String name,
            Instant start,
            int tasks,
            int links,
            @Nullable Instant finish) {}

    /// Something that comes in (a note), comes in with a change or not at all (a warning), or is wrong with the plan
    /// (an error, which doesn't keep it from coming in).
    record LineView(String what, @Nullable String why, int count, Severity severity) {}

    enum Severity {
        error,
        warning,
        note
    }

    /// Who a name in the file is.
    ///
    /// @param person who it is taken to be, if known
    /// @param candidates who it might be, the likeliest first, if unsure
    record PersonMatch(
            String name,
            Match match,
            @Nullable UUID person,
            @Nullable List<Candidate> candidates) {}

    enum Match {
        known,
        NEW,
        unsure;

        @com.fasterxml.jackson.annotation.JsonValue
        String word() {
            return this == NEW ? "new" : name();
        }
    }

    record Candidate(UUID person, String name) {}

    record ErrorView(
            String code,
            String title,
            String detail,
            @Nullable String hint) {}
}
