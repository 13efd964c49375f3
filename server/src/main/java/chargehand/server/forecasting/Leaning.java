package chargehand.server.forecasting;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.server.identity.WorksAgreement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sums up on which past work the tasks of a plan lean, by kind and team; never by a person, nor by so
/// few that it
/// would be one.
final class Leaning {
    private static final int LISTED = 8;
    private static final double LIKELY = 0.8;

    private final Map<Group, Seen> groups = new HashMap<>();
    private final Set<String> largeTeams;
    private final Map<Group, Double> weights = new HashMap<>();

    private record Group(@Nullable String kind, @Nullable String team) {}

    private static final class Seen {
        private final Set<String> people = new HashSet<>();
        private final List<Double> ratios = new ArrayList<>();
    }

    Leaning(Learned learned) {
        largeTeams = learned.teams();
        for (var each : learned.finished()) {
            var seen = groups.computeIfAbsent(group(each), any -> new Seen());
            seen.people.add(Objects.requireNonNullElse(each.work().labels().person(), ""));
            seen.ratios.add(each.ratio());
        }
    }

    /// The teams of which something may be said.
    static Set<String> largeTeams(List<FinishedWork> finished, WorksAgreement agreement) {
        if (agreement == WorksAgreement.OFF) return Set.of();
        var people = new HashMap<String, Set<String>>();
        for (var each : finished) {
            var labels = each.work().labels();
            if (labels.team() == null || labels.person() == null) continue;
            people.computeIfAbsent(labels.team(), any -> new HashSet<>()).add(labels.person());
        }
        people.values().removeIf(each -> each.size() < PersonalRecord.SMALLEST_GROUP);
        return Set.copyOf(people.keySet());
    }

    private Group group(FinishedWork work) {
        var labels = work.work().labels();
        var team = labels.team() != null && largeTeams.contains(labels.team()) ? labels.team() : null;
        return new Group(labels.kind(), team);
    }

    /// @param hours of the task that leans on them: the longer, the more it matters
    void add(Learned.Foreseen foreseen, double hours) {
        for (var each : foreseen.precedents()) weights.merge(group(each.work()), each.weight() * hours, Double::sum);
    }

    /// How work of a family went, where at least five people did it.
    ///
    /// @param half what half of it took at most for each hour of its estimate, and `most` what 80 of
    /// 100 did
    @Schema(name = "FamilyRecord")
    record FamilyRecord(String family, int count, double half, double most) {}

    /// Of the families that the tasks lean on, the heaviest first.
    List<FamilyRecord> families() {
        var heavy = new HashMap<String, Double>();
        weights.forEach((group, weight) -> {
            if (group.kind() != null) heavy.merge(family(group.kind()), weight, Double::sum);
        });
        var records = new ArrayList<FamilyRecord>();
        heavy.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> record(each.getKey()).ifPresent(records::add));
        return records;
    }

    private Optional<FamilyRecord> record(String family) {
        var people = new HashSet<String>();
        var ratios = new ArrayList<Double>();
        groups.forEach((group, seen) -> {
            if (group.kind() == null || !family(group.kind()).equals(family)) return;
            people.addAll(seen.people);
            ratios.addAll(seen.ratios);
        });
        if (people.size() < PersonalRecord.SMALLEST_GROUP) return Optional.empty();
        return Optional.of(new FamilyRecord(family, ratios.size(), at(ratios, 0.5), at(ratios, LIKELY)));
    }

    private static String family(String kind) {
        int slash = kind.indexOf('/');
        return slash < 0 ? kind : kind.substring(0, slash);
    }

    private static double at(List<Double> ratios, double share) {
        var ordered = ratios.stream().sorted().toList();
        return ordered.get(Math.max(0, (int) Math.ceil(share * ordered.size()) - 1));
    }

    /// The heaviest first; what is left over last.
    List<LeanedOn> sum() {
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var heaviest = weights.entrySet().stream()
                .sorted(Map.Entry.<Group, Double>comparingByValue()
                        .reversed()
                        .thenComparing(each -> String.valueOf(each.getKey())))
                .limit(LISTED)
                .toList();
        var leant = new ArrayList<LeanedOn>();
        double told = 0;
        for (var each : heaviest) {
            var seen = Objects.requireNonNull(groups.get(each.getKey()));
            told += each.getValue();
            leant.add(new LeanedOn(
                    each.getKey().kind(),
                    each.getKey().team(),
                    seen.ratios.size(),
                    each.getValue() / all,
                    ratio(seen)));
        }
        int others = weights.keySet().stream()
                .filter(group ->
                        heaviest.stream().noneMatch(each -> each.getKey().equals(group)))
                .mapToInt(group ->
                        Objects.requireNonNull(groups.get(group)).ratios.size())
                .sum();
        if (others > 0) leant.add(new LeanedOn(null, null, others, (all - told) / all, null));
        return leant;
    }

    /// A figure about fewer than five would be one about somebody.
    private static @Nullable Double ratio(Seen seen) {
        if (seen.people.size() < PersonalRecord.SMALLEST_GROUP) return null;
        return at(seen.ratios, 0.5);
    }
}
