package chargehand.engine.staffing.cv;

/// From a month to a month, as a text says it.
///
/// @param from months since the year 0
/// @param toExclusive the month after the last
/// @param start where it begins in the text; `end` is the place after it
/// @param open whether it runs until today
record Period(int from, int toExclusive, int start, int end, boolean open) {}
