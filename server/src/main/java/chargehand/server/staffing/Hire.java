package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom an application has led to.
///
/// @param person as the company knows them from now on
/// @param part of the project: `manager` or `deputy`; absent for neither
@Schema(name = "Hire")
record Hire(UUID person, @Nullable String part, LocalDate first, StoredAssessment.Author author, Instant at) {}
