package chargehand.bench.assets;

import chargehand.engine.lifecycle.LifecycleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Counts what was matched rightly, not at all, and wrongly.
public final class AssetScore {
    private static final double AIM = 0.95;

    private final List<String> faults = new ArrayList<>();
    private int meant;
    private int right;
    private int leftRightly;
    private int wrong;
    private int wrongDates;
    private int lines;

    public void add(AssetTruth truth, LifecycleMatch match) {
        lines++;
        boolean known = !truth.product().isEmpty() || !truth.eol().isEmpty();
        if (known) meant++;
        var product = match.product();
        var cycle = match.cycle();
        if (product == null || cycle == null) {
            if (known) faults.add("left   %s: %s".formatted(match.outcome().code(), truth.line()));
            else leftRightly++;
            return;
        }
        var date = cycle.end() == null ? "" : cycle.end().toString();
        boolean sameProduct = truth.product().isEmpty() || truth.product().equals(product.id());
        boolean sameCycle = truth.cycle().isEmpty() || truth.cycle().equalsIgnoreCase(cycle.name());
        boolean sameDate = truth.eol().isEmpty() || truth.eol().equals(date);
        if (known && sameProduct && sameCycle && sameDate) {
            right++;
            return;
        }
        wrong++;
        if (!date.isEmpty() && !date.equals(truth.eol())) wrongDates++;
        faults.add("WRONG  %s %s %s instead of %s %s %s: %s"
                .formatted(
                        product.id(), cycle.name(), date, truth.product(), truth.cycle(), truth.eol(), truth.line()));
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    /// @param rate lines a second
    public List<String> lines(double rate) {
        return List.of(
                "%d lines, %d of which mean something that a catalogue can hold".formatted(lines, meant),
                line("matched to the right product and version", share(), "%", ">= 95", share() >= 100 * AIM),
                line("given a wrong date", wrongDates, "", "0", wrongDates == 0),
                line("matched wrongly in any way", wrong, "", "0", wrong == 0),
                line("rightly left unmatched", leftRightly, "", "", true),
                line("lines a second", Math.rint(rate), "", ">= 5000", rate >= 5000));
    }

    private double share() {
        return meant == 0 ? 100 : 100.0 * right / meant;
    }

    public String json() {
        return "{\"lines\":%d,\"meant\":%d,\"right\":%d,\"wrong\":%d,\"wrongDates\":%d,\"leftRightly\":%d}"
                .formatted(lines, meant, right, wrong, wrongDates, leftRightly);
    }

    private static String line(String name, double value, String unit, String aim, boolean met) {
        var number = value == Math.rint(value) ? "%.0f" : "%.1f";
        return "  %-45s %s%s  aim %s  %s"
                .formatted(
                        name,
                        String.format(Locale.ROOT, number, value),
                        unit,
                        aim.isEmpty() ? "-" : aim,
                        met ? "met" : "MISSED");
    }
}
