package chargehand.server.reporting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.server.delivery.ChangeReading;
import chargehand.server.forecasting.Forecasting;
import chargehand.server.forecasting.StoredForecast;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.reporting.Update.Asked;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Done;
import chargehand.server.reporting.Update.Facts;
import chargehand.server.reporting.Update.Finish;
import chargehand.server.reporting.Update.Next;
import chargehand.server.reporting.Update.Promise;
import chargehand.server.reporting.Update.SignedSince;
import chargehand.server.reporting.Update.Source;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gathers what is so about a project, against what an audience was told last.
@Component
class UpdateFacts {
    private static final int MOST_DONE = 8;
    private static final int MOST_NEXT = 4;

    private final PlanReading plans;
    private final Forecasting forecasts;
    private final ChangeReading changes;
    private final UpdateRows rows;
    private final OfficialDecisions decisions;
    private final JdbcClient jdbc;
    private final Clock clock;

    UpdateFacts(
            PlanReading plans,
            Forecasting forecasts,
            ChangeReading changes,
            UpdateRows rows,
            OfficialDecisions decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.forecasts = forecasts;
        this.changes = changes;
        this.rows = rows;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param last what the audience was told last, or null
    /// @param pay whether what the client pays is among them
    Facts of(UUID project, Audience audience, @Nullable Update last, boolean pay) {
        var plan = plans.current(project).orElseThrow(Problem::notFound);
        var newest = forecasts.find(project).orElse(null);
        long edited = edited(project);
        boolean reckoning = newest != null && newest.version() < edited;
        // What was likely of an earlier plan is not likely of this one.
        var forecast = reckoning ? null : newest;
        // To the millisecond: a release names it to say which facts were looked at.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var before = last == null ? null : last.facts();
        var since =
                last == null || last.released() == null ? null : last.released().at();
        var done = done(plan, since);
        return new Facts(
                now,
                edited,
                plan.plan().zone().getId(),
                since,
                finish(plan, forecast, before),
                done.size(),
                done.stream().limit(MOST_DONE).toList(),
                promises(plan, forecast, before),
                next(plan, now),
                asked(project, plan.plan().zone(), now),
                signed(project, since, before),
                sources(now, edited, newest),
                rows.increments(
                        project, since, LocalDate.ofInstant(now, plan.plan().zone())),
                reckoning ? true : null,
                pay ? rows.pay(project) : null,
                audience == Audience.official
                        ? decisions.of(project, plan.plan().zone())
                        : null);
    }

    /// The version in which the plan was last edited: later ones only told something about it.
    long edited(UUID project) {
        return jdbc.sql("select edited from planning.project where id = :id")
                .param("id", project)
                .query(Long.class)
                .single();
    }

    /// The same of each of these projects.
    Map<UUID, Long> edited(Collection<UUID> projects) {
        var edited = new HashMap<UUID, Long>();
        jdbc.sql("select id, edited from planning.project where id = any(cast(:ids as uuid[]))")
                .param("ids", projects.toArray(UUID[]::new))
                .query(row -> {
                    edited.put(Updates.uuid(row, "id"), row.getLong("edited"));
                });
        return edited;
    }

    /// The last first.
    private static List<Done> done(Current plan, @Nullable Instant since) {
        var done = new ArrayList<Done>();
        for (var task : plan.plan().tasks()) {
            var finished = task.progress() == null ? null : task.progress().finished();
            if (finished == null || task.isSummary()) continue;
            if (since == null || finished.isAfter(since)) done.add(new Done(task.name(), finished));
        }
        done.sort(Comparator.comparing(Done::at).reversed());
        return done;
    }

    private static Finish finish(Current plan, @Nullable StoredForecast forecast, @Nullable Facts before) {
        var chance = forecast == null ? null : forecast.finish();
        var was = before == null ? null : before.finish();
        return new Finish(
                plan.calendar().start(),
                plan.calendar().finish(),
                was == null ? null : was.planned(),
                chance == null ? null : chance.p80(),
                was == null ? null : was.likely(),
                chance == null ? null : moments(chance));
    }

    private static List<Instant> moments(Chance chance) {
        return List.of(chance.p2(), chance.p10(), chance.p50(), chance.p80(), chance.p90(), chance.p98());
    }

    private static List<Promise> promises(Current plan, @Nullable StoredForecast forecast, @Nullable Facts before) {
        Map<String, Double> kept = new HashMap<>();
        if (forecast != null) for (var each : forecast.promises()) kept.put(each.task(), each.chance());
        Map<String, Promise> told = new HashMap<>();
        if (before != null) for (var each : before.promises()) told.put(each.task(), each);
        var promises = new ArrayList<Promise>();
        for (int i = 0; i < plan.plan().tasks().size(); i++) {
            var task = plan.plan().tasks().get(i);
            if (task.deadline() == null) continue;
            var chance = forecast == null ? null : forecast.tasks().get(task.id());
            var was = told.get(task.id().value());
            promises.add(new Promise(
                    task.id().value(),
                    task.name(),
                    task.deadline().by(),
                    task.deadline().promisedTo(),
                    plan.calendar().tasks().get(i).finish(),
                    chance == null || isDone(task) ? null : chance.p80(),
                    was == null ? null : was.likely(),
                    isDone(task) ? null : kept.get(task.id().value()),
                    task.progress() == null ? null : task.progress().finished(),
                    chance == null || isDone(task) ? null : moments(chance)));
        }
        promises.sort(Comparator.comparing(Promise::by).thenComparing(Promise::name));
        return promises;
    }

    private static boolean isDone(Task task) {
        return task.progress() != null && task.progress().finished() != null;
    }

    private static List<Next> next(Current plan, Instant now) {
        var next = new ArrayList<Next>();
        for (int i = 0; i < plan.plan().tasks().size(); i++) {
            var task = plan.plan().tasks().get(i);
            var at = plan.calendar().tasks().get(i).finish();
            boolean isAhead = task.extent() instanceof TaskExtent.Milestone && !isDone(task) && at.isAfter(now);
            if (isAhead) next.add(new Next(task.name(), at, task.id().value()));
        }
        next.sort(Comparator.comparing(Next::planned).thenComparing(Next::name));
        return next.stream().limit(MOST_NEXT).toList();
    }

    /// What the client is asked for and has not brought yet.
    private List<Asked> asked(UUID project, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        return jdbc.sql("""
                select id, what, due from work.need
                where project = :project and state = 'open' and of_client order by due nulls last, asked_at, id
                """)
                .param("project", project)
                .query((row, number) -> {
                    var due = row.getObject("due", LocalDate.class);
                    return new Asked(
                            Updates.uuid(row, "id"), row.getString("what"), due, due != null && due.isBefore(today));
                })
                .list();
    }

    /// What was not told before, the last first.
    private @Nullable List<SignedSince> signed(UUID project, @Nullable Instant since, @Nullable Facts before) {
        var told = before == null || before.changes() == null ? List.<SignedSince>of() : before.changes();
        var signed = changes.signed(project).stream()
                .filter(each -> since == null || !each.at().isBefore(since))
                .map(each -> new SignedSince(each.title(), each.name(), each.at()))
                .filter(each -> !told.contains(each))
                .toList();
        return signed.isEmpty() ? null : signed;
    }

    private static List<Source> sources(Instant now, long edited, @Nullable StoredForecast forecast) {
        var sources = new ArrayList<Source>();
        sources.add(new Source("dates", now, false));
        if (forecast != null) sources.add(new Source("chances", forecast.asOf(), forecast.version() < edited));
        sources.add(new Source("needs", now, false));
        return sources;
    }
}
