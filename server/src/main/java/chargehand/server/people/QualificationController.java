package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People", description = "Who works here, when, and with which skills; sites, holidays and shutdowns.")
class QualificationController {
    private final QualificationEditing editing;

    QualificationController(QualificationEditing editing) {
        this.editing = editing;
    }

    /// What is absent is nothing.
    @Schema(name = "QualificationsWrite")
    record QualificationsWrite(
            @Nullable LocalDate leadingSince,
            @Nullable Map<String, LocalDate> fieldsSince,
            @Nullable List<Qualifications.Certificate> certificates,
            @Nullable List<Qualifications.Degree> degrees) {
        Qualifications whole() {
            return new Qualifications(
                    leadingSince,
                    fieldsSince == null ? Map.of() : fieldsSince,
                    certificates == null ? List.of() : certificates,
                    degrees == null ? List.of() : degrees,
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

    private static ResponseEntity<Qualifications> answer(Qualifications known) {
        return ResponseEntity.ok().eTag(Version.tag(known.version())).body(known);
    }
}
