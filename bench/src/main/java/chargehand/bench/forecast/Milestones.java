package chargehand.bench.forecast;

import chargehand.engine.forecast.history.CommonCause;
import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.Milestone;
import chargehand.engine.forecast.history.SimilarWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How right the intervals of sums are.
record Milestones(SimilarWork similar, CommonCause common) {
    /// @param most how many sums are taken at most, evenly from all
    Score of(List<FinishedWork> held, int size, int most) {
        var all = batches(held, size);
        int step = Math.max(1, Math.ceilDiv(all.size(), most));
        var batches = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        var quantiles = new double[batches.size()][];
        var actuals = new double[batches.size()];
        IntStream.range(0, batches.size()).parallel().forEach(i -> {
            var batch = batches.get(i);
            var begin = batch.getFirst().work().known();
            var spreads = batch.stream()
                    .map(each -> similar.spread(each.work().at(begin)))
                    .toList();
            var milestone = Milestone.of(spreads, common, i);
            quantiles[i] = Arrays.stream(Score.LEVELS)
                    .map(p -> Math.log(milestone.hours(p)))
                    .toArray();
            actuals[i] =
                    Math.log(batch.stream().mapToDouble(FinishedWork::hours).sum());
        });
        return Score.of(quantiles, actuals);
    }

    private static List<List<FinishedWork>> batches(List<FinishedWork> held, int size) {
        Map<String, List<FinishedWork>> projects = new LinkedHashMap<>();
        for (var each : held)
            projects.computeIfAbsent(String.valueOf(each.work().labels().project()), name -> new ArrayList<>())
                    .add(each);
        var batches = new ArrayList<List<FinishedWork>>();
        for (var tasks : projects.values())
            for (int from = 0; from + size <= tasks.size(); from += size) batches.add(tasks.subList(from, from + size));
        return batches;
    }
}
