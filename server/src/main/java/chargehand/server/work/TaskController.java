package chargehand.server.work;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.planning.TaskKey;
import chargehand.server.work.Comments.Comment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/tasks/{task}")
@Tag(name = "Work")
class TaskController {
    private final TaskRights rights;
    private final NeedReading needs;
    private final ComplicationReading complications;
    private final Comments comments;
    private final Commenting commenting;

    TaskController(
            TaskRights rights,
            NeedReading needs,
            ComplicationReading complications,
            Comments comments,
            Commenting commenting) {
        this.rights = rights;
        this.needs = needs;
        this.complications = complications;
        this.comments = comments;
        this.commenting = commenting;
    }

    /// What is around a task.
    ///
    /// @param mentionable the names that can follow an @ in a comment
    /// @param own whether the reader works on it or plans it, so that they may say what it needs
    @Schema(name = "TaskWork")
    record TaskWork(
            List<NeedView> needs,
            List<ComplicationView> complications,
            List<Comment> comments,
            List<String> mentionable,
            boolean own) {}

    @GetMapping("/work")
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "getTaskWork",
            summary = "What a task needs, what came in its way, and what was said about it")
    TaskWork work(Caller caller, @PathVariable UUID project, @PathVariable String task) {
        var head = rights.task(project, task);
        return new TaskWork(
                needs.ofTasks(caller, List.of(new TaskKey(project, task))),
                complications.of(caller, project, task),
                comments.of(project, task),
                commenting.mentionable(project).stream()
                        .map(each -> each.name())
                        .toList(),
                rights.worksOn(caller, head) || rights.plans(caller, head));
    }

    /// @param text with mentions as `@` and a name
    @Schema(name = "CommentWrite")
    record CommentWrite(@Nullable String text) {}

    @PostMapping("/comments")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "sayAboutTask", summary = "Say something about a task; who is mentioned hears of it")
    Comment say(
            Caller caller, @PathVariable UUID project, @PathVariable String task, @RequestBody CommentWrite written) {
        return commenting.say(caller, project, task, written.text());
    }
}
