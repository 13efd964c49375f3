package chargehand.engine.forecast.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Finished work of people of Harbour, drawn from a law that the tests know.
final class MadeUpWork {
    static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<String> PEOPLE = List.of("Ada", "Bram", "Chidi", "Dewi", "Edda", "Femi");
    private static final List<String> KINDS = List.of("Cabling", "Set-up", "Test");
    private static final double[] SIZES = {1, 2, 4, 8, 16};

    private MadeUpWork() {}

    static Instant day(double days) {
        return BEGIN.plusSeconds(Math.round(days * 86400));
    }

    static Work work(String id, String person, String kind, double hours, double day) {
        return new Work(id, new Labels(person, "Site", "Harbour", kind, null, null, null), hours, day(day));
    }

    static FinishedWork finished(String id, String person, String kind, double hours, double actual, double day) {
        return new FinishedWork(work(id, person, kind, hours, day), actual, day(day + 1));
    }

    /// Three tasks a day. Bram needs twice what he says, tests scatter three times as much as the rest,
    /// and three of ten take just their estimate.
    static List<FinishedWork> of(int count, long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<FinishedWork>();
        for (int i = 0; i < count; i++) {
            var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            double hours = SIZES[random.nextInt(SIZES.length)];
            double log = person.equals("Bram") ? Math.log(2) : 0;
            if (random.nextDouble() > 0.3) log += (kind.equals("Test") ? 0.9 : 0.3) * random.nextGaussian();
            all.add(finished("t" + i, person, kind, hours, hours * Math.exp(log), i / 3.0));
        }
        return all;
    }
}
