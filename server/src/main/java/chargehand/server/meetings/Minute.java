package chargehand.server.meetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the minutes of one day of a meeting.
///
/// @param made the id of what the line became: of a task, an entry of the logbook, or a question
/// @param name who wrote it down
@Schema(name = "MeetingMinute")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Minute(
        UUID id,
        LocalDate day,
        Kind kind,
        String text,
        @Nullable String made,
        @Nullable UUID owner,
        @Nullable LocalDate due,
        UUID account,
        String name,
        Instant at) {
    /// What a line is, and with that what it becomes.
    @Schema(name = "MeetingMinuteKind")
    public enum Kind {
        /// was said; nothing follows
        note,
        /// was decided: an entry of the logbook
        decision,
        /// is to be done: a task of the plan
        task,
        /// is to be seen to, without being work of the plan: an issue of the logbook
        issue,
        /// is asked, and the client reads it and its answer in the portal
        question
    }
}
