package chargehand.engine.staffing.cv;

import org.jspecify.annotations.Nullable;

/// That somebody was answerable for money.
///
/// @param amount null if the text names none
public record Budget(@Nullable Amount amount, CvLine line) {}
