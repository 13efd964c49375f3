package chargehand.files.chart;

/// What stands in the row of a task. All positions are distances from the left edge of the chart.
sealed interface Figure {
    /// Finished work: flat and dark, for the past is certain.
    record Done(double from, double to) implements Figure {}

    /// @param to the planned finish
    /// @param likely where it is done with 80 %
    /// @param doneTo how far its finished part reaches; `from` if nothing is done
    /// @param small too short for a fin to be seen at this scale
    record Work(double from, double to, Fin fin, double likely, double doneTo, boolean critical, boolean small)
            implements Figure {
        /// Where the sure part ends.
        double solidTo() {
            return fin.isEmpty() ? to : Math.max(from, fin.start());
        }
    }

    /// @param project it is the only one at the top
    record Span(double from, double to, Fin fin, boolean project) implements Figure {}

    /// @param at where it is planned
    /// @param likely where it stands: reached with 80 %, or really if it is done
    record Moment(double at, double likely, Fin fin, boolean critical, boolean done) implements Figure {}
}
