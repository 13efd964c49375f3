package chargehand.server.work;

import chargehand.server.identity.Companies;
import chargehand.server.identity.WorksAgreement;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.TaskKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Says how somebody's own work goes, to them, as far as the works agreement lets anything be derived about it.
@Service
class PaceReading {
    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    private final Companies companies;
    private final WorkingTimes times;

    PaceReading(Companies companies, WorkingTimes times) {
        this.companies = companies;
        this.times = times;
    }

    /// Of work that was begun and isn't done; none where the works agreement says so. Work that others share has none,
    /// nor has work beside other begun work: nobody knows their hours apart.
    Map<TaskKey, Pace> of(UUID person, List<OwnTask> own, Map<TaskKey, List<MyWork.WaitsFor>> waitsFor, Instant now) {
        var begun = own.stream().filter(PaceReading::goesOn).toList();
        if (begun.isEmpty() || companies.get().agreement() != WorksAgreement.SELF) return Map.of();
        var first = begun.stream()
                .map(each -> Objects.requireNonNull(each.progress()).started())
                .min(Instant::compareTo)
                .orElse(now);
        if (!first.isBefore(now)) return Map.of();
        var paces = paces(person, first, now);
        var all = new HashMap<TaskKey, Pace>();
        for (var each : begun) {
            if (isBesideOther(each, own, now)) continue;
            boolean stands =
                    waitsFor.getOrDefault(each.key(), List.of()).stream().anyMatch(MyWork.WaitsFor::stands);
            var pace = paces.of(load(each), stands);
            if (pace != null) all.put(each.key(), pace);
        }
        return all;
    }

    private static boolean goesOn(OwnTask task) {
        return task.progress() != null && !task.isDone() && task.alone() != null;
    }

    private static boolean isBesideOther(OwnTask task, List<OwnTask> own, Instant now) {
        var began = Objects.requireNonNull(task.progress()).started();
        for (var other : own) {
            var its = other.progress();
            if (its == null || other.key().equals(task.key())) continue;
            var end = its.finished() == null ? now : its.finished();
            if (its.started().isBefore(end) && end.isAfter(began)) return true;
        }
        return false;
    }

    private Paces paces(UUID person, Instant first, Instant now) {
        var team = times.of(
                Set.of(person),
                LocalDate.ofInstant(first, UTC),
                LocalDate.ofInstant(now, UTC).plusDays(1));
        var calendarId = team.resources().getFirst().calendar();
        var calendar = team.calendars().stream()
                .filter(each -> each.id().equals(calendarId))
                .findFirst()
                .orElseThrow();
        return new Paces(calendar, team.taken(), first, now);
    }

    private static Paces.OwnWorkload load(OwnTask task) {
        var progress = Objects.requireNonNull(task.progress());
        var left = progress.remaining() == null ? null : progress.remaining().minutes();
        return new Paces.OwnWorkload(progress.started(), Objects.requireNonNull(task.alone()), left);
    }
}
