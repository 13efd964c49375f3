package chargehand.engine.staffing.cv;

import java.util.Set;

/// A job that a CV tells of.
///
/// @param title the words that name it; empty if none do
/// @param fields those that its title names, or else what is told of it
record Position(Period period, String title, Set<Field> fields, CvLine line) {}
