package chargehand.files.chart;

/// Where the columns of a drawn table begin, in pixels from the left; the chart takes what is left.
///
/// @param likely where the dates of the last column end, flush right
record Columns(double number, double task, double who, double starts, double finishes, double likely, double chart) {
    private static final double GAP = 12;

    static Columns of(Dates dates, Typeface typeface) {
        double date = typeface.width(dates.widest(), 13, false) + GAP;
        double who = 292;
        double starts = who + 96 + date;
        double likely = starts + date + typeface.width(dates.widest(), 13, true) + 24;
        return new Columns(16, 62, who, starts, starts + date, likely, likely + GAP);
    }
}
