package chargehand.server.outbox;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.outbox.Hook.Call;
import chargehand.server.outbox.Hook.Whose;
import chargehand.server.outbox.HookEditing.Wanted;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Webhooks", description = "Other programs and chats that are told what people are told of projects.")
class HookController {
    private final HookEditing editing;
    private final HookCalls calls;

    HookController(HookEditing editing, HookCalls calls) {
        this.editing = editing;
        this.calls = calls;
    }

    /// @param status what the receiver answered last; absent if it never did
    /// @param trouble a code; absent if the last try was taken, or none was made
    /// @param next when it is tried again
    @Schema(name = "HookCall")
    record CallView(
            UUID id,
            String event,
            String subject,
            Call.State state,
            int tries,
            @Nullable Integer status,
            @Nullable String trouble,
            @Nullable Instant next,
            Instant at) {
        static CallView of(Call call) {
            boolean waits = call.state() == Call.State.waiting;
            return new CallView(
                    call.id(),
                    call.event(),
                    call.subject(),
                    call.state(),
                    call.tries(),
                    call.status(),
                    call.trouble(),
                    waits ? call.due() : null,
                    call.at());
        }
    }

    /// @param host where it is; the rest of its address lets in whoever knows it, and is shown to nobody
    /// @param secret absent but in the answer to its making
    /// @param calls the last of them, the newest first
    @Schema(name = "Hook")
    record HookView(
            UUID id,
            Hook.Kind kind,
            String name,
            String host,
            List<Notice.Kind> hears,
            boolean paused,
            Instant madeAt,
            String madeBy,
            @Nullable String secret,
            List<CallView> calls) {
        static HookView of(Hook hook, @Nullable String secret, List<Call> calls) {
            return new HookView(
                    hook.id(),
                    hook.kind(),
                    hook.name(),
                    Objects.requireNonNull(URI.create(hook.address()).getHost()),
                    hook.hears().stream().sorted().toList(),
                    hook.paused(),
                    hook.madeAt(),
                    hook.madeBy(),
                    secret,
                    calls.stream().map(CallView::of).toList());
        }
    }

    @Schema(name = "HookList")
    record HookList(List<HookView> items) {}

    /// @param secret for signatures, 16 to 200 signs; absent: one is made. Of no use to a chat
    /// @param hears absent: of everything
    @Schema(name = "NewHook")
    record NewHook(
            Hook.@Nullable Kind kind,

            @Nullable @Schema(example = "https://chat.example.com/hooks/abc")
            String address,

            @Nullable String secret,
            @Nullable String name,
            @Nullable List<Notice.Kind> hears) {}

    @Schema(name = "HookChange")
    record HookChange(@Nullable String name, @Nullable List<Notice.Kind> hears, boolean paused) {}

    @GetMapping("/api/hooks")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "listHooks", summary = "Webhooks that hear of all projects, with their last calls")
    HookList list() {
        return listed(Whose.COMPANY);
    }

    @GetMapping("/api/projects/{project}/hooks")
    @Needs(Permission.PROJECT_EDIT)
    @Operation(operationId = "listProjectHooks", summary = "Webhooks that hear of the project alone")
    HookList list(@PathVariable UUID project) {
        return listed(Whose.project(project));
    }

    private HookList listed(Whose whose) {
        var hooks = editing.of(whose);
        var latest =
                calls.latest(hooks.stream().map(Hook::id).toList()).stream().collect(Collectors.groupingBy(Call::hook));
        return new HookList(hooks.stream()
                .map(each -> HookView.of(each, null, latest.getOrDefault(each.id(), List.of())))
                .toList());
    }

    @PostMapping("/api/hooks")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addHook", summary = "Let another program or a chat hear of all projects")
    HookView add(Caller caller, @RequestBody NewHook body) {
        return added(caller, Whose.COMPANY, body);
    }

    @PostMapping("/api/projects/{project}/hooks")
    @Needs(Permission.PROJECT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addProjectHook", summary = "Let another program or a chat hear of the project")
    HookView add(Caller caller, @PathVariable UUID project, @RequestBody NewHook body) {
        return added(caller, Whose.project(project), body);
    }

    private HookView added(Caller caller, Whose whose, NewHook body) {
        if (body.kind == null) throw Problem.invalid("kind", "It is signed or chat.");
        if (body.address == null || body.address.isBlank())
            throw Problem.invalid("address", "It isn't said where it is.");
        var wanted = new Wanted(body.name, body.hears, false);
        var hook = editing.add(caller, whose, body.kind, body.address, body.secret, wanted);
        return HookView.of(hook, hook.secret(), List.of());
    }

    @PutMapping("/api/hooks/{hook}")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changeHook", summary = "Rename it, let it hear of other things, pause it")
    void change(Caller caller, @PathVariable UUID hook, @RequestBody HookChange body) {
        editing.change(caller, Whose.COMPANY, hook, new Wanted(body.name, body.hears, body.paused));
    }

    @PutMapping("/api/projects/{project}/hooks/{hook}")
    @Needs(Permission.PROJECT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changeProjectHook", summary = "Rename it, let it hear of other things, pause it")
    void change(Caller caller, @PathVariable UUID project, @PathVariable UUID hook, @RequestBody HookChange body) {
        editing.change(caller, Whose.project(project), hook, new Wanted(body.name, body.hears, body.paused));
    }

    @DeleteMapping("/api/hooks/{hook}")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeHook", summary = "Forget it, and what waits for it")
    void remove(Caller caller, @PathVariable UUID hook) {
        editing.remove(caller, Whose.COMPANY, hook);
    }

    @DeleteMapping("/api/projects/{project}/hooks/{hook}")
    @Needs(Permission.PROJECT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeProjectHook", summary = "Forget it, and what waits for it")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID hook) {
        editing.remove(caller, Whose.project(project), hook);
    }

    @PostMapping("/api/hooks/{hook}/trial")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "tryHook", summary = "Send a test at once, and say what came of it")
    CallView tryOut(Caller caller, @PathVariable UUID hook) {
        return CallView.of(editing.tryOut(caller, Whose.COMPANY, hook));
    }

    @PostMapping("/api/projects/{project}/hooks/{hook}/trial")
    @Needs(Permission.PROJECT_EDIT)
    @Operation(operationId = "tryProjectHook", summary = "Send a test at once, and say what came of it")
    CallView tryOut(Caller caller, @PathVariable UUID project, @PathVariable UUID hook) {
        return CallView.of(editing.tryOut(caller, Whose.project(project), hook));
    }

    @PostMapping("/api/hooks/{hook}/calls/{call}/again")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "callHookAgain", summary = "Make a call again that failed, or that may have been taken")
    void again(Caller caller, @PathVariable UUID hook, @PathVariable UUID call) {
        editing.again(caller, Whose.COMPANY, hook, call);
    }

    @PostMapping("/api/projects/{project}/hooks/{hook}/calls/{call}/again")
    @Needs(Permission.PROJECT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "callProjectHookAgain",
            summary = "Make a call again that failed, or that may have been taken")
    void again(Caller caller, @PathVariable UUID project, @PathVariable UUID hook, @PathVariable UUID call) {
        editing.again(caller, Whose.project(project), hook, call);
    }

    @GetMapping("/api/own-hooks")
    @Needs(Permission.SELF)
    @Operation(operationId = "listOwnHooks", summary = "Webhooks that hear what one is told oneself")
    HookList own(Caller caller) {
        return listed(Whose.own(caller.account()));
    }

    @PostMapping("/api/own-hooks")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addOwnHook",
            summary = "Let another program or a chat hear what one is told oneself, outside one's quiet hours")
    HookView addOwn(Caller caller, @RequestBody NewHook body) {
        return added(caller, Whose.own(caller.account()), body);
    }

    @PutMapping("/api/own-hooks/{ownHook}")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changeOwnHook", summary = "Rename it, let it hear of other things, pause it")
    void changeOwn(Caller caller, @PathVariable UUID ownHook, @RequestBody HookChange body) {
        var wanted = new Wanted(body.name, body.hears, body.paused);
        editing.change(caller, Whose.own(caller.account()), ownHook, wanted);
    }

    @DeleteMapping("/api/own-hooks/{ownHook}")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeOwnHook", summary = "Forget it, and what waits for it")
    void removeOwn(Caller caller, @PathVariable UUID ownHook) {
        editing.remove(caller, Whose.own(caller.account()), ownHook);
    }

    @PostMapping("/api/own-hooks/{ownHook}/trial")
    @Needs(Permission.SELF)
    @Operation(operationId = "tryOwnHook", summary = "Send a test at once, and say what came of it")
    CallView tryOwn(Caller caller, @PathVariable UUID ownHook) {
        return CallView.of(editing.tryOut(caller, Whose.own(caller.account()), ownHook));
    }

    @PostMapping("/api/own-hooks/{ownHook}/calls/{call}/again")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "callOwnHookAgain", summary = "Make a call again that failed, or that may have been taken")
    void againOwn(Caller caller, @PathVariable UUID ownHook, @PathVariable UUID call) {
        editing.again(caller, Whose.own(caller.account()), ownHook, call);
    }
}
