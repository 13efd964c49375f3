package chargehand.bench;

import java.util.Locale;

/// One thing measured, beside what is aimed at.
///
/// @param aim at most so much
record Figure(String name, double value, String unit, double aim) {
    boolean met() {
        return value <= aim;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"aim\":%s,\"met\":%s}",
                name,
                number(value),
                unit,
                number(aim),
                met());
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "  %-62s %10s %-3s  aim %8s  %s",
                name,
                number(value),
                unit,
                number(aim),
                met() ? "met" : "MISSED");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
