package chargehand.engine.forecast.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far forecasts may rest on whose work it was: what the works agreement says.
public enum PersonalRecord {
    /// Nobody's own.
    OFF,
    /// That of the team, where the team has at least [#SMALLEST_GROUP] people.
    TEAM,
    /// That of the person who is to do the work.
    SELF;

    /// A smaller group would tell about one of its people.
    public static final int SMALLEST_GROUP = 5;

    /// The labels of each as they may be used: whose work it was is replaced by what stands for it.
    Labels allowed(Labels labels, Set<String> largeTeams) {
        return switch (this) {
            case SELF -> labels;
            case OFF -> withoutSmall(labels, largeTeams).withPerson(null);
            case TEAM -> withoutSmall(labels, largeTeams).withPerson(team(labels, largeTeams));
        };
    }

    private static @Nullable String team(Labels labels, Set<String> largeTeams) {
        return labels.team() != null && largeTeams.contains(labels.team()) ? labels.team() : null;
    }

    private static Labels withoutSmall(Labels labels, Set<String> largeTeams) {
        return new Labels(
                labels.person(),
                team(labels, largeTeams),
                labels.project(),
                labels.kind(),
                labels.part(),
                labels.requester(),
                labels.priority());
    }

    /// The teams whose finished work is that of at least so many different people.
    static Set<String> largeTeams(Collection<FinishedWork> finished, int smallest) {
        Map<String, Set<String>> people = new HashMap<>();
        for (var each : finished) {
            var labels = each.work().labels();
            if (labels.team() != null && labels.person() != null)
                people.computeIfAbsent(labels.team(), team -> new HashSet<>()).add(labels.person());
        }
        people.values().removeIf(each -> each.size() < smallest);
        return Set.copyOf(people.keySet());
    }
}
