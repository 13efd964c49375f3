package chargehand.server.planning;

import chargehand.engine.explain.Cause;
import chargehand.engine.explain.Explainer;
import chargehand.engine.explain.Reason;
import chargehand.engine.explain.Words;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.TaskId;
import chargehand.server.shared.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Says why each task is where it is.
@Service
class Reasons {
    private static final int LONGEST_CHAIN = 500;

    private final WarmPlans warm;

    Reasons(WarmPlans warm) {
        this.warm = warm;
    }

    /// All reasons of a plan at one version, to be asked again.
    record Explained(long version, Map<TaskId, Reason> reasons, Map<TaskId, List<TaskId>> drives, Words words) {}

    ReasonView of(UUID project, String task) {
        var live = warm.current(project).orElseThrow(Problem::notFound);
        var explained = explained(live);
        var id = task.isBlank() || task.length() > 200 ? null : new TaskId(task);
        var reason = id == null ? null : explained.reasons().get(id);
        if (id == null || reason == null) throw Problem.notFound();
        return new ReasonView(
                task,
                explained.words().why(reason),
                reason.causes().stream()
                        .map(each -> view(each, live, explained.words()))
                        .toList(),
                chain(reason, live, explained),
                explained.drives().getOrDefault(id, List.of()).stream()
                        .map(TaskId::value)
                        .toList());
    }

    private Explained explained(LivePlan live) {
        var place = warm.of(live.project());
        var known = place.explained();
        if (known != null && known.version() == live.version()) return known;
        var reasons = new HashMap<TaskId, Reason>();
        var drives = new HashMap<TaskId, List<TaskId>>();
        for (var reason : Explainer.explain(live.plan(), live.calendar(), warm.now())) {
            reasons.put(reason.task(), reason);
            for (var cause : reason.causes()) {
                var from = task(cause);
                if (from != null && !(cause instanceof Cause.FirstBeneath))
                    drives.computeIfAbsent(from, any -> new ArrayList<>()).add(reason.task());
            }
        }
        var explained = new Explained(live.version(), reasons, drives, new Words(live.plan()));
        place.explained(explained);
        return explained;
    }

    private static List<ReasonView.Step> chain(Reason reason, LivePlan live, Explained explained) {
        var chain = new ArrayList<ReasonView.Step>();
        var seen = new HashSet<TaskId>();
        var places = live.places();
        seen.add(reason.task());
        for (var next = before(reason); next != null && seen.add(next) && chain.size() < LONGEST_CHAIN; ) {
            var why = explained.reasons().get(next);
            var place = places.get(next);
            if (why == null || place == null) break;
            var at = live.calendar().tasks().get(place);
            var chief = why.causes().isEmpty() ? null : view(why.causes().getFirst(), live, explained.words());
            chain.add(new ReasonView.Step(
                    next.value(),
                    at.start(),
                    at.finish(),
                    explained.words().why(why),
                    chief == null ? "" : chief.code(),
                    chief == null ? Map.of() : chief.values()));
            next = before(why);
        }
        return chain;
    }

    private static @Nullable TaskId before(Reason reason) {
        return reason.causes().isEmpty() ? null : task(reason.causes().getFirst());
    }

    private static @Nullable TaskId task(Cause cause) {
        return switch (cause) {
            case Cause.Waits waits -> waits.predecessor();
            case Cause.Busy busy -> busy.on();
            case Cause.FirstBeneath first -> first.task();
            case Cause.PlanStart c -> null;
            case Cause.Now c -> null;
            case Cause.NotBefore c -> null;
            case Cause.Pinned c -> null;
            case Cause.Happened c -> null;
            case Cause.Booked c -> null;
            case Cause.OffHours c -> null;
            case Cause.WindowOpens c -> null;
            case Cause.Kept c -> null;
        };
    }

    private static ReasonView.CauseView view(Cause cause, LivePlan live, Words words) {
        var task = task(cause);
        var person = person(cause);
        return new ReasonView.CauseView(
                code(cause),
                values(cause, live),
                words.why(cause),
                task == null ? null : task.value(),
                person == null ? null : person.value());
    }

    private static @Nullable ResourceId person(Cause cause) {
        return switch (cause) {
            case Cause.Busy busy -> busy.resource();
            case Cause.Booked booked -> booked.resource();
            case Cause.OffHours off -> off.resource();
            case Cause.Waits c -> null;
            case Cause.FirstBeneath c -> null;
            case Cause.PlanStart c -> null;
            case Cause.Now c -> null;
            case Cause.NotBefore c -> null;
            case Cause.Pinned c -> null;
            case Cause.Happened c -> null;
            case Cause.WindowOpens c -> null;
            case Cause.Kept c -> null;
        };
    }

    private static String code(Cause cause) {
        return switch (cause) {
            case Cause.PlanStart c -> "plan-start";
            case Cause.Now c -> "now";
            case Cause.NotBefore c -> "not-before";
            case Cause.Pinned c -> "pinned";
            case Cause.Happened c -> "happened";
            case Cause.Waits c ->
                c.lagged() ? "waits-lag" : "waits-" + c.type().name().toLowerCase(Locale.ROOT);
            case Cause.Busy c -> "busy";
            case Cause.Booked c -> "booked";
            case Cause.OffHours c -> "off-hours";
            case Cause.WindowOpens c -> "window";
            case Cause.FirstBeneath c -> "first-beneath";
            case Cause.Kept c -> "kept";
        };
    }

    private static Map<String, Object> values(Cause cause, LivePlan live) {
        return switch (cause) {
            case Cause.PlanStart(var at) -> Map.of("at", at.toString());
            case Cause.Now(var at) -> Map.of("at", at.toString());
            case Cause.NotBefore(var at) -> Map.of("at", at.toString());
            case Cause.Pinned(var at) -> Map.of("at", at.toString());
            case Cause.Happened(var at) -> Map.of("at", at.toString());
            case Cause.WindowOpens(var at) -> Map.of("at", at.toString());
            case Cause.Waits(var from, var type, var moment, var lagged) ->
                ordered("predecessor", name(live, from), "moment", moment.toString());
            case Cause.Busy(var who, var on, var until) ->
                ordered("resource", name(live, who), "on", name(live, on), "until", until.toString());
            case Cause.Booked(var who, var reason, var until) ->
                ordered("resource", name(live, who), "reason", reason, "until", until.toString());
            case Cause.OffHours(var who, var until) -> ordered("resource", name(live, who), "at", until.toString());
            case Cause.FirstBeneath(var task) -> Map.of("task", name(live, task));
            case Cause.Kept() -> Map.of();
        };
    }

    private static Map<String, Object> ordered(String... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
        return values;
    }

    private static String name(LivePlan live, TaskId id) {
        return live.plan().task(id).map(each -> each.name()).orElse(id.value());
    }

    private static String name(LivePlan live, ResourceId id) {
        return live.plan().resources().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> each.name())
                .findFirst()
                .orElse(id.value());
    }
}
