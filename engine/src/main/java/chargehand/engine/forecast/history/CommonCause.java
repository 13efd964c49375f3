package chargehand.engine.forecast.history;

import chargehand.engine.forecast.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far tasks go wrong together. Without it a sum of fifty tasks would look far too sure.
///
/// It is the correlation, within batches of successive tasks of one project, of where each fell in its forecast as it
/// was when the batch began, on the scale of the normal distribution: of all pairs of tasks, and of those that share
/// their kind, or their team, as far as it is higher.
///
/// @param correlation of any two tasks of a project, whatever else they share; 0 to 0.9
/// @param together the same taken apart
/// @param batches from how many it was estimated
public record CommonCause(double correlation, Together together, int batches) {
    /// As in the general prior: what is common scatters a quarter as much as what is not.
    public static final CommonCause GENERAL = new CommonCause(0.06, 0);

    private static final int BATCH = 20;
    private static final int MOST = 120;
    private static final double OF_GENERAL = 5;
    private static final double STRONGEST = 0.9;
    private static final double FAR = 2.6;
    /// The pairs of so many batches say that kind and team add nothing.
    private static final double PAIRS_OF_GENERAL = OF_GENERAL * BATCH * (BATCH - 1) / 2;

    public CommonCause(double correlation, int batches) {
        this(correlation, Together.ofProject(correlation), batches);
    }

    /// @param before only batches that were finished by then teach
    public static CommonCause estimate(SimilarWork similar, Instant before) {
        return estimate(similar, before, Set.of());
    }

    /// @param before only batches that were finished by then teach
    /// @param teams of which something may be said; others count as none
    public static CommonCause estimate(SimilarWork similar, Instant before, Set<String> teams) {
        var batches = batches(similar.finished(), before);
        double sum = OF_GENERAL * GENERAL.correlation;
        var pairs = new Pairs();
        int step = Math.max(1, Math.ceilDiv(batches.size(), MOST));
        int taken = 0;
        for (int b = batches.size() - 1; b >= 0; b -= step) {
            sum += pairs.add(similar, batches.get(b), teams);
            taken++;
        }
        double correlation = Math.max(0, Math.min(STRONGEST, sum / (taken + OF_GENERAL)));
        return new CommonCause(correlation, pairs.apart(correlation), taken);
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

    /// Products of pairs, by what the two share: bit 0 their kind, bit 1 their team.
    private static final class Pairs {
        private final double[] sums = new double[4];
        private final double[] counts = new double[4];

        /// @return the mean of the products of all pairs of the batch
        double add(SimilarWork similar, List<FinishedWork> batch, Set<String> teams) {
            var begin = batch.getFirst().work().known();
            var places = new double[batch.size()];
            for (int i = 0; i < places.length; i++) {
                var each = batch.get(i);
                places[i] = normal(similar.spread(each.work().at(begin)).chance(each.hours()));
            }
            double sum = 0;
            for (int i = 0; i < places.length; i++)
                for (int j = 0; j < i; j++) {
                    int share = shared(
                            batch.get(i).work().labels(), batch.get(j).work().labels(), teams);
                    sums[share] += places[i] * places[j];
                    counts[share]++;
                    sum += places[i] * places[j];
                }
            return 2 * sum / (places.length * (places.length - 1.0));
        }

        private static int shared(Labels one, Labels other, Set<String> teams) {
            boolean kind = one.kind() != null && one.kind().equals(other.kind());
            boolean team = one.team() != null && one.team().equals(other.team()) && teams.contains(one.team());
            return (kind ? 1 : 0) + (team ? 2 : 0);
        }

        /// What kind and team add to what any two have in common, so that all pairs together stay as correlated as
        /// they are.
        Together apart(double correlation) {
            double all = counts[0] + counts[1] + counts[2] + counts[3];
            if (all == 0) return Together.ofProject(correlation);
            double technology = above(correlation, 1, sums[3]);
            // What the kind explains is not the team's, too.
            double team = above(correlation, 2, sums[3] - technology * counts[3]);
            double given = (technology * (counts[1] + counts[3]) + team * (counts[2] + counts[3])) / all;
            double part = given > correlation ? correlation / given : 1;
            double project = Math.max(0, correlation - given);
            double shrink = part * Math.min(1, STRONGEST / Math.max(STRONGEST, project + technology + team));
            return new Together(project, technology * shrink, team * shrink);
        }

        /// By how much the mean product of pairs that share something is above that of those that don't.
        ///
        /// @param alone the pairs that share this and nothing else
        /// @param both the sum of those that share everything
        private double above(double correlation, int alone, double both) {
            double count = counts[alone] + counts[3];
            double others = counts[0] + counts[3 - alone];
            if (count == 0 || others == 0) return 0;
            double apart = (sums[0] + sums[3 - alone] + PAIRS_OF_GENERAL * correlation) / (others + PAIRS_OF_GENERAL);
            return Math.max(0, (sums[alone] + both - apart * count) / (count + PAIRS_OF_GENERAL));
        }
    }

    private static double normal(double chance) {
        double z = Gaussian.quantile(Math.max(0.005, Math.min(0.995, chance)));
        return Math.max(-FAR, Math.min(FAR, z));
    }
}
