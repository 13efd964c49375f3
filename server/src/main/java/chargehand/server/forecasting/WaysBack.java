package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast;
import chargehand.engine.forecast.ForecastOptions;
import chargehand.engine.forecast.Forecaster;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.server.forecasting.WaysView.Kind;
import chargehand.server.forecasting.WaysView.Outcome;
import chargehand.server.forecasting.WaysView.Way;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Looks for the cheapest ways back to a promise: each is tried on a copy of the plan, the calendar
/// repaired around it, and simulated with the draws of today's, so that what differs is the way and not
/// chance.
@Service
class WaysBack {
    private static final double AIM = 0.8;
    private static final int RUNS = 1_000;
    /// Of larger plans fewer runs are simulated, so that nobody waits for more than a few seconds.
    private static final long MOST_DRAWS = 1_000_000;

    private static final int FEWEST_RUNS = 200;
    private static final long SEED = 1;
    private static final int SHOWN = 2;
    /// A way that doesn't raise the chance by this much is none.
    private static final double NOTICED = 0.02;

    private final PlanReading plans;
    private final Promises promises;
    private final Risks risks;
    private final Foreseeing foreseeing;
    private final Learner learner;
    private final People people;

    WaysBack(PlanReading plans, Promises promises, Risks risks, Foreseeing foreseeing, Learner learner, People people) {
        this.plans = plans;
        this.promises = promises;
        this.risks = risks;
        this.foreseeing = foreseeing;
        this.learner = learner;
        this.people = people;
    }

    /// @param task [Promise#WHOLE] for the promise of the whole project
    /// @throws Problem 404 if nothing is promised there
    WaysView of(Caller caller, UUID project, String task) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        return new Looking(caller, current, task).ways();
    }

    /// One look for ways back to one promise.
    private final class Looking {
        private final Current current;
        private final int target;
        private final Instant by;
        private final ForecastOptions options;
        private final List<Person> everybody;
        private final boolean ratesSeen;
        private final PlanCost before;
        private int tried;

        Looking(Caller caller, Current current, String task) {
            this.current = current;
            target = Candidates.place(current.plan(), task);
            by = target < 0
                    ? promised(current.project())
                    : deadline(current.plan().tasks().get(target));
            int runs = (int) Math.clamp(MOST_DRAWS / current.plan().tasks().size(), FEWEST_RUNS, RUNS);
            var foresight = foreseeing.of(current, learner.known(), () -> false);
            options = foresight
                    .options(runs)
                    .withNow(current.now())
                    .withSeed(SEED)
                    .withRisks(risks.counted(current.project()).stream()
                            .map(Risk::event)
                            .toList());
            everybody = people.all();
            ratesSeen = caller.where(Permission.RATES_SEE).company();
            before = PlanCost.of(current.plan(), current.calendar(), everybody);
        }

        WaysView ways() {
            var now = outcome(current.plan(), current.calendar(), by);
            var candidates = new Candidates(current, target);
            var found = new ArrayList<Way>();
            found.addAll(best(morePeople(candidates), now));
            found.addAll(best(lessScope(candidates), now));
            if (now.chance() < AIM) found.add(otherDate(now));
            found.sort(Comparator.comparing((Way each) -> each.then().chance() < AIM)
                    .thenComparing(each -> each.kind() == Kind.date)
                    .thenComparing(Way::moreMinutes)
                    .thenComparing(each -> -each.then().chance()));
            return new WaysView(AIM, now, options.runs(), tried, found);
        }

        /// The best few that help at all.
        private List<Way> best(List<Way> ways, Outcome now) {
            return ways.stream()
                    .filter(each -> each.then().chance() >= now.chance() + NOTICED)
                    .sorted(Comparator.comparing((Way each) -> each.then().chance() < AIM)
                            .thenComparing(each ->
                                    each.then().chance() < AIM ? -each.then().chance() : 0)
                            .thenComparing(Way::moreMinutes)
                            .thenComparing(each -> -each.then().chance()))
                    .limit(SHOWN)
                    .toList();
        }

        private List<Way> morePeople(Candidates candidates) {
            var ways = new ArrayList<Way>();
            for (var each : candidates.helped()) ways.add(way(Kind.people, each));
            return ways;
        }

        /// Of each task the least cut that reaches the aim, or else the largest.
        private List<Way> lessScope(Candidates candidates) {
            var ways = new ArrayList<Way>();
            for (var cuts : candidates.cut()) {
                Way last = null;
                for (var each : cuts) {
                    last = way(Kind.scope, each);
                    if (last.then().chance() >= AIM) break;
                }
                if (last != null) ways.add(last);
            }
            return ways;
        }

        private Way way(Kind kind, Candidates.Candidate candidate) {
            var plan = candidate.plan();
            var calendar = Rescheduler.repair(current.plan(), current.calendar(), plan, current.now());
            var then = outcome(plan, calendar, by);
            var after = PlanCost.of(plan, calendar, everybody);
            var helper = candidate.helper();
            return new Way(
                    kind,
                    candidate.task().id().value(),
                    candidate.task().name(),
                    helper == null ? null : helper.name(),
                    helper == null ? null : helper.id().value(),
                    candidate.less(),
                    candidate.minutes(),
                    then,
                    after.minutes() - before.minutes(),
                    ratesSeen ? after.beyond(before) : null);
        }

        /// The end of the day on which it is done with the chance that is aimed at.
        private Way otherDate(Outcome now) {
            var zone = current.plan().zone();
            var to = now.likely()
                    .minusSeconds(1)
                    .atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MINUTES);
            return new Way(
                    Kind.date,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    outcome(current.plan(), current.calendar(), to),
                    0,
                    null);
        }

        private Outcome outcome(Plan plan, Calendar calendar, Instant until) {
            tried++;
            var asked = target < 0 ? plan : Candidates.promising(plan, target, until);
            var forecast = Forecaster.forecast(asked, calendar, options).orElseThrow();
            return target < 0 ? ofProject(calendar, forecast, until) : ofTask(asked, calendar, forecast, until);
        }

        private Outcome ofProject(Calendar calendar, Forecast forecast, Instant until) {
            return new Outcome(
                    until,
                    calendar.finish(),
                    forecast.finish().p80(),
                    forecast.finishes().by(until));
        }

        private Outcome ofTask(Plan plan, Calendar calendar, Forecast forecast, Instant until) {
            return new Outcome(
                    until,
                    calendar.tasks().get(target).finish(),
                    forecast.tasks().get(target).p80(),
                    forecast.kept().getOrDefault(plan.tasks().get(target).id(), 0.0));
        }

        private Instant promised(UUID project) {
            return promises.find(project, Promise.WHOLE).map(Promise::by).orElseThrow(Problem::notFound);
        }

        private static Instant deadline(Task task) {
            @Nullable Deadline deadline = task.deadline();
            if (deadline == null) throw Problem.notFound();
            return deadline.by();
        }
    }
}
