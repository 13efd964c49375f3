package chargehand.files;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What the caller says where a file is silent.
///
/// @param zone the project's zone if the file names none
/// @param start the plan starts with the beginning of this day in its zone, whatever the file says; or null for what
/// the file says
public record Reading(ZoneId zone, @Nullable LocalDate start) {}
