package chargehand.server.increments;

import chargehand.engine.forecast.FinishedTasks;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.server.increments.CardView.WaitView;
import chargehand.server.increments.CardView.WhoView;
import chargehand.server.increments.Deck.Item;
import chargehand.server.work.Outlook;
import chargehand.server.work.Waits;
import chargehand.server.work.Waits.Wait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Cards, with what their readers have to know about them.
@Component
class CardReading {
    private static final Set<Signal.Kind> CALLING = Set.of(Signal.Kind.failed, Signal.Kind.waits, Signal.Kind.changes);

    private final Increments increments;
    private final Waits waits;
    private final Outlook outlook;
    private final Signals signals;

    CardReading(Increments increments, Waits waits, Outlook outlook, Signals signals) {
        this.signals = signals;
        this.increments = increments;
        this.waits = waits;
        this.outlook = outlook;
    }

    /// Which increment takes each task on now, or took it on to its end.
    Map<String, UUID> increments(UUID project) {
        var of = new HashMap<String, UUID>();
        increments.taken(project).forEach((increment, taken) -> {
            for (var each : taken) if (each.until() == null) of.put(each.task(), increment);
        });
        return of;
    }

    List<CardView> views(Deck deck, Collection<Item> items) {
        var project = deck.current.project();
        var of = increments(project);
        var waiting = waits.of(project).stream().collect(Collectors.groupingBy(Wait::task));
        var chances = outlook.of(List.of(project))
                .getOrDefault(project, Outlook.Outlooks.NONE)
                .chances();
        var names = new HashMap<ResourceId, String>();
        deck.current.plan().resources().forEach(each -> names.put(each.id(), each.name()));
        var today = LocalDate.ofInstant(deck.current.now(), deck.zone());
        var told = signals.standing(project).stream()
                .filter(each -> CALLING.contains(each.kind()))
                .collect(Collectors.groupingBy(each -> String.valueOf(each.task())));
        var views = new ArrayList<CardView>();
        for (var each : items) {
            var its = waiting.getOrDefault(each.id(), List.of());
            var chance = chances.get(each.id());
            var progress = each.task().progress();
            var remaining = progress == null ? null : progress.remaining();
            views.add(new CardView(
                    each.id(),
                    deck.key(each),
                    each.task().name(),
                    each.task().parent() == null ? null : each.task().parent().value(),
                    deck.column(each).id(),
                    minutes(each.task()),
                    remaining == null || each.done() ? null : remaining.minutes(),
                    who(each, names),
                    each.at().start(),
                    each.at().finish(),
                    chance == null || each.done() ? null : chance.p80(),
                    each.at().critical() && !each.done(),
                    each.begun(),
                    each.done(),
                    each.card().bug(),
                    notReady(each, its),
                    its.stream().map(wait -> view(wait, today)).toList(),
                    each.done() ? List.of() : marks(told.getOrDefault(each.id(), List.of())),
                    each.task().extent() instanceof TaskExtent.ByElapsedTime,
                    of.get(each.id()),
                    each.card().movedAt()));
        }
        return views;
    }

    private static List<CardView.MarkView> marks(List<Signal> signals) {
        return signals.stream()
                .map(each -> new CardView.MarkView(each.kind(), each.at(), each.source(), each.url()))
                .toList();
    }

    private static WaitView view(Wait wait, LocalDate today) {
        boolean late = wait.due() != null && wait.due().isBefore(today);
        return new WaitView(wait.what(), wait.due(), late, wait.standsStill());
    }

    static @Nullable Long minutes(Task task) {
        return switch (task.extent()) {
            case TaskExtent.ByEffort(var effort) -> effort.personMinutes();
            case TaskExtent.ByWorkingTime(var duration) -> (long) duration.minutes();
            case TaskExtent.ByElapsedTime(var duration) -> duration.toMinutes();
            case TaskExtent.Milestone(), TaskExtent.Summary() -> null;
        };
    }

    private static List<WhoView> who(Item item, Map<ResourceId, String> names) {
        return item.at().assignments().stream()
                .map(each -> names.get(each.resource()))
                .filter(Objects::nonNull)
                .distinct()
                .map(each -> new WhoView(each, initials(each)))
                .toList();
    }

    private static String initials(String name) {
        var words = name.strip().split("\\s+");
        var last = words.length > 1 ? words[words.length - 1] : "";
        return (first(words[0]) + first(last)).toUpperCase(java.util.Locale.ROOT);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    /// Why it can't be begun well; of what has begun nothing.
    static List<String> notReady(Item item, List<Wait> waits) {
        if (item.begun()) return List.of();
        var why = new ArrayList<String>();
        boolean passes = item.task().extent() instanceof TaskExtent.ByElapsedTime;
        if (FinishedTasks.estimate(item.task()) <= 0 && !passes) why.add("estimate");
        if (item.task().assignments().isEmpty() && !passes) why.add("nobody");
        if (waits.stream().anyMatch(each -> each.unowned() || each.standsStill())) why.add("need");
        if (item.card().aside()) why.add("aside");
        return why;
    }
}
