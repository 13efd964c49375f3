package chargehand.files.own;

import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskId;
import chargehand.files.UnreadableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tasks of a JSON plan, beneath each other or with the names of their parents, and what links them.
final class JsonTasks {
    static final int MOST_TASKS = 200_000;
    private static final Set<String> LINK_KEYS = Set.of("from", "to", "type", "lag");
    private static final Set<String> AFTER_KEYS = Set.of("task", "type", "lag");

    private final Map<TaskId, Json> tasks = new LinkedHashMap<>();
    private final Map<TaskId, TaskId> parents = new HashMap<>();
    private final Map<TaskId, Integer> children = new HashMap<>();
    private final Map<TaskId, String> numbers = new HashMap<>();
    private int topLevel;

    JsonTasks(Json plan) throws UnreadableFile {
        for (var task : plan.need("tasks").items()) add(task, null);
        for (var task : tasks.entrySet()) number(task.getKey(), task.getValue());
    }

    private void add(Json json, @Nullable TaskId above) throws UnreadableFile {
        json.onlyWith(JsonTask.KEYS);
        if (tasks.size() == MOST_TASKS)
            throw json.refusal(
                    "too-many-tasks",
                    "a plan may have %d tasks".formatted(MOST_TASKS),
                    "Split it into several projects.");
        var id = json.has("id") ? new TaskId(json.need("id").id()) : new TaskId(Integer.toString(tasks.size() + 1));
        var parent = json.has("parent") ? parent(json.need("parent")) : above;
        if (tasks.putIfAbsent(id, json) != null) throw duplicate(json, id);
        if (parent != null) parents.put(id, parent);
        for (var child : json.list("tasks", each -> each)) add(child, id);
    }

    private TaskId parent(Json json) throws UnreadableFile {
        var parent = new TaskId(json.id());
        if (tasks.containsKey(parent)) return parent;
        throw json.refusal(
                "unknown-id",
                "no task above this one has the id \"%s\"".formatted(Quoted.shortened(parent.value())),
                "A parent stands before the tasks beneath it, and never beneath itself.");
    }

    private static UnreadableFile duplicate(Json json, TaskId id) {
        return json.refusal(
                "duplicate-id",
                "a task before this one has the id \"%s\"".formatted(Quoted.shortened(id.value())),
                "Give each task an id of its own; a task without one is called by its place, 1, 2, 3.");
    }

    /// Its place in the work breakdown, where the file says none: `1.2.3`.
    private void number(TaskId id, Json json) throws UnreadableFile {
        var parent = parents.get(id);
        int place = parent == null ? ++topLevel : children.merge(parent, 1, Integer::sum);
        var above = parent == null ? "" : numbers.getOrDefault(parent, "");
        numbers.put(id, json.or("wbs", Json::text, above.isEmpty() ? "" + place : above + "." + place));
    }

    List<Task> tasks(JsonTask reading) throws UnreadableFile {
        var result = new ArrayList<Task>();
        for (var task : tasks.entrySet()) {
            var id = task.getKey();
            boolean summary = children.containsKey(id) || task.getValue().has("tasks");
            result.add(reading.task(task.getValue(), id, numbers.getOrDefault(id, ""), parents.get(id), summary));
        }
        return result;
    }

    /// Those that the tasks wait for, in the order of the tasks, then those of the plan's own list.
    List<Link> links(Json plan, LinkText text) throws UnreadableFile {
        var links = new ArrayList<Link>();
        for (var task : tasks.entrySet())
            links.addAll(task.getValue().list("after", each -> after(each, task.getKey(), text)));
        links.addAll(plan.list("links", each -> link(each, text)));
        return links;
    }

    private Link after(Json json, TaskId successor, LinkText text) throws UnreadableFile {
        if (!json.isObject()) {
            var id = json.id();
            return json.made(() -> text.link(id, successor, tasks.keySet()));
        }
        json.onlyWith(AFTER_KEYS);
        return new Link(known(json.need("task")), successor, type(json), lag(json, text));
    }

    private Link link(Json json, LinkText text) throws UnreadableFile {
        json.onlyWith(LINK_KEYS);
        return new Link(known(json.need("from")), known(json.need("to")), type(json), lag(json, text));
    }

    private TaskId known(Json json) throws UnreadableFile {
        var id = new TaskId(json.id());
        if (tasks.containsKey(id)) return id;
        throw json.refusal(
                "unknown-id",
                "no task has the id \"%s\"".formatted(Quoted.shortened(id.value())),
                "Write the id of a task of this file.");
    }

    private static LinkType type(Json json) throws UnreadableFile {
        return json.or("type", each -> each.as(JsonTasks::type), LinkType.FS);
    }

    private static LinkType type(String text) throws BadValue {
        for (var type : LinkType.values()) if (type.name().equals(text)) return type;
        throw new BadValue("\"%s\" is no kind of link".formatted(Quoted.shortened(text)), "Write FS, SS, FF or SF.");
    }

    private static Lag lag(Json json, LinkText text) throws UnreadableFile {
        return json.or("lag", each -> each.as(text::lag), Lag.NONE);
    }
}
