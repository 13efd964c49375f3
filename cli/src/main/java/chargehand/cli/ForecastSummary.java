package chargehand.cli;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.files.own.Foreseen;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/// A forecast for a person: when it ends, which promises hold, what drives it, on what that rests.
final class ForecastSummary {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final int DRIVERS = 5;
    private static final double SELDOM = 0.05;
    private static final int PERCENT = 100;

    private final Foreseen foreseen;

    ForecastSummary(Foreseen foreseen) {
        this.foreseen = foreseen;
    }

    void print(PrintStream out) {
        var finish = foreseen.forecast().finish();
        out.println("%s: likely by %s (80 %%)".formatted(foreseen.plan().name(), day(finish.p80())));
        out.println("  one in ten by %s, even chance by %s, 90 %% by %s; planned %s"
                .formatted(
                        day(finish.p10()),
                        day(finish.p50()),
                        day(finish.p90()),
                        day(foreseen.calendar().finish())));
        out.println("  " + basis());
        promises(out);
        drivers(out);
    }

    private String basis() {
        var basis = foreseen.basis();
        if (basis == null) return "By the general prior: there is too little finished work to learn from.";
        return "Learned from %,d pieces of finished work; %,d rows were refused."
                .formatted(basis.finishedWork(), basis.refused());
    }

    private void promises(PrintStream out) {
        var tasks = foreseen.plan().tasks();
        for (int i = 0; i < tasks.size(); i++) {
            var deadline = tasks.get(i).deadline();
            var kept = foreseen.forecast().kept().get(tasks.get(i).id());
            if (deadline == null || kept == null) continue;
            Chance chance = foreseen.forecast().tasks().get(i);
            out.println("  promised %s: %s, %d %%; likely by %s"
                    .formatted(day(deadline.by()), tasks.get(i).name(), Math.round(kept * PERCENT), day(chance.p80())));
        }
    }

    private void drivers(PrintStream out) {
        var drivers = foreseen.forecast().drivers();
        IntStream.range(0, drivers.size())
                .filter(i -> drivers.get(i).critical() >= SELDOM)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -drivers.get(i).sensitivity()))
                .limit(DRIVERS)
                .forEach(i -> out.println("  drives the finish in %d %%: %s"
                        .formatted(
                                Math.round(drivers.get(i).critical() * PERCENT),
                                foreseen.plan().tasks().get(i).name())));
    }

    /// The end of a day belongs to it.
    private String day(Instant moment) {
        return DAY.format(moment.minusSeconds(1).atZone(foreseen.plan().zone()));
    }
}
