package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Money;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
class QualificationController {
    private final QualificationEditing editing;

    QualificationController(QualificationEditing editing) {
        this.editing = editing;
    }

    /// As somebody claims it; whether it holds says a check.
    @Schema(name = "PersonCertificateWrite")
    record CertificateWrite(
            String name,
            @Nullable String issuer,
            boolean management,
            @Nullable LocalDate expires) {
        Qualifications.Certificate claimed() {
            return new Qualifications.Certificate(name, issuer, management, expires);
        }
    }

    /// @param finding `met`, `notMet` or `unclear`
    /// @param expires its last day, as the register says
    @Schema(name = "CertificateCheckWrite")
    record CheckWrite(
            @Nullable String name,
            @Nullable String finding,
            @Nullable LocalDate expires,
            @Nullable String note) {}

    /// What is absent is nothing.
    @Schema(name = "QualificationsWrite")
    record QualificationsWrite(
            @Nullable LocalDate leadingSince,
            @Nullable Map<String, LocalDate> fieldsSince,
            @Nullable List<CertificateWrite> certificates,
            @Nullable List<Qualifications.Degree> degrees,
            @Nullable List<Money> budgets,
            @Nullable List<String> hardware,
            @Nullable Map<String, String> shown) {
        Qualifications whole() {
            return new Qualifications(
                    leadingSince,
                    fieldsSince == null ? Map.of() : fieldsSince,
                    certificates == null
                            ? List.of()
                            : certificates.stream()
                                    .map(CertificateWrite::claimed)
                                    .toList(),
                    degrees == null ? List.of() : degrees,
                    budgets == null ? List.of() : budgets,
                    hardware == null ? List.of() : hardware,
                    shown == null ? Map.of() : shown,
                    0);
        }
    }

    @GetMapping("/api/people/{person}/qualifications")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(
            operationId = "getQualifications",
            summary =
                    "Certificates, degrees and experience of a person; for the person, their lead and who staffs projects")
    ResponseEntity<Qualifications> get(@PathVariable UUID person, Caller caller) {
        return answer(editing.read(person, caller));
    }

    @PutMapping("/api/people/{person}/qualifications")
    @Needs(Permission.PEOPLE_EDIT)
    @Operation(operationId = "putQualifications", summary = "Say what is known of a person's learning and experience")
    ResponseEntity<Qualifications> put(
            @PathVariable UUID person,
            @RequestBody QualificationsWrite written,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(editing.put(person, written.whole(), Version.required(ifMatch), caller));
    }

    @PostMapping("/api/people/{person}/certificate-checks")
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "checkCertificate",
            summary = "Note that you have looked up a certificate of somebody, and what came of it")
    Qualifications check(@PathVariable UUID person, @RequestBody CheckWrite body, Caller caller) {
        return editing.check(person, body.name(), body.finding(), body.expires(), body.note(), caller);
    }

    private static ResponseEntity<Qualifications> answer(Qualifications known) {
        return ResponseEntity.ok().eTag(Version.tag(known.version())).body(known);
    }
}
