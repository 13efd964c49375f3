package chargehand.server.delivery;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.server.delivery.Offer.OfferedDate;
import chargehand.server.forecasting.Imagining;
import chargehand.server.forecasting.StoredForecast;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.planning.Trials.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reckons what a change does to the date of a project and to each of its promises: both sides are
/// simulated with the same history and the same seed.
@Component
class OfferDates {
    private final Imagining imagining;

    OfferDates(Imagining imagining) {
        this.imagining = imagining;
    }

    /// First the whole project's, then the promises that are still to be kept, the earliest first.
    List<OfferedDate> of(Trial trial) {
        var today = new Side(trial.today(), imagining.of(trial.today()));
        var then = trial.nothing() ? today : new Side(trial.then(), imagining.of(trial.then()));
        var dates = new ArrayList<OfferedDate>();
        dates.add(new OfferedDate(
                null,
                trial.then().plan().name(),
                null,
                null,
                null,
                trial.then().calendar().finish(),
                trial.today().calendar().finish(),
                then.forecast().finish().p80(),
                today.forecast().finish().p80(),
                null,
                null));
        dates.addAll(promises(today, then));
        return dates;
    }

    private static List<OfferedDate> promises(Side today, Side then) {
        var before = today.promises();
        return then.promises().values().stream()
                .map(each -> date(each, before.get(each.task())))
                .sorted(Comparator.comparing((OfferedDate each) -> Objects.requireNonNull(each.by()))
                        .thenComparing(OfferedDate::name))
                .toList();
    }

    private static OfferedDate date(Promise then, @Nullable Promise was) {
        return new OfferedDate(
                then.task().value(),
                then.name(),
                then.deadline().promisedTo(),
                then.deadline().by(),
                was == null ? null : was.deadline().by(),
                then.planned(),
                was == null ? null : was.planned(),
                then.likely().p80(),
                was == null ? null : was.likely().p80(),
                then.chance(),
                was == null ? null : was.chance());
    }

    private record Promise(
            TaskId task,
            String name,
            Deadline deadline,
            Instant planned,
            Chance likely,
            @Nullable Double chance) {}

    private record Side(Current plan, StoredForecast forecast) {
        Map<TaskId, Promise> promises() {
            var kept = new HashMap<String, Double>();
            for (var each : forecast.promises()) kept.put(each.task(), each.chance());
            var promises = new HashMap<TaskId, Promise>();
            var tasks = plan.plan().tasks();
            for (int i = 0; i < tasks.size(); i++) {
                var task = tasks.get(i);
                if (task.deadline() == null || isDone(task)) continue;
                var planned = plan.calendar().tasks().get(i).finish();
                var likely = forecast.tasks().getOrDefault(task.id(), Chance.certain(planned));
                var chance = kept.get(task.id().value());
                promises.put(task.id(), new Promise(task.id(), task.name(), task.deadline(), planned, likely, chance));
            }
            return promises;
        }
    }

    private static boolean isDone(Task task) {
        return task.progress() != null && task.progress().finished() != null;
    }

    /// Whether a plan would still be, on the day, what was offered.
    static boolean isStillSo(List<OfferedDate> offered, Trial trial, ZoneId zone) {
        for (var each : offered) {
            if (!sameDay(each.planned(), planned(trial.then(), each.task()), zone)) return false;
            if (each.plannedWas() != null && !sameDay(each.plannedWas(), planned(trial.today(), each.task()), zone))
                return false;
        }
        return true;
    }

    private static @Nullable Instant planned(Current plan, @Nullable String task) {
        if (task == null) return plan.calendar().finish();
        return plan.calendar().tasks().stream()
                .filter(each -> each.task().value().equals(task))
                .map(each -> each.finish())
                .findFirst()
                .orElse(null);
    }

    private static boolean sameDay(Instant one, @Nullable Instant other, ZoneId zone) {
        return other != null && day(one, zone).equals(day(other, zone));
    }

    /// What ends at midnight ends on the day before.
    static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at.minusMillis(1), zone);
    }
}
