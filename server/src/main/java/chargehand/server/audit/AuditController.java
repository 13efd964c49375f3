package chargehand.server.audit;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Audit", description = "Who did what.")
class AuditController {
    private static final int PAGE = 100;

    private final Entries entries;
    private final JsonMapper json;

    AuditController(Entries entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    /// @param next to go on with, absent at the end
    record AuditPage(List<AuditEntry> items, @Nullable String next) {}

    /// @param name of the account then
    record AuditEntry(
            long seq,
            Instant at,
            UUID account,
            String name,
            String action,
            String noun,
            UUID id,
            @Nullable UUID project,
            Map<String, Object> detail) {}

    @GetMapping("/api/audit")
    @Needs(Permission.AUDIT_SEE)
    @Operation(operationId = "listAudit", summary = "Who did what, the newest first, as far as one may see")
    AuditPage list(@RequestParam(required = false) @Nullable Long cursor, Caller caller) {
        var found = entries.before(cursor, caller.where(Permission.AUDIT_SEE), PAGE);
        var next = found.size() < PAGE ? null : Long.toString(found.getLast().seq());
        return new AuditPage(found.stream().map(this::entry).toList(), next);
    }

    private AuditEntry entry(Entries.Entry entry) {
        var deed = entry.deed();
        return new AuditEntry(
                entry.seq(),
                deed.at(),
                deed.account(),
                deed.name(),
                deed.action(),
                deed.noun(),
                deed.id(),
                deed.project(),
                json.readValue(deed.detail(), new TypeReference<Map<String, Object>>() {}));
    }

    @GetMapping("/api/audit/verification")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "verifyAudit", summary = "Whether the record is whole: reckons every hash again")
    Entries.Verification verify() {
        return entries.verify();
    }
}
