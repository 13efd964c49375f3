package chargehand.server.meetings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meeting as somebody writes it.
///
/// @param rule as RFC 5545 has it, of days and above: `FREQ=WEEKLY;BYDAY=MO`; absent for one that comes once
/// @param minutes how long, 5 to 480
/// @param without days on which it does not take place, though the rule says so
@Schema(name = "MeetingWrite")
public record MeetingWrite(
        @Nullable String title,
        @Nullable String rule,
        @Nullable LocalDate first,
        @Nullable LocalTime from,
        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable String link,
        @Nullable List<UUID> persons,
        @Nullable List<LocalDate> without) {}
