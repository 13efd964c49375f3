package chargehand.engine.explain;

import chargehand.engine.plan.Finding;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// English sentences for findings and reasons, with the plan's own names, and times on the clock of its zone.
public final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final Set<String> ENDS = Set.of("deadline", "until");
    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");
    private static final Properties SENTENCES = load();

    private final ZoneId zone;
    private final DateTimeFormatter moment;
    private final Map<TaskId, String> tasks = new HashMap<>();
    private final Map<ResourceId, String> resources = new HashMap<>();

    public Words(Plan plan) {
        zone = plan.zone();
        moment = MOMENT.withZone(zone);
        for (Task task : plan.tasks()) tasks.put(task.id(), task.name());
        for (Resource resource : plan.resources()) resources.put(resource.id(), resource.name());
    }

    private static Properties load() {
        var sentences = new Properties();
        try (var stream = Objects.requireNonNull(
                Words.class.getResourceAsStream("/chargehand/engine/words.properties"), "words.properties")) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What is the matter, in one sentence.
    public String message(Finding finding) {
        return sentence(key(finding, ".message"), finding.values());
    }

    /// A way out, in one sentence.
    public String hint(Finding finding) {
        return sentence(key(finding, ".hint"), finding.values());
    }

    /// What is said of one may differ from what is said of several.
    private static String key(Finding finding, String part) {
        var key = finding.code().code() + part;
        boolean single = "1".equals(String.valueOf(finding.values().get("count")));
        return single && SENTENCES.containsKey(key + ".one") ? key + ".one" : key;
    }

    /// Why a task starts when it does: its chief cause in one sentence, and in another if time off adds to it.
    public String why(Reason reason) {
        var causes = reason.causes();
        if (causes.isEmpty()) return "";
        var chief = why(causes.getFirst());
        boolean timeOff = causes.size() > 1
                && (causes.getLast() instanceof Cause.OffHours || causes.getLast() instanceof Cause.Booked);
        return timeOff ? chief + " " + why(causes.getLast()) : chief;
    }

    /// One cause in one sentence.
    public String why(Cause cause) {
        return switch (cause) {
            case Cause.PlanStart(var at) -> sentence("why.plan-start", Map.of("at", at));
            case Cause.Now(var at) -> sentence("why.now", Map.of("at", at));
            case Cause.NotBefore(var at) -> sentence("why.not-before", Map.of("at", at));
            case Cause.Pinned(var at) -> sentence("why.pinned", Map.of("at", at));
            case Cause.Happened(var at) -> sentence("why.happened", Map.of("at", at));
            case Cause.Waits(var predecessor, var type, var at, var lagged) ->
                sentence(
                        lagged ? "why.waits-lag" : "why.waits-" + code(type),
                        Map.of("predecessor", name(predecessor), "moment", at));
            case Cause.Busy(var resource, var on, var until) ->
                sentence("why.busy", Map.of("resource", name(resource), "on", name(on), "until", until));
            case Cause.Booked(var resource, var reason, var until) ->
                sentence("why.booked", Map.of("resource", name(resource), "reason", reason, "until", until));
            case Cause.OffHours(var resource, var until) ->
                sentence("why.off-hours", Map.of("resource", name(resource), "at", until));
            case Cause.WindowOpens(var at) -> sentence("why.window", Map.of("at", at));
            case Cause.FirstBeneath(var task) -> sentence("why.first-beneath", Map.of("task", name(task)));
            case Cause.Kept() -> sentence("why.kept", Map.of());
        };
    }

    private static String code(LinkType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private String name(TaskId id) {
        return tasks.getOrDefault(id, id.value());
    }

    private String name(ResourceId id) {
        return resources.getOrDefault(id, id.value());
    }

    private String sentence(String key, Map<String, Object> values) {
        var pattern = Objects.requireNonNull(SENTENCES.getProperty(key), key);
        return VALUE.matcher(pattern).replaceAll(found -> {
            var name = found.group(1);
            var value = Objects.requireNonNull(values.get(name), found.group());
            return Matcher.quoteReplacement(value instanceof Instant at ? moment(name, at) : value.toString());
        });
    }

    /// What ends at midnight ends with the day before, as people say; and what is likely has a day and no hour.
    private String moment(String name, Instant at) {
        if (name.equals("likely")) return DAY.format(at.minusSeconds(1).atZone(zone));
        boolean endsADay = ENDS.contains(name) && at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        return endsADay ? "the end of " + DAY.format(at.minusSeconds(1).atZone(zone)) : moment.format(at);
    }
}
