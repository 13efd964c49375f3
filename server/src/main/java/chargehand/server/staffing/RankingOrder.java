package chargehand.server.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Puts applicants in order as a dictionary does with words: by the first criterion, and by each next one only among
/// those
/// who are on a par in all before it. So nothing is added up, and more of what counts less never makes up for less of
/// what
/// counts more.
final class RankingOrder {
    private static final Comparator<Keyed> ORDER = Comparator.comparing(Keyed::key, Arrays::compare)
            .thenComparingInt(each -> each.one().application().number());

    private RankingOrder() {}

    /// @param evidence one of each criterion, in the order in which they count
    record One(Application application, List<Ranking.Evidence> evidence) {
        private boolean isOpen() {
            return evidence.stream().anyMatch(each -> each.finding().equals("unclear"));
        }

        /// @param open what stands for what is unclear
        private int[] key(String open) {
            return evidence.stream()
                    .mapToInt(each -> level(each.finding().equals("unclear") ? open : each.finding()))
                    .toArray();
        }
    }

    private record Keyed(int[] key, One one) {}

    /// What the text doesn't say is no *no*: it stands between.
    private static int level(String finding) {
        return switch (finding) {
            case "met" -> 0;
            case "notMet" -> 2;
            default -> 1;
        };
    }

    static List<Ranking.Placed> placed(List<One> all) {
        var sorted = sorted(all);
        var placed = new ArrayList<Ranking.Placed>();
        for (var each : sorted) {
            long par = sorted.stream()
                    .filter(other -> Arrays.equals(other.key(), each.key()))
                    .count();
            placed.add(new Ranking.Placed(
                    place(sorted, each.key()),
                    par > 1,
                    each.one().application(),
                    each.one().evidence()));
        }
        return placed;
    }

    static List<Ranking.Apart> apart(List<One> all) {
        var sorted = sorted(all);
        return all.stream()
                .filter(One::isOpen)
                .sorted(Comparator.comparingInt(each -> each.application().number()))
                .map(each -> new Ranking.Apart(
                        place(sorted, each.key("met")),
                        place(sorted, each.key("notMet")),
                        each.application(),
                        each.evidence()))
                .toList();
    }

    private static List<Keyed> sorted(List<One> all) {
        return all.stream()
                .filter(each -> !each.isOpen())
                .map(each -> new Keyed(each.key("unclear"), each))
                .sorted(ORDER)
                .toList();
    }

    private static int place(List<Keyed> sorted, int[] key) {
        return 1
                + (int) sorted.stream()
                        .filter(other -> Arrays.compare(other.key(), key) < 0)
                        .count();
    }
}
