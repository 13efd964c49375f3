package chargehand.engine.staffing.cv;

/// A line of a CV, as evidence.
///
/// @param n counts from 1, through the whole document
/// @param text as written, without blanks at its ends; cells of a table are parted by tabs. Evidence that goes over
///     a line break holds both lines.
public record CvLine(int n, String text) {}
