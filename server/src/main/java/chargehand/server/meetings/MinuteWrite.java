package chargehand.server.meetings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of minutes as somebody writes it.
///
/// @param owner who does the task, or sees to the issue
/// @param due of a task or an issue: its last day
/// @param minutes of work that a task is, 5 to 9,600
@Schema(name = "MeetingMinuteWrite")
public record MinuteWrite(
        Minute.@Nullable Kind kind,
        @Nullable String text,
        @Nullable UUID owner,
        @Nullable LocalDate due,
        @Nullable Integer minutes) {}
