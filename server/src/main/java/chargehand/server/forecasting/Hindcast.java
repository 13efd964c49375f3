package chargehand.server.forecasting;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.LearningOptions;
import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.engine.forecast.history.SimilarWork;
import chargehand.engine.forecast.history.Spread;
import chargehand.server.forecasting.Reliability.Group;
import chargehand.server.forecasting.Reliability.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Forecasts past work from what was finished before it, and looks how often that came true: what one
/// may expect before
/// any forecast was kept.
final class Hindcast {
    private static final double[] SAID = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double LIKELY = 0.8;
    private static final double TAUGHT = 0.7;
    private static final int FEWEST = 60;
    private static final int MOST = 1_000;
    private static final double TIE = 1e-6;

    private Hindcast() {}

    /// The last 30 % are forecast; how much each likeness counts is learned from what was known before.
    ///
    /// @return empty if and only if the options' `stop` said true
    static Optional<Reliability> of(List<FinishedWork> finished, LearningOptions options) {
        if (finished.size() < FEWEST) return Optional.of(Reliability.NONE);
        var ordered = finished.stream()
                .sorted(Comparator.comparing((FinishedWork each) -> each.work().known()))
                .toList();
        var cut = ordered.get((int) (ordered.size() * TAUGHT)).work().known();
        var late = ordered.stream()
                .filter(each -> !each.work().known().isBefore(cut))
                .toList();
        var held = late.subList(Math.max(0, late.size() - MOST), late.size());
        var until =
                new LearningOptions(cut, options.record(), options.smallestGroup(), options.threads(), options.stop());
        return SimilarWork.learn(finished, until).map(similar -> scored(similar, held));
    }

    private static Reliability scored(SimilarWork similar, List<FinishedWork> held) {
        var happened = new int[SAID.length];
        Map<String, Family> families = new TreeMap<>();
        for (var each : held) {
            var spread = similar.spread(each.work());
            for (int i = 0; i < SAID.length; i++) if (isWithin(each, spread, SAID[i])) happened[i]++;
            families.computeIfAbsent(family(each), any -> new Family()).add(each, isWithin(each, spread, LIKELY));
        }
        var levels = new ArrayList<Level>();
        for (int i = 0; i < SAID.length; i++) levels.add(new Level(SAID[i], (double) happened[i] / held.size()));
        var groups = families.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty() && each.getValue().isSayable())
                .map(each -> each.getValue().group(each.getKey()))
                .toList();
        return new Reliability(
                held.size(), levels, groups, held.getFirst().work().known());
    }

    private static boolean isWithin(FinishedWork work, Spread spread, double share) {
        return work.hours() <= spread.hours(share) * (1 + TIE);
    }

    /// The kind without its last steps: there are enough people in it for a figure about nobody.
    private static String family(FinishedWork work) {
        var kind = Objects.requireNonNullElse(work.work().labels().kind(), "");
        int slash = kind.indexOf('/');
        return slash < 0 ? kind : kind.substring(0, slash);
    }

    private static final class Family {
        private final Set<String> people = new HashSet<>();
        private int forecasts;
        private int likely;

        void add(FinishedWork work, boolean within) {
            people.add(Objects.requireNonNullElse(work.work().labels().person(), ""));
            forecasts++;
            if (within) likely++;
        }

        boolean isSayable() {
            return forecasts >= Reliability.SAYABLE && people.size() >= PersonalRecord.SMALLEST_GROUP;
        }

        Group group(String name) {
            return new Group(name, forecasts, (double) likely / forecasts);
        }
    }
}
