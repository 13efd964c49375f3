package chargehand.server.staffing;

import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.engine.staffing.profile.Profile;
import chargehand.engine.staffing.profile.Profiles;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class ProfileController {
    private final CompanyProfiles profiles;
    private final ProfileEditing editing;

    ProfileController(CompanyProfiles profiles, ProfileEditing editing) {
        this.profiles = profiles;
        this.editing = editing;
    }

    @Schema(name = "ProfileCriterion")
    record CriterionView(String id, boolean must, String sentence) {}

    /// @param reason as whoever wrote that version gave it
    @Schema(name = "ProfileVersion")
    record VersionView(
            int version, @Nullable String reason, StoredAssessment.Author author, Instant at, String criteria) {}

    /// @param author who wrote this version; `Chargehand` for the one that comes with the product
    /// @param criteria as sentences in the reader's language
    /// @param text the criteria as they are written, a line each
    /// @param history versions of the company, the newest first
    @Schema(name = "ManagerProfile")
    record ProfileView(
            String name,
            String title,
            int version,
            String author,
            String source,
            List<CriterionView> criteria,
            String text,
            List<VersionView> history) {}

    @Schema(name = "ManagerProfileList")
    record ProfileList(List<ProfileView> items) {}

    /// @param criteria a line each, as `must budget: experience with budgets of at least 1000000
    ///     USD`
    /// @param reason of the change
    @Schema(name = "ManagerProfileWrite")
    record ProfileWrite(
            @Nullable String title,
            @Nullable String source,
            @Nullable String criteria,
            @Nullable String reason) {
        ProfileEditing.Draft draft() {
            return new ProfileEditing.Draft(title, source, criteria);
        }
    }

    @GetMapping("/api/manager-profiles")
    @Needs(Permission.STAFFING_SEE)
    @Operation(operationId = "listProfiles", summary = "What each kind of manager needs, as sentences and as text")
    ProfileList list() {
        return new ProfileList(Profiles.all().stream()
                .map(each -> view(profiles.current(each.name())))
                .toList());
    }

    @PutMapping("/api/manager-profiles/{profile}")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "putProfile",
            summary =
                    "Change what a kind of manager needs: a new version, with your name; CVs of open vacancies are read again")
    ResponseEntity<ProfileView> put(
            @PathVariable String profile,
            @RequestBody ProfileWrite body,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        needCompany(caller);
        var kept = editing.put(caller, known(profile), body.draft(), body.reason(), Version.required(ifMatch));
        return ResponseEntity.ok().eTag(Version.tag(kept.version())).body(view(kept));
    }

    @PostMapping("/api/manager-profiles/{profile}/trials")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "tryProfile",
            summary = "What a changed profile would find in the CVs that are there; nothing is kept")
    ProfileEditing.Trial trial(@PathVariable String profile, @RequestBody ProfileWrite body, Caller caller) {
        needCompany(caller);
        return editing.trial(known(profile), body.draft());
    }

    /// It holds for everybody's vacancies.
    private static void needCompany(Caller caller) {
        if (!caller.where(Permission.STAFFING_EDIT).company())
            throw Problem.forbidden().hint("Somebody who staffs projects in the whole company can.");
    }

    private static String known(String name) {
        return Profiles.named(name).map(Profile::name).orElseThrow(Problem::notFound);
    }

    private ProfileView view(Profile profile) {
        var words = CriterionWords.in(LocaleContextHolder.getLocale());
        var history = profiles.own(profile.name()).stream()
                .map(each -> new VersionView(
                        each.profile().version(), each.reason(), each.author(), each.at(), criteria(each.profile())))
                .toList();
        return new ProfileView(
                profile.name(),
                profile.title(),
                profile.version(),
                profile.author(),
                profile.source(),
                profile.criteria().stream()
                        .map(each -> new CriterionView(each.id(), each.must(), words.sentence(each)))
                        .toList(),
                criteria(profile),
                history);
    }

    private static String criteria(Profile profile) {
        return profile.criteria().stream()
                .map(each -> "%s %s: %s"
                        .formatted(
                                each.must() ? "must" : "should",
                                each.id(),
                                each.requirement().words()))
                .collect(Collectors.joining("\n"));
    }
}
