package chargehand.server.forecasting;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.Labels;
import chargehand.engine.forecast.history.Work;
import chargehand.files.history.HistoryRow;
import chargehand.server.people.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of a file as finished work of this company: who is known here by name or e-mail is that person.
final class HistoryRows {
    private final Instant now;
    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    HistoryRows(Instant now, Collection<Person> everybody) {
        this.now = now;
        for (var person : everybody) {
            people.put(plain(person.name()), person);
            if (person.email() != null) people.put(plain(person.email()), person);
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    boolean isInFuture(HistoryRow row) {
        return row.completed() != null && row.completed().isAfter(now.plusSeconds(24 * 60 * 60));
    }

    /// Nothing of what was refused or isn't finished.
    Optional<FinishedWork> finished(HistoryRow row) {
        return row.finished().map(each -> {
            var labels = labels(each.work().labels());
            var work = new Work(
                    each.work().id(),
                    labels,
                    each.work().hours(),
                    each.work().known(),
                    each.work().range());
            return new FinishedWork(work, each.hours(), each.finished());
        });
    }

    private Labels labels(Labels written) {
        var person = written.person() == null ? null : people.get(plain(written.person()));
        if (written.person() != null) (person == null ? unknown : known).add(plain(written.person()));
        return new Labels(
                person == null ? written.person() : person.id().toString(),
                team(written, person),
                written.project(),
                written.kind(),
                written.part(),
                written.requester(),
                written.priority());
    }

    private static @Nullable String team(Labels written, @Nullable Person person) {
        if (written.team() != null || person == null) return written.team();
        return WorkLabels.team(person);
    }

    /// How many different people were known here, and how many weren't.
    int known() {
        return known.size();
    }

    int unknown() {
        return unknown.size();
    }
}
