package chargehand.files.own;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Deadline;
import chargehand.engine.plan.EstimateRange;
import chargehand.engine.plan.Progress;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.plan.TaskId;
import chargehand.engine.plan.Who;
import chargehand.engine.plan.Window;
import chargehand.engine.time.Effort;
import chargehand.engine.time.WorkingDuration;
import chargehand.files.UnreadableFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one task of a JSON plan.
///
/// @param calendars the ids of those that a task may have
record JsonTask(Times times, Durations durations, Team team, Set<String> calendars) {
    static final Set<String> KEYS = Set.of(
            "id",
            "wbs",
            "name",
            "parent",
            "tasks",
            "work",
            "duration",
            "elapsed",
            "milestone",
            "summary",
            "assignees",
            "skill",
            "after",
            "calendar",
            "notBefore",
            "pinned",
            "deadline",
            "windows",
            "progress",
            "priority");
    private static final List<String> EXTENTS = List.of("work", "duration", "elapsed", "milestone", "summary");
    private static final Set<String> ASSIGNEE_KEYS = Set.of("name", "skill", "units", "effort");
    private static final Set<String> DEADLINE_KEYS = Set.of("by", "promisedTo");
    private static final Set<String> WINDOW_KEYS = Set.of("from", "to");
    private static final Set<String> PROGRESS_KEYS = Set.of("started", "finished", "remaining");

    Task task(Json json, TaskId id, String wbs, @Nullable TaskId parent, boolean summary) throws UnreadableFile {
        var measured = measured(json, summary);
        return new Task(
                id,
                wbs,
                json.need("name").notBlank(),
                parent,
                measured.extent(),
                assignments(json),
                json.optional("calendar", each -> JsonPeople.calendar(each, calendars)),
                json.optional("notBefore", each -> each.as(times::start)),
                json.optional("pinned", each -> each.as(times::start)),
                json.optional("deadline", this::deadline),
                json.list("windows", this::window),
                json.optional("progress", this::progress),
                json.or("priority", each -> each.whole(0, 1000), Task.USUAL_PRIORITY),
                measured.range());
    }

    private record Measured(TaskExtent extent, @Nullable EstimateRange range) {}

    private Measured measured(Json json, boolean summary) throws UnreadableFile {
        var given = new ArrayList<String>();
        for (var each : EXTENTS) if (isGiven(json, each)) given.add(each);
        if (summary && !given.contains("summary")) given.add("summary");
        if (given.isEmpty())
            throw json.refusal(
                    "missing-key",
                    "the task says neither how long it takes nor that it is a milestone",
                    "Add \"work\": \"3d\", \"duration\": \"3d\", \"elapsed\": \"2d\" or \"milestone\": true.");
        if (given.size() > 1)
            throw json.refusal(
                    "bad-value",
                    "the task is %s at once".formatted(String.join(" and ", given)),
                    "Keep one; a task with others beneath it is a summary and takes as long as they do.");
        return switch (given.getFirst()) {
            case "work" -> {
                var estimate = json.need("work").estimate(durations);
                yield new Measured(new TaskExtent.ByEffort(new Effort(estimate.minutes())), estimate.range());
            }
            case "duration" -> {
                var estimate = json.need("duration").estimate(durations);
                var duration = new WorkingDuration(estimate.minutes());
                yield new Measured(new TaskExtent.ByWorkingTime(duration), estimate.range());
            }
            case "elapsed" -> {
                var estimate = json.need("elapsed").estimate(Durations.ELAPSED);
                var elapsed = Duration.ofMinutes(estimate.minutes());
                yield new Measured(new TaskExtent.ByElapsedTime(elapsed), estimate.range());
            }
            case "milestone" -> new Measured(new TaskExtent.Milestone(), null);
            default -> new Measured(new TaskExtent.Summary(), null);
        };
    }

    private static boolean isGiven(Json json, String extent) throws UnreadableFile {
        return switch (extent) {
            case "milestone", "summary" -> json.or(extent, Json::flag, false);
            default -> json.has(extent);
        };
    }

    private WorkingDuration working(Json json) throws UnreadableFile {
        return new WorkingDuration(json.minutes(durations));
    }

    private List<Assignment> assignments(Json json) throws UnreadableFile {
        var assignments = new ArrayList<>(json.list("assignees", this::assignment));
        var skill = json.get("skill");
        if (skill != null) assignments.add(Assignment.anyoneWith(skill.notBlank()));
        return assignments;
    }

    private Assignment assignment(Json json) throws UnreadableFile {
        if (json.isText()) return new Assignment(named(json, Assignment.WHOLE), Assignment.WHOLE, null);
        json.onlyWith(ASSIGNEE_KEYS);
        int units = json.or("units", JsonPeople::percent, Assignment.WHOLE);
        return new Assignment(
                who(json, units), units, json.optional("effort", each -> new Effort(each.minutes(durations))));
    }

    private Who who(Json json, int units) throws UnreadableFile {
        var skill = json.get("skill");
        if (skill == null) return named(json.need("name"), units);
        if (!json.has("name")) return new Who.AnyoneWith(skill.notBlank());
        throw json.refusal("bad-value", "this names somebody and a skill", "Keep one of the two.");
    }

    private Who named(Json json, int units) throws UnreadableFile {
        return new Who.Named(json.as(name -> team.named(name, units)));
    }

    private Deadline deadline(Json json) throws UnreadableFile {
        if (json.isText()) return new Deadline(json.as(times::end), null);
        json.onlyWith(DEADLINE_KEYS);
        return new Deadline(json.need("by").as(times::end), json.optional("promisedTo", Json::text));
    }

    private Window window(Json json) throws UnreadableFile {
        json.onlyWith(WINDOW_KEYS);
        var from = json.need("from").as(times::start);
        var to = json.need("to").as(times::end);
        if (!from.isBefore(to)) throw JsonPeople.endsBeforeItBegins(json);
        return new Window(from, to);
    }

    private Progress progress(Json json) throws UnreadableFile {
        json.onlyWith(PROGRESS_KEYS);
        var started = json.need("started").as(times::start);
        var finished = json.optional("finished", each -> each.as(times::end));
        if (finished != null && finished.isBefore(started)) throw JsonPeople.endsBeforeItBegins(json);
        return new Progress(started, finished, json.optional("remaining", this::working));
    }
}
