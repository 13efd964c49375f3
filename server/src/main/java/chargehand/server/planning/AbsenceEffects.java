package chargehand.server.planning;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What it does to plans if somebody is away on some days: each plan repaired with and without; nothing is kept.
@Service
class AbsenceEffects {
    private final Projects projects;
    private final WarmPlans warm;
    private final PlanEditing editing;

    AbsenceEffects(Projects projects, WarmPlans warm, PlanEditing editing) {
        this.projects = projects;
        this.warm = warm;
        this.editing = editing;
    }

    /// @param was planned finish of the project without the absence, and `then` with it
    /// @param tasks names of those that would finish later, the first first
    /// @param promises that would be kept without it, and not with it
    @Schema(name = "AbsenceEffectOnProject")
    record Effect(UUID project, Instant was, Instant then, List<String> tasks, List<Missed> promises) {}

    /// @param by the promised date, and `then` when it would be done
    @Schema(name = "AbsenceEffectOnPromise")
    record Missed(String name, Instant by, @Nullable String promisedTo, Instant then) {}

    /// Of projects that have the person in their team and would be any different.
    List<Effect> of(UUID person, LocalDate from, LocalDate to) {
        var effects = new ArrayList<Effect>();
        for (var project : projects.sharing(Set.of(person)))
            warm.current(project)
                    .flatMap(live -> effect(live, person, from, to))
                    .ifPresent(effects::add);
        return effects;
    }

    private Optional<Effect> effect(LivePlan live, UUID person, LocalDate from, LocalDate to) {
        var facts = editing.current(live.project(), live).sharing(live.written().facts());
        var who = facts.resources().stream()
                .filter(each -> each.id().value().equals(person.toString()))
                .findFirst();
        if (who.isEmpty()) return Optional.empty();
        var zone = zone(facts, who.get(), live.written().zone());
        var away = new Booking(
                new ResourceId(person.toString()),
                who.get().capacity(),
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(),
                "away");
        var bookings = new ArrayList<>(facts.bookings());
        bookings.add(away);
        var without = repaired(live, facts);
        var with = repaired(live, new Facts(facts.resources(), facts.calendars(), bookings));
        return effect(live, without, with);
    }

    private static ZoneId zone(Facts facts, Resource who, ZoneId otherwise) {
        return facts.calendars().stream()
                .filter(each -> each.id().equals(who.calendar()))
                .map(each -> each.zone())
                .findFirst()
                .orElse(otherwise);
    }

    private record Repaired(Plan plan, Calendar calendar) {}

    private Repaired repaired(LivePlan live, Facts facts) {
        var plan = live.written().withFacts(facts).plan();
        return new Repaired(plan, new Rescheduler(live.plan(), live.calendar(), warm.now()).repair(plan));
    }

    private static Optional<Effect> effect(LivePlan live, Repaired without, Repaired with) {
        var later = new ArrayList<ScheduledTask>();
        var names = new java.util.HashMap<ScheduledTask, String>();
        var promises = new ArrayList<Missed>();
        for (int i = 0; i < with.plan().tasks().size(); i++) {
            var task = with.plan().tasks().get(i);
            var was = without.calendar().tasks().get(i);
            var then = with.calendar().tasks().get(i);
            if (!then.finish().isAfter(was.finish())) continue;
            var deadline = task.deadline();
            if (deadline != null
                    && !was.finish().isAfter(deadline.by())
                    && then.finish().isAfter(deadline.by()))
                promises.add(new Missed(task.name(), deadline.by(), deadline.promisedTo(), then.finish()));
            if (task.isSummary()) continue;
            later.add(then);
            names.put(then, task.name());
        }
        if (later.isEmpty()) return Optional.empty();
        later.sort(java.util.Comparator.comparing(ScheduledTask::start));
        return Optional.of(new Effect(
                live.project(),
                without.calendar().finish(),
                with.calendar().finish(),
                later.stream().map(names::get).toList(),
                promises));
    }
}
