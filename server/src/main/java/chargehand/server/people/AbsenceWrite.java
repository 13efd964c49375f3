package chargehand.server.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Both days are away.
public record AbsenceWrite(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String kind,
        @Nullable String note) {}
