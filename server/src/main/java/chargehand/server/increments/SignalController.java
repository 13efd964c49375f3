package chargehand.server.increments;

import chargehand.engine.plan.TaskId;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Open;
import chargehand.server.identity.Permission;
import chargehand.server.increments.SignalIntake.Envelope;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Increments")
class SignalController {
    private final Signals signals;
    private final SignalIntake intake;
    private final Decks decks;

    SignalController(Signals signals, SignalIntake intake, Decks decks) {
        this.signals = signals;
        this.intake = intake;
        this.decks = decks;
    }

    /// @param tasks the keys of those that it was about
    @Schema(name = "SignalTaken")
    record TakenView(List<String> tasks) {}

    @PostMapping("/api/signals/{project}")
    @Open
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "takeSignal",
            summary = "Where Forgejo, Gitea, GitHub and the hook for Git send webhooks, signed by the project's secret")
    TakenView take(@PathVariable UUID project, HttpServletRequest request, @RequestBody byte[] body) {
        return new TakenView(intake.take(project, envelope(request), body).tasks());
    }

    private static Envelope envelope(HttpServletRequest request) {
        for (var host : List.of("Forgejo", "Gitea", "GitHub", "Chargehand")) {
            var event = request.getHeader("X-" + host + "-Event");
            if (event == null) continue;
            var signature = Stream.of("X-" + host + "-Signature", "X-Hub-Signature-256")
                    .map(request::getHeader)
                    .filter(each -> each != null)
                    .findFirst()
                    .orElse(null);
            var source = host.equals("Chargehand") ? "Git" : host;
            return new Envelope(source, event, request.getHeader("X-" + host + "-Delivery"), signature);
        }
        return new Envelope("Git", null, null, request.getHeader("X-Hub-Signature-256"));
    }

    /// @param since when its secret was made, and `name` by whom
    /// @param heardAt when something was heard last, and `heardOf` of which kind
    @Schema(name = "SignalSource")
    record SourceView(
            Instant since,
            String name,
            @Nullable Instant heardAt,
            @Nullable String heardOf) {}

    /// @param path of this server, to which signals are sent
    /// @param source null as long as there is no secret
    /// @param items the newest first
    /// @param keys of the tasks of these
    @Schema(name = "SignalList")
    record ListView(
            String path, String prefix, @Nullable SourceView source, List<Signal> items, Map<String, String> keys) {}

    @GetMapping("/api/projects/{project}/signals")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listSignals", summary = "What code hosts told lately, and whether they can")
    ListView list(@PathVariable UUID project) {
        var deck = decks.of(project);
        var items = signals.latest(project);
        var keys = items.stream()
                .flatMap(each -> Stream.ofNullable(each.task()))
                .distinct()
                .flatMap(each -> deck.item(each).stream())
                .collect(Collectors.toMap(Deck.Item::id, deck::key));
        var source = signals.source(project)
                .map(each -> new SourceView(each.since(), each.name(), each.heardAt(), each.heardOf()))
                .orElse(null);
        return new ListView("/api/signals/" + project, deck.board.prefix(), source, items, keys);
    }

    @Schema(name = "TaskSignals")
    record TaskSignals(String key, List<Signal> items) {}

    @GetMapping("/api/projects/{project}/tasks/{task}/signals")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listTaskSignals", summary = "What code hosts told of a task, each with source and time")
    TaskSignals ofTask(@PathVariable UUID project, @PathVariable String task) {
        var deck = decks.of(project);
        if (deck.current.plan().task(new TaskId(task)).isEmpty()) throw Problem.notFound();
        var key = deck.item(task).map(deck::key).orElse("");
        return new TaskSignals(key, signals.of(project, task));
    }

    /// @param secret shown this once
    @Schema(name = "SignalSecret")
    record SecretView(String secret) {}

    @PostMapping("/api/projects/{project}/signals/source")
    @Needs(Permission.PROJECT_EDIT)
    @Operation(operationId = "renewSignalSecret", summary = "A new secret; the one before signs nothing any more")
    SecretView renew(Caller caller, @PathVariable UUID project) {
        return new SecretView(intake.renew(caller, project));
    }

    @DeleteMapping("/api/projects/{project}/signals/source")
    @Needs(Permission.PROJECT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeSignalSecret", summary = "From now on nothing is heard from code hosts")
    void remove(Caller caller, @PathVariable UUID project) {
        intake.remove(caller, project);
    }
}
