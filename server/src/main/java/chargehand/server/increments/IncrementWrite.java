package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody says of an increment.
///
/// @param starts its first day, and `ends` its last: one to four weeks
@Schema(name = "IncrementWrite")
record IncrementWrite(@Nullable String goal, LocalDate starts, LocalDate ends) {}
