package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People", description = "Who works here, when, and with which skills; sites, holidays and shutdowns.")
class TermsController {
    private final TermsEditing editing;

    TermsController(TermsEditing editing) {
        this.editing = editing;
    }

    /// @param leadDays from the decision until they can begin; absent where nobody knows
    @Schema(name = "PersonTermsWrite")
    record TermsWrite(@Nullable Boolean freelance, @Nullable Integer leadDays) {}

    @Schema(name = "PersonVettingWrite")
    record VettingWrite(@Nullable String finding, @Nullable String how) {}

    @GetMapping("/api/people/{person}/terms")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(
            operationId = "getTerms",
            summary =
                    "Employed or a freelancer, how soon they can begin, and who vetted them; for the person, their lead and who staffs projects")
    ResponseEntity<Terms> get(@PathVariable UUID person, Caller caller) {
        return answer(editing.read(person, caller));
    }

    @PutMapping("/api/people/{person}/terms")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "putTerms", summary = "Say on which terms somebody works, and how soon they can begin")
    ResponseEntity<Terms> put(
            @PathVariable UUID person,
            @RequestBody TermsWrite body,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        boolean freelance = Boolean.TRUE.equals(body.freelance());
        return answer(editing.put(person, freelance, body.leadDays(), Version.required(ifMatch), caller));
    }

    @PostMapping("/api/people/{person}/vettings")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "vetPerson", summary = "Note how you vetted somebody and what came of it, with your name")
    Terms vet(@PathVariable UUID person, @RequestBody VettingWrite body, Caller caller) {
        return editing.vet(person, body.finding(), body.how(), caller);
    }

    private static ResponseEntity<Terms> answer(Terms terms) {
        return ResponseEntity.ok().eTag(Version.tag(terms.version())).body(terms);
    }
}
