package chargehand.server.identity;

import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Invitations", description = "How people come by an account.")
class InvitationController {
    private final Invitations invitations;
    private final Companies companies;
    private final SigningIn signingIn;
    private final Sitting sitting;

    InvitationController(Invitations invitations, Companies companies, SigningIn signingIn, Sitting sitting) {
        this.invitations = invitations;
        this.companies = companies;
        this.signingIn = signingIn;
        this.sitting = sitting;
    }

    record InvitationList(List<InvitationView> items) {}

    /// @param id of the invitation
    /// @param scopeId of the client or project
    /// @param url to be handed to the invited, shown when it is made and never again
    record InvitationView(
            UUID id,
            String name,
            @Nullable String email,
            Role role,
            Scope scope,
            @Nullable UUID scopeId,
            @Nullable UUID person,
            Instant since,
            Instant until,
            @Nullable Instant accepted,
            @Nullable String url) {
        static InvitationView of(Invitations.Invitation invitation, @Nullable String url) {
            return new InvitationView(
                    invitation.id(),
                    invitation.name(),
                    invitation.email(),
                    invitation.role(),
                    invitation.scope(),
                    invitation.scopeId(),
                    invitation.person(),
                    invitation.since(),
                    invitation.until(),
                    invitation.accepted(),
                    url);
        }
    }

    /// @param id of the client or project
    record NewInvitation(
            String name,
            @Nullable String email,
            Role role,
            Scope scope,
            @Nullable UUID id,
            @Nullable UUID person) {}

    /// What the invited reads before they have an account.
    record OpenInvitation(String name, @Nullable String email, String company, Role role, Instant until) {}

    @Schema(name = "InvitationAcceptance")
    record Acceptance(String login, String password) {
        @Override
        public String toString() {
            return "Acceptance[%s]".formatted(login);
        }
    }

    @GetMapping("/api/invitations")
    @Needs(Permission.ACCOUNTS_EDIT)
    @Operation(operationId = "listInvitations", summary = "Who was invited")
    InvitationList list() {
        return new InvitationList(invitations.all().stream()
                .map(each -> InvitationView.of(each, null))
                .toList());
    }

    @PostMapping("/api/invitations")
    @Needs(Permission.ACCOUNTS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "invite", summary = "Invite somebody; the answer's address is for them alone")
    InvitationView invite(@RequestBody NewInvitation body, Caller caller) {
        var wish = new Invitations.Wish(body.name, body.email, body.role, ScopeId.of(body.scope, body.id), body.person);
        var made = invitations.invite(caller, wish);
        var stored = invitations.open(made.secret()).orElseThrow(Problem::notFound);
        return InvitationView.of(stored, made.path());
    }

    @GetMapping("/api/invitations/{token}")
    @Open
    @Operation(operationId = "getInvitation", summary = "What one is invited to")
    OpenInvitation get(@PathVariable String token) {
        var invitation = invitations.open(new Secret(token)).orElseThrow(Problem::notFound);
        return new OpenInvitation(
                invitation.name(), invitation.email(), companies.get().name(), invitation.role(), invitation.until());
    }

    @PostMapping("/api/invitations/{token}/acceptance")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "acceptInvitation", summary = "Make the account, and be signed in")
    ResponseEntity<SessionView> accept(
            @PathVariable String token, @RequestBody Acceptance body, HttpServletRequest request) {
        var account = invitations.accept(new Secret(token), body.login, body.password);
        return sitting.begin(signingIn.start(account, Sitting.from(request), "invitation"), request);
    }
}
