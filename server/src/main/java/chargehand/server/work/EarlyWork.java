package chargehand.server.work;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Visibility;
import chargehand.server.identity.WorksAgreement;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Work that was done ahead of its own forecast. It says of a piece of work that it was, and neither by how
/// much nor how often: whoever is told thanks for it.
@Service
public class EarlyWork {
    private static final Duration OLDEST = Duration.ofDays(400);

    private final Companies companies;
    private final OwnTasks tasks;
    private final PaceReading paces;

    EarlyWork(Companies companies, OwnTasks tasks, PaceReading paces) {
        this.companies = companies;
        this.tasks = tasks;
        this.paces = paces;
    }

    /// Of tasks that somebody has done alone, those that took less than eight of ten such pieces of work
    /// take. None where the works agreement lets nothing be said of work of which one sees whose it was;
    /// nor is anything said of work beside other work, nor of what was told as done in one moment: nobody
    /// knows its hours.
    ///
    /// @param begun the tasks that are asked about, and when each was begun
    public Set<TaskKey> of(UUID person, Map<TaskKey, Instant> begun, Instant now) {
        if (begun.isEmpty() || companies.get().agreement() != WorksAgreement.SELF) return Set.of();
        var first = begun.values().stream().min(Instant::compareTo).orElse(now);
        var own = tasks.of(person, Visibility.ALL, first, now.minus(OLDEST));
        var asked = own.stream()
                .filter(each -> begun.containsKey(each.key()) && each.isDone() && each.alone() != null)
                .toList();
        if (asked.isEmpty() || !first.isBefore(now)) return Set.of();
        var table = paces.of(person, first, now);
        var early = new HashSet<TaskKey>();
        for (var each : asked)
            if (!PaceReading.isBesideOther(each, own, now) && isEarly(each, table)) early.add(each.key());
        return early;
    }

    private static boolean isEarly(OwnTask task, Paces paces) {
        var progress = Objects.requireNonNull(task.progress());
        return paces.early(
                progress.started(), Objects.requireNonNull(progress.finished()), Objects.requireNonNull(task.alone()));
    }
}
