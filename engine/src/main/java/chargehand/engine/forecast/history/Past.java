package chargehand.engine.forecast.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All finished work as arrays, in the order in which it was finished; moments are days.
final class Past {
    private static final double DAY = 24 * 60 * 60;
    private static final double LIMIT = 2;

    final List<FinishedWork> finished;
    final int count;
    final Subject[] subjects;
    /// The logarithm of actual by estimate.
    final double[] ratio;

    final double[] end;
    /// By which keys work is looked up: one for each of [Key].
    final Groups[] groups = new Groups[Key.values().length];

    private final PersonalRecord record;
    private final Set<String> largeTeams;
    private final Map<String, Integer> words = new HashMap<>();

    /// Something that pieces of work may have in common, and how many of those that do are looked at.
    enum Key {
        PERSON(600),
        KIND(600),
        PROJECT(600),
        PERSON_KIND(300),
        PERSON_PROJECT(300),
        KIND_PROJECT(300),
        PART(150),
        FAMILY(300),
        KIND_SIZE(150);

        final int most;

        Key(int most) {
            this.most = most;
        }

        long of(Subject it) {
            return switch (this) {
                case PERSON -> it.person() < 0 ? Groups.NONE : it.person();
                case KIND -> it.kind() < 0 ? Groups.NONE : it.kind();
                case PROJECT -> it.project() < 0 ? Groups.NONE : it.project();
                case PERSON_KIND -> both(it.person(), it.kind());
                case PERSON_PROJECT -> both(it.person(), it.project());
                case KIND_PROJECT -> both(it.kind(), it.project());
                case PART -> both(it.project(), it.part());
                case FAMILY -> it.family() < 0 ? Groups.NONE : it.family();
                case KIND_SIZE ->
                    it.isEstimated() ? both(it.kind() + 1, (int) Math.round(it.logHours() * 1000)) : Groups.NONE;
            };
        }

        private static long both(int one, int other) {
            return one < 0 || other == -1 ? Groups.NONE : (long) one << 32 | other & 0xFFFFFFFFL;
        }
    }

    Past(List<FinishedWork> all, PersonalRecord record, int smallestGroup) {
        this.record = record;
        largeTeams = PersonalRecord.largeTeams(all, smallestGroup);
        finished = new ArrayList<>(all);
        // The sort is stable: what was finished at the same moment stays in the order given.
        finished.sort(Comparator.comparing(FinishedWork::finished));
        count = finished.size();
        subjects = new Subject[count];
        ratio = new double[count];
        end = new double[count];
        for (int i = 0; i < count; i++) {
            var each = finished.get(i);
            subjects[i] = subject(each.work(), true);
            ratio[i] = Math.log(each.ratio());
            end[i] = day(each.finished());
        }
        for (var key : Key.values()) groups[key.ordinal()] = new Groups(count, i -> key.of(subjects[i]));
    }

    /// Work to be forecast, in the numbers of this past.
    Subject subject(Work work) {
        return subject(work, false);
    }

    private Subject subject(Work work, boolean learning) {
        var labels = record.allowed(work.labels(), largeTeams);
        return new Subject(
                number("person", labels.person(), learning),
                number("team", labels.team(), learning),
                number("project", labels.project(), learning),
                number("kind", labels.kind(), learning),
                number("family", labels.family(), learning),
                number("part", labels.part(), learning),
                number("requester", labels.requester(), learning),
                number("priority", labels.priority(), learning),
                Math.log(work.hours()),
                day(work.known()));
    }

    /// What is not in the past is like nothing in it: all unknown words share a number that nothing has.
    private int number(String what, @Nullable String word, boolean learning) {
        if (word == null || word.isBlank()) return -1;
        var key = what + '\n' + word.strip();
        if (!learning) return words.getOrDefault(key, Integer.MAX_VALUE - 1);
        return words.computeIfAbsent(key, any -> words.size());
    }

    static double day(Instant moment) {
        return Duration.between(Instant.EPOCH, moment).toSeconds() / DAY;
    }

    /// How many were finished before a moment.
    int before(double day) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end[middle] < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// The ratio, held so that a single slip can't stand for a record.
    double tamed(int i) {
        return Math.max(-LIMIT, Math.min(LIMIT, ratio[i]));
    }

    Groups group(Key key) {
        return groups[key.ordinal()];
    }
}
