package chargehand.bench.cvs;

import java.time.YearMonth;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What somebody has worked on and when: of it follow the years in each field and what criteria must say of them.
final class Work {
    private static final Map<String, Set<String>> INCLUDED = Map.ofEntries(
            Map.entry("software", Set.of("software", "it")),
            Map.entry("infrastructure", Set.of("infrastructure", "it")),
            Map.entry("networks", Set.of("networks", "infrastructure", "it")),
            Map.entry("cloud", Set.of("cloud", "infrastructure", "it")),
            Map.entry("support", Set.of("support", "infrastructure", "it")),
            Map.entry("data", Set.of("data", "it")),
            Map.entry("security", Set.of("security", "it")),
            Map.entry("quality", Set.of("quality", "it")),
            Map.entry("it", Set.of("it")),
            Map.entry("analysis", Set.of("analysis")),
            Map.entry("projectManagement", Set.of("projectManagement")),
            Map.entry("leadership", Set.of("leadership")),
            Map.entry("engineering", Set.of("engineering")),
            Map.entry("none", Set.of()));
    /// Whether these are work with information technology depends on what is told of them.
    private static final Set<String> MAYBE_IT = Set.of("projectManagement", "leadership", "analysis");

    private final Map<String, BitSet> months = new TreeMap<>();
    private final BitSet all = new BitSet();
    private boolean maybe;

    void add(String field, YearMonth from, YearMonth toExclusive) {
        all.set(number(from), number(toExclusive));
        maybe |= MAYBE_IT.contains(field);
        for (var each : Objects.requireNonNull(INCLUDED.get(field), field))
            months.computeIfAbsent(each, _ -> new BitSet()).set(number(from), number(toExclusive));
    }

    Map<String, Double> years() {
        var years = new TreeMap<String, Double>();
        months.forEach((field, set) -> {
            if (!field.equals("it") || !maybe) years.put(field, Math.round(set.cardinality() / 1.2) / 10.0);
        });
        return years;
    }

    /// What the profiles' criteria on years must say.
    Map<String, String> criteria() {
        var criteria = new LinkedHashMap<String, String>();
        double working = all.cardinality() / 12.0;
        for (var field : List.of("software", "infrastructure")) {
            double in = years().getOrDefault(field, 0.0);
            var less = in == 0 ? "notFound" : "unclear";
            criteria.put(field + "/experience", in >= 3 ? "met" : working < 2.5 ? "notMet" : less);
        }
        return criteria;
    }

    private static int number(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue();
    }
}
