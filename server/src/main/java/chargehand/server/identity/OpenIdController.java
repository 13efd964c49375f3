package chargehand.server.identity;

import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// For browsers, not for programs: each answer sends them on. What goes wrong is told by the sign-in page.
@RestController
@Tag(name = "Sign-in", description = "Sessions, and who one is.")
class OpenIdController {
    private final OpenIdProviders providers;
    private final OpenIdSigningIn signingIn;
    private final Sessions sessions;

    OpenIdController(OpenIdProviders providers, OpenIdSigningIn signingIn, Sessions sessions) {
        this.providers = providers;
        this.signingIn = signingIn;
        this.sessions = sessions;
    }

    /// @param to the page to come to in the end
    /// @param invitation the letter's own word, to accept it so
    @GetMapping("/api/openid/{provider}")
    @Open
    @Operation(
            operationId = "beginOpenId",
            summary = "Go to another place to sign in; the answer is a redirection",
            responses = @ApiResponse(responseCode = "302", description = "To the provider, or to the sign-in page"))
    ResponseEntity<Void> begin(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String invitation,
            HttpServletRequest request) {
        var asked = providers.get(provider);
        var visit = OpenIdVisit.begin(provider, to, invitation);
        try {
            return sent(asked.door(visit, back(asked, request)))
                    .header(HttpHeaders.SET_COOKIE, visit.cookie(request))
                    .build();
        } catch (Problem problem) {
            return told(problem, request);
        }
    }

    @GetMapping("/api/openid/{provider}/callback")
    @Open
    @Operation(
            operationId = "endOpenId",
            summary = "Come back from there, and be signed in",
            responses = @ApiResponse(responseCode = "302", description = "To the page that was wanted, or to sign-in"))
    ResponseEntity<Void> end(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request) {
        var asked = providers.get(provider);
        try {
            var visit = OpenIdVisit.back(request, provider, state);
            if (code == null || code.isBlank()) throw OpenIdVisit.failed();
            var person = asked.person(visit, code, back(asked, request));
            var secret = signingIn.signIn(asked, person, visit.invitation(), Sitting.from(request));
            return sent(URI.create(visit.target()))
                    .header(HttpHeaders.SET_COOKIE, OpenIdVisit.noCookie(request))
                    .header(HttpHeaders.SET_COOKIE, Sitting.cookie(secret, sessions.longest(), request))
                    .build();
        } catch (Problem problem) {
            return told(problem, request);
        }
    }

    private static String back(OpenIdProvider provider, HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/api/openid/{provider}/callback")
                .buildAndExpand(provider.id())
                .toUriString();
    }

    private static ResponseEntity<Void> told(Problem problem, HttpServletRequest request) {
        return sent(URI.create("/sign-in?problem=" + problem.code()))
                .header(HttpHeaders.SET_COOKIE, OpenIdVisit.noCookie(request))
                .build();
    }

    private static ResponseEntity.BodyBuilder sent(URI there) {
        return ResponseEntity.status(302).location(there).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
