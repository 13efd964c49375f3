package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}/updates")
@Tag(name = "Updates", description = "What each audience is told: drafted from facts, worded and released by a person.")
class UpdateController {
    private final Updates updates;
    private final Updating updating;
    private final Audiences audiences;
    private final Rhythms rhythms;
    private final ReleaseSwitches switches;
    private final ByItselfReading byItself;
    private final Projects projects;
    private final UpdateReminding reminding;
    private final UpdatePapers papers;
    private final PortalWishes wishes;

    UpdateController(
            Updates updates,
            Updating updating,
            Audiences audiences,
            Rhythms rhythms,
            ReleaseSwitches switches,
            ByItselfReading byItself,
            Projects projects,
            UpdateReminding reminding,
            UpdatePapers papers,
            PortalWishes wishes) {
        this.updates = updates;
        this.updating = updating;
        this.audiences = audiences;
        this.rhythms = rhythms;
        this.switches = switches;
        this.byItself = byItself;
        this.projects = projects;
        this.reminding = reminding;
        this.papers = papers;
        this.wishes = wishes;
    }

    /// @param unread of the last update of each audience: who has not said that they read it; for those who plan
    /// @param mine those that the reader has acknowledged
    @Schema(name = "UpdateList")
    record UpdateList(List<Update> items, Map<UUID, List<String>> unread, List<UUID> mine) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "listUpdates",
            summary = "What was told of a project, as far as it was told to the caller; drafts to those who plan")
    UpdateList list(Caller caller, @PathVariable UUID project) {
        var seen = updates.of(project).stream()
                .filter(each -> audiences.sees(caller, each))
                .map(each -> seen(caller, each))
                .toList();
        var read = updates.acknowledged(seen.stream().map(Update::id).toList(), caller.account());
        var mine = seen.stream().map(Update::id).filter(read::contains).toList();
        boolean plans = audiences.plans(caller, project);
        return new UpdateList(seen, plans ? reminding.unread(project) : Map.of(), mine);
    }

    /// What the client pays is not for everybody who plans.
    private Update seen(Caller caller, Update update) {
        return wishes.seesPay(caller, update.project()) ? update : update.withoutPay();
    }

    @GetMapping(value = "/{update}/paper", produces = MediaType.ALL_VALUE)
    @Needs(Permission.WORK_SEE)
    @Operation(
            operationId = "exportUpdate",
            summary = "A released update as PDF, each promised date drawn with its chance; in the reader's language")
    ResponseEntity<byte[]> paper(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        return papers.told(caller, project, update);
    }

    @PostMapping("/{update}/reading")
    @Needs(Permission.WORK_SEE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "readUpdate", summary = "Say that one has read what one was told")
    void read(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        updating.read(caller, project, update);
    }

    /// @param count how many were reminded; nobody twice within a day
    @Schema(name = "RemindedReaders")
    record Reminded(int count) {}

    @PostMapping("/{update}/reminder")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "remindReaders", summary = "Remind those who have not read it; nobody twice within a day")
    Reminded remind(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        return new Reminded(reminding.remind(caller, project, update));
    }

    @Schema(name = "UpdateRhythmList")
    record RhythmList(List<Rhythms.Rhythm> items) {}

    @GetMapping("/rhythms")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listRhythms", summary = "How often each audience is told")
    RhythmList rhythms(@PathVariable UUID project) {
        return new RhythmList(rhythms.of(project));
    }

    @PutMapping("/rhythms")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "setRhythm", summary = "Say how often an audience is told, and when readers are reminded")
    RhythmList rhythm(Caller caller, @PathVariable UUID project, @RequestBody Rhythms.Rhythm rhythm) {
        rhythms.set(caller, project, rhythm);
        return new RhythmList(rhythms.of(project));
    }

    @Schema(name = "UpdateByItselfList")
    record ByItselfList(List<ByItself> items) {}

    @GetMapping("/by-itself")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "listReleasesByItself",
            summary = "For whom updates are released by themselves, and what waits")
    ByItselfList byItself(@PathVariable UUID project) {
        return new ByItselfList(byItself.of(projects.find(project).orElseThrow(Problem::notFound)));
    }

    @Schema(name = "UpdateByItselfWrite")
    record ByItselfWrite(Audience audience, boolean on) {}

    @PutMapping("/by-itself")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "setReleaseByItself",
            summary =
                    "Say whether an audience's updates are released by themselves when they are due and nothing is doubtful")
    ByItselfList byItself(Caller caller, @PathVariable UUID project, @RequestBody ByItselfWrite write) {
        switches.set(caller, project, write.audience(), write.on());
        return byItself(project);
    }

    @GetMapping("/portal")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "readPortalWish", summary = "Whether the client is told what they pay")
    PortalWishes.Wish wish(@PathVariable UUID project) {
        return wishes.of(project);
    }

    @Schema(name = "PortalWishWrite")
    record WishWrite(boolean money) {}

    @PutMapping("/portal")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "setPortalWish",
            summary = "Say whether updates for the client have what they pay, and the portal shows it")
    PortalWishes.Wish wish(Caller caller, @PathVariable UUID project, @RequestBody WishWrite wish) {
        return wishes.set(caller, project, wish.money());
    }

    /// @param audience client unless said
    @Schema(name = "UpdateDraft")
    record Draft(@Nullable Audience audience) {}

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "draftUpdate",
            summary = "Draft an update from the facts of now; words already written stay")
    Update draft(Caller caller, @PathVariable UUID project, @RequestBody Draft draft) {
        var audience = draft.audience() == null ? Audience.client : draft.audience();
        return seen(caller, updating.draft(caller, project, audience));
    }

    @PutMapping("/{update}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "writeUpdate",
            summary = "Write the words of a draft; dates that are not the facts' are told")
    Update write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID update,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Update.Words words) {
        return seen(caller, updating.write(caller, project, update, words, Version.required(ifMatch)));
    }

    /// @param asOf the moment of the facts that were looked at; absent: whichever there are
    @Schema(name = "UpdateLookedAt")
    record LookedAt(@Nullable Instant asOf) {}

    @PostMapping("/{update}/release")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "releaseUpdate",
            summary =
                    "Release a draft: its audience sees it from now on. Refused where its facts are others by now than"
                            + " those that were looked at")
    Update release(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID update,
            @RequestBody(required = false) @Nullable LookedAt lookedAt) {
        var asOf = lookedAt == null ? null : lookedAt.asOf();
        return seen(
                caller,
                asOf == null
                        ? updating.release(caller, project, update)
                        : updating.release(caller, project, update, asOf));
    }

    @DeleteMapping("/{update}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeUpdate", summary = "Throw a draft away")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID update) {
        updating.remove(caller, project, update);
    }
}
