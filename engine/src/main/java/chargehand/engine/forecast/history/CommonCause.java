package chargehand.engine.forecast.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far the tasks of one project go wrong together. Without it a sum of fifty tasks would look far too
/// sure.
///
/// It is the correlation, within batches of successive tasks of one project, of where each fell in its
/// forecast as it was when the batch began, on the scale of the normal distribution.
///
/// @param correlation 0 to 0.9
/// @param batches from how many it was estimated
public record CommonCause(double correlation, int batches) {
    /// As in the general prior: what is common scatters a quarter as much as what is not.
    public static final CommonCause GENERAL = new CommonCause(0.06, 0);

    private static final int BATCH = 20;
    private static final int MOST = 120;
    private static final double OF_GENERAL = 5;
    private static final double STRONGEST = 0.9;
    private static final double FAR = 2.6;

    /// @param before only batches that were finished by then teach
    public static CommonCause estimate(SimilarWork similar, Instant before) {
        var batches = batches(similar.finished(), before);
        double sum = OF_GENERAL * GENERAL.correlation;
        int step = Math.max(1, Math.ceilDiv(batches.size(), MOST));
        int taken = 0;
        for (int b = batches.size() - 1; b >= 0; b -= step) {
            sum += together(similar, batches.get(b));
            taken++;
        }
        double correlation = sum / (taken + OF_GENERAL);
        return new CommonCause(Math.max(0, Math.min(STRONGEST, correlation)), taken);
    }

    /// Successive tasks of each project in its later two thirds, when there is something to forecast from.
    private static List<List<FinishedWork>> batches(List<FinishedWork> finished, Instant before) {
        Map<String, List<FinishedWork>> projects = new LinkedHashMap<>();
        finished.stream()
                .filter(each -> each.finished().isBefore(before))
                .sorted(Comparator.comparing(each -> each.work().known()))
                .skip(finished.size() / 4)
                .forEach(each -> projects.computeIfAbsent(
                                String.valueOf(each.work().labels().project()), name -> new ArrayList<>())
                        .add(each));
        var batches = new ArrayList<List<FinishedWork>>();
        for (var tasks : projects.values())
            for (int from = 0; from + BATCH <= tasks.size(); from += BATCH)
                batches.add(tasks.subList(from, from + BATCH));
        batches.sort(Comparator.comparing(batch -> batch.getFirst().work().known()));
        return batches;
    }

    /// The mean of the products of all pairs.
    private static double together(SimilarWork similar, List<FinishedWork> batch) {
        var begin = batch.getFirst().work().known();
        double sum = 0;
        double squares = 0;
        for (var each : batch) {
            double place = normal(similar.spread(each.work().at(begin)).chance(each.hours()));
            sum += place;
            squares += place * place;
        }
        return (sum * sum - squares) / (batch.size() * (batch.size() - 1.0));
    }

    private static double normal(double chance) {
        double z = Gaussian.quantile(Math.max(0.005, Math.min(0.995, chance)));
        return Math.max(-FAR, Math.min(FAR, z));
    }
}
