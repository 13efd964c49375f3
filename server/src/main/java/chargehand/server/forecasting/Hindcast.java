package chargehand.server.forecasting;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.LearningOptions;
import chargehand.engine.forecast.history.SimilarWork;
import chargehand.server.forecasting.Reliability.Group;
import chargehand.server.forecasting.Reliability.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        Map<String, int[]> kinds = new TreeMap<>();
        for (var each : held) {
            var spread = similar.spread(each.work());
            for (int i = 0; i < SAID.length; i++) if (each.hours() <= spread.hours(SAID[i]) * (1 + 1e-6)) happened[i]++;
            var kind = kinds.computeIfAbsent(
                    Objects.requireNonNullElse(each.work().labels().kind(), ""), any -> new int[2]);
            kind[0]++;
            if (each.hours() <= spread.hours(LIKELY) * (1 + 1e-6)) kind[1]++;
        }
        var levels = new ArrayList<Level>();
        for (int i = 0; i < SAID.length; i++) levels.add(new Level(SAID[i], (double) happened[i] / held.size()));
        var groups = kinds.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty() && each.getValue()[0] >= Reliability.SAYABLE)
                .map(each ->
                        new Group(each.getKey(), each.getValue()[0], (double) each.getValue()[1] / each.getValue()[0]))
                .toList();
        return new Reliability(
                held.size(), levels, groups, held.getFirst().work().known());
    }
}
