package chargehand.bench.forecast;

import java.util.Locale;

/// One figure with what is aimed at, if anything is.
///
/// @param from at least so much; minus infinity for no such bound
/// @param to at most so much; infinity for no such bound
record ForecastFigure(String name, double value, String unit, double from, double to) {
    static ForecastFigure of(String name, double value, String unit) {
        return new ForecastFigure(name, value, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    boolean isAimed() {
        return !Double.isInfinite(from) || !Double.isInfinite(to);
    }

    /// What is measured to four digits is compared to four digits.
    boolean isMet() {
        double rounded = Math.round(value * 10_000) / 10_000.0;
        return rounded >= from && rounded <= to;
    }

    String json() {
        var text = new StringBuilder(
                String.format(Locale.ROOT, "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\"", name, number(value), unit));
        if (!Double.isInfinite(from)) text.append(",\"aimFrom\":").append(number(from));
        if (!Double.isInfinite(to)) text.append(",\"aim\":").append(number(to));
        if (isAimed()) text.append(",\"met\":").append(isMet());
        return text.append('}').toString();
    }

    String line() {
        String aim = !isAimed()
                ? ""
                : "aim %s%s  %s"
                        .formatted(
                                Double.isInfinite(from) ? "" : ">= " + number(from) + " ",
                                Double.isInfinite(to) ? "" : "<= " + number(to),
                                isMet() ? "met" : "MISSED");
        return String.format(Locale.ROOT, "  %-52s %9s %-6s %s", name, number(value), unit, aim)
                .stripTrailing();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "null";
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
