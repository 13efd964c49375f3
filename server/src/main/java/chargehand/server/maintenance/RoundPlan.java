package chargehand.server.maintenance;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Window;
import chargehand.engine.time.Effort;
import chargehand.server.assets.Asset;
import chargehand.server.maintenance.Policy.Step;
import chargehand.server.maintenance.Round.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns rounds into tasks: a summary with the steps beneath it, one after another; what is done to each asset is done
/// to one after another, so that never two are down at once.
final class RoundPlan {
    private final Locale language;
    private final ZoneId zone;
    private final Instant now;
    private final Supplier<String> ids;

    private final List<Task> tasks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> skills = new HashSet<>();

    /// @param now nothing begins earlier
    /// @param ids a new one at each call
    RoundPlan(Locale language, ZoneId zone, Instant now, Supplier<String> ids) {
        this.language = language;
        this.zone = zone;
        this.now = now;
        this.ids = ids;
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return now;
    }

    List<Task> tasks() {
        return tasks;
    }

    List<Link> links() {
        return links;
    }

    /// Those that the steps ask for.
    Set<String> skills() {
        return skills;
    }

    /// @param task the summary
    record Made(String task, List<Taken> steps) {}

    /// @param minutes of each step
    /// @param windows in which its changes may be made, with time for the way back left at their ends
    Made add(Policy policy, LocalDate day, List<Integer> minutes, List<Asset> assets, List<Window> windows) {
        var above = ids.get();
        var date =
                day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language));
        tasks.add(Task.of(above, policy.name() + ", " + date, new TaskExtent.Summary()));
        var steps = new ArrayList<Taken>();
        String last = null;
        for (int i = 0; i < policy.steps().size(); i++) {
            var step = policy.steps().get(i);
            for (var asset : step.each() && !assets.isEmpty() ? assets : Arrays.<@Nullable Asset>asList((Asset) null)) {
                var task = task(above, name(policy, step, asset), step, minutes.get(i), day);
                if (step.within()) task = task.withWindows(windows);
                tasks.add(task);
                if (last != null) links.add(Link.of(last, task.id().value()));
                last = task.id().value();
                steps.add(new Taken(i, last, null));
            }
        }
        var by = day.plusDays(policy.grace() + 1L).atStartOfDay(zone).toInstant();
        if (by.isAfter(now)) tasks.set(tasks.size() - 1, tasks.getLast().withDeadline(new Deadline(by, null)));
        return new Made(above, steps);
    }

    private String name(Policy policy, Step step, @Nullable Asset asset) {
        var name = asset == null ? step.name() : asset.name() + ": " + step.name();
        var back = policy.wayBack();
        if (!step.within() || back == null) return name;
        return "%s (%s: %s)".formatted(name, language.getLanguage().equals("de") ? "sonst" : "else", back);
    }

    private Task task(String above, String name, Step step, int minutes, LocalDate day) {
        var begin = day.atStartOfDay(zone).toInstant();
        var task = Task.of(ids.get(), name, new TaskExtent.ByEffort(new Effort(minutes)))
                .withParent(new TaskId(above))
                .withNotBefore(begin.isAfter(now) ? begin : null);
        if (step.skill() == null) return task;
        skills.add(step.skill());
        return task.withAssignments(Assignment.anyoneWith(step.skill()));
    }
}
