package chargehand.server.work;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Visibility;
import chargehand.server.identity.WorksAgreement;
import chargehand.server.people.TeamTimes;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Says how somebody's own work goes, to them, as far as the works agreement lets anything be derived about it.
@Service
class PaceReading {
    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    /// Of fewer people nothing is said, so that nobody is seen apart.
    private static final int SMALLEST = 5;

    private static final Duration OLDEST = Duration.ofDays(400);

    private final Companies companies;
    private final WorkingTimes times;
    private final OwnTasks tasks;
    private final Teams teams;
    private final HandOvers handOvers;

    PaceReading(Companies companies, WorkingTimes times, OwnTasks tasks, Teams teams, HandOvers handOvers) {
        this.companies = companies;
        this.times = times;
        this.tasks = tasks;
        this.teams = teams;
        this.handOvers = handOvers;
    }

    /// Of work that was begun and isn't done; none where the works agreement says so. Work that others share has none,
    /// nor has work beside other begun work: nobody knows their hours apart.
    ///
    /// @param known the person's time as it was read already, so that it is read again for older work alone
    Map<TaskKey, Pace> of(UUID person, List<OwnTask> own, Instant now, Known known) {
        if (own.stream().noneMatch(PaceReading::goesOn)) return Map.of();
        return companies.get().agreement() == WorksAgreement.SELF ? derived(person, own, now, known) : Map.of();
    }

    /// @param from the first day of which the times tell; they reach to tomorrow at least
    record Known(TeamTimes times, LocalDate from) {}

    /// How a team's work goes, where the works agreement says so: of enough people that nobody is seen apart.
    ///
    /// @return empty where the works agreement says otherwise
    Optional<TeamPace> ofTeam(UUID project, Instant now) {
        if (companies.get().agreement() != WorksAgreement.TEAM) return Optional.empty();
        var all = new ArrayList<Pace>();
        int people = 0;
        var busy = tasks.busyIn(project);
        for (var person : teams.of(project)) {
            // Of a large team most have nothing going on here; nobody's work is read for nothing, nor left out.
            if (!busy.contains(person)) continue;
            var own = tasks.of(person, Visibility.ALL, now, now.minus(OLDEST));
            var known = derived(person, own, now, null).entrySet().stream()
                    .filter(each -> each.getKey().project().equals(project))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!known.isEmpty()) people++;
            all.addAll(known);
        }
        return Optional.of(people < SMALLEST ? TeamPace.FEW : TeamPace.of(all));
    }

    private Map<TaskKey, Pace> derived(UUID person, List<OwnTask> own, Instant now, @Nullable Known known) {
        var begun = own.stream().filter(PaceReading::goesOn).toList();
        if (begun.isEmpty()) return Map.of();
        var first = begun.stream()
                .map(each -> Objects.requireNonNull(each.progress()).started())
                .min(Instant::compareTo)
                .orElse(now);
        if (!first.isBefore(now)) return Map.of();
        var keys = begun.stream().map(OwnTask::key).toList();
        var held = handOvers.held(keys);
        var paces = known != null && !LocalDate.ofInstant(first, UTC).isBefore(known.from())
                ? paces(known.times(), first, now)
                : of(person, first, now);
        var all = new HashMap<TaskKey, Pace>();
        for (var each : begun) {
            if (isBesideOther(each, own, now)) continue;
            var pace = paces.of(load(each), cause(each.key(), held));
            if (pace != null) all.put(each.key(), pace);
        }
        return all;
    }

    private static Pace.Cause cause(TaskKey task, HandOvers.Held held) {
        if (held.standing().contains(task)) return Pace.Cause.waitsFor;
        return held.late().contains(task) ? Pace.Cause.handOverLate : Pace.Cause.estimateLow;
    }

    private static boolean goesOn(OwnTask task) {
        return task.progress() != null && !task.isDone() && task.alone() != null;
    }

    /// Whether somebody had other work while they had this.
    static boolean isBesideOther(OwnTask task, List<OwnTask> own, Instant now) {
        var progress = Objects.requireNonNull(task.progress());
        var ended = progress.finished() == null ? now : progress.finished();
        for (var other : own) {
            var its = other.progress();
            if (its == null || other.key().equals(task.key())) continue;
            var end = its.finished() == null ? now : its.finished();
            boolean took = its.started().isBefore(end);
            if (took && end.isAfter(progress.started()) && its.started().isBefore(ended)) return true;
        }
        return false;
    }

    /// The working time of a person, from the day on which the earliest of their work was begun.
    Paces of(UUID person, Instant first, Instant now) {
        var team = times.of(
                Set.of(person),
                LocalDate.ofInstant(first, UTC),
                LocalDate.ofInstant(now, UTC).plusDays(1));
        return paces(team, first, now);
    }

    private static Paces paces(TeamTimes team, Instant first, Instant now) {
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
