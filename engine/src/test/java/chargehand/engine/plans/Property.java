package chargehand.engine.plans;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/// Something that must hold of every plan. Where it does not, the failure shows the smallest plan that still
/// breaks it.
public final class Property {
    /// How many seeds a property is tried with; more of them by `-Dchargehand.seeds=…`.
    private static final long SEEDS = Long.getLong("chargehand.seeds", 60);

    private static final int TRIES = 2000;

    private Property() {}

    public static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    /// Fails if there are complaints about the plan of a seed.
    public static void holds(long seed, Function<Situation, List<String>> complaints) {
        var situation = RandomPlans.of(seed);
        var first = complaintsOf(situation, complaints);
        if (first.isEmpty()) return;
        var kind = kind(first.getFirst());
        var smallest = Shrinker.shrink(
                situation,
                each -> complaintsOf(each, complaints).stream()
                        .anyMatch(one -> kind(one).equals(kind)),
                TRIES);
        throw new AssertionError("Seed %d:\n%s\n\nThe smallest plan that fails:\n\n%s\n"
                .formatted(seed, String.join("\n", complaintsOf(smallest, complaints)), smallest));
    }

    /// A complaint without tasks and times, so that one failure does not shrink to another.
    private static String kind(String complaint) {
        return complaint.replaceAll("\\[.*?]|\\S*\\d\\S*", "");
    }

    private static List<String> complaintsOf(Situation situation, Function<Situation, List<String>> complaints) {
        try {
            return complaints.apply(situation);
        } catch (RuntimeException e) {
            var where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
            return List.of("It ends with %s%s.".formatted(e, where));
        }
    }
}
