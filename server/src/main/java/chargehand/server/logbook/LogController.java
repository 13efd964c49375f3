package chargehand.server.logbook;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.logbook.LogEntry.Kind;
import chargehand.server.logbook.LogEntry.State;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import chargehand.server.shared.CsvLine;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Logbook", description = "What was decided, assumed and learnt in projects, and what is the matter.")
class LogController {
    private final Logbook logbook;
    private final LogKeeping keeping;
    private final ProjectClosing closing;
    private final People people;
    private final OwnTasks tasks;

    LogController(Logbook logbook, LogKeeping keeping, ProjectClosing closing, People people, OwnTasks tasks) {
        this.logbook = logbook;
        this.keeping = keeping;
        this.closing = closing;
        this.people = people;
        this.tasks = tasks;
    }

    /// @param people names of those who see to entries, by id
    /// @param tasks names of the tasks that entries are about, by id; those that are still there
    @Schema(name = "ProjectLog")
    record ProjectLog(List<LogEntry> items, Map<UUID, String> people, Map<String, String> tasks) {}

    @GetMapping("/api/projects/{project}/log")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listLog", summary = "The logbook of a project, what is open first")
    ProjectLog list(@PathVariable UUID project) {
        var items = logbook.of(project);
        return new ProjectLog(items, names(items), tasks(project, items));
    }

    private Map<UUID, String> names(Collection<LogEntry> items) {
        var owners = items.stream()
                .map(LogEntry::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return people.of(owners).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private Map<String, String> tasks(UUID project, Collection<LogEntry> items) {
        var names = new HashMap<String, String>();
        tasks.heads(items.stream()
                        .flatMap(each -> each.tasks().stream())
                        .distinct()
                        .map(each -> new TaskKey(project, each))
                        .toList())
                .forEach((key, head) -> names.put(key.task(), head.name()));
        return names;
    }

    @GetMapping(value = "/api/projects/{project}/log/table", produces = "text/csv")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "exportLog", summary = "The logbook of a project as CSV")
    ResponseEntity<String> table(@PathVariable UUID project) {
        var items = logbook.of(project);
        var names = names(items);
        var csv = new StringBuilder(CsvLine.of(
                "kind",
                "number",
                "title",
                "text",
                "decided_by",
                "day",
                "owner",
                "state",
                "outcome",
                "written_by",
                "written_at"));
        for (var each : items)
            csv.append(CsvLine.of(
                    each.kind().name(),
                    Integer.toString(each.number()),
                    each.title(),
                    each.text(),
                    each.who(),
                    each.day() == null ? null : each.day().toString(),
                    each.owner() == null ? null : names.get(each.owner()),
                    each.state().name(),
                    each.outcome(),
                    each.made().name(),
                    each.made().at().toString()));
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"log.csv\"")
                .body(csv.toString());
    }

    @Schema(name = "LogHistory")
    record History(List<Logbook.Earlier> items) {}

    @GetMapping("/api/projects/{project}/log/{entry}/history")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listLogHistory", summary = "What an entry said before, the newest first")
    History history(@PathVariable UUID project, @PathVariable UUID entry) {
        return new History(logbook.earlier(keeping.find(project, entry).id()));
    }

    @PostMapping("/api/projects/{project}/log")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addLogEntry",
            summary = "Write down a decision (whoever plans), an assumption, an issue or a lesson")
    LogEntry add(Caller caller, @PathVariable UUID project, @RequestBody LogWrite written) {
        return keeping.add(caller, project, written);
    }

    @PutMapping("/api/projects/{project}/log/{entry}")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "writeLogEntry", summary = "Write an entry anew")
    ResponseEntity<LogEntry> write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID entry,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LogWrite written) {
        return answer(keeping.write(caller, project, entry, written, Version.required(ifMatch)));
    }

    private static ResponseEntity<LogEntry> answer(LogEntry entry) {
        return ResponseEntity.ok().eTag(Version.tag(entry.version())).body(entry);
    }

    /// @param state an issue is closed, an assumption has held or was wrong, a decision is replaced or closed
    /// @param outcome what was done, what turned out, or why it stands no more
    @Schema(name = "LogClosure")
    record Closure(@Nullable State state, @Nullable String outcome) {}

    @PostMapping("/api/projects/{project}/log/{entry}/closure")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "closeLogEntry", summary = "Say what came of it")
    ResponseEntity<LogEntry> close(
            Caller caller, @PathVariable UUID project, @PathVariable UUID entry, @RequestBody Closure closure) {
        var state = Objects.requireNonNullElse(closure.state(), State.closed);
        return answer(keeping.end(caller, project, entry, state, closure.outcome()));
    }

    @DeleteMapping("/api/projects/{project}/log/{entry}/closure")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "openLogEntry", summary = "That was not the end of it")
    ResponseEntity<LogEntry> open(Caller caller, @PathVariable UUID project, @PathVariable UUID entry) {
        return answer(keeping.open(caller, project, entry));
    }

    /// @param projectName of which it is
    @Schema(name = "LogFound")
    record Found(LogEntry entry, String projectName) {}

    @Schema(name = "LogSearch")
    record FoundList(List<Found> items) {}

    @GetMapping("/api/log")
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "searchLog",
            summary = "Entries of all projects that one sees, by the beginnings of their words; without any the newest")
    FoundList search(Caller caller, @RequestParam @Nullable String q, @RequestParam @Nullable Kind kind) {
        var text = Objects.requireNonNullElse(q, "");
        if (text.length() > 200) throw Problem.invalid("q", "At most 200 characters are searched for.");
        return new FoundList(logbook.search(text, kind, caller.where(Permission.WORK_SEE)).stream()
                .map(each -> new Found(each.entry(), each.project()))
                .toList());
    }

    /// @param lessons what was learnt; where nothing was, `nothing` says why
    @Schema(name = "ProjectClosing")
    record Closing(@Nullable List<Lesson> lessons, @Nullable String nothing) {}

    /// @param text what to do next time
    @Schema(name = "LessonWrite")
    record Lesson(@Nullable String title, @Nullable String text) {}

    @PostMapping("/api/projects/{project}/closing")
    @Needs(Permission.PROJECT_EDIT)
    @Operation(
            operationId = "closeProject",
            summary = "Close a project, with what was learnt; its actuals are kept as history")
    ProjectLog finish(Caller caller, @PathVariable UUID project, @RequestBody Closing body) {
        var lessons = Objects.requireNonNullElse(body.lessons(), List.<Lesson>of()).stream()
                .map(each -> new LogWrite(Kind.lesson, each.title(), each.text(), null, null, null, null, null, null))
                .toList();
        closing.close(caller, project, lessons, body.nothing());
        return list(project);
    }
}
