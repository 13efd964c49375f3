package chargehand.server.identity;

import chargehand.server.shared.Problem;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets nobody through to a controller who may not be there. What one can't see isn't there (404);
/// what one sees but
/// may not do is forbidden (403).
@Component
class Gate implements HandlerInterceptor {
    static final String COOKIE = "chargehand-session";
    private static final String SIGNED_IN = Gate.class.getName();
    private static final Set<Permission> OF_DRAFTS =
            Set.of(Permission.PROJECT_SEE, Permission.PLAN_SEE, Permission.PLAN_EDIT);

    private final Sessions sessions;

    Gate(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        var needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) return true;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var asked = Asked.of(request);
        var signedIn = find(request, asked).orElseThrow(Problem::notSignedIn);
        request.setAttribute(SIGNED_IN, signedIn);
        check(needs.value(), signedIn, asked);
        return true;
    }

    /// Of an open endpoint, too, where somebody happens to be signed in.
    Optional<SignedIn> signedIn(HttpServletRequest request) {
        return request.getAttribute(SIGNED_IN) instanceof SignedIn known
                ? Optional.of(known)
                : find(request, new Asked(null, null));
    }

    private Optional<SignedIn> find(HttpServletRequest request, Asked asked) {
        var secret = secret(request);
        return secret == null ? Optional.empty() : sessions.find(secret, asked.project, asked.client);
    }

    static @Nullable Secret secret(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) return null;
            var secret = new Secret(header.substring(7).strip());
            return secret.is(Secret.Kind.TOKEN) ? secret : null;
        }
        if (request.getCookies() == null) return null;
        for (Cookie cookie : request.getCookies()) {
            var secret = new Secret(cookie.getValue());
            if (cookie.getName().equals(COOKIE) && secret.is(Secret.Kind.SESSION)) return secret;
        }
        return null;
    }

    private static void check(Permission permission, SignedIn signedIn, Asked asked) {
        var caller = signedIn.caller();
        if (asked.project != null) check(permission, caller, asked.project, signedIn);
        else if (asked.client != null) checkClient(permission, caller, asked.client, signedIn);
        else if (!caller.may(permission)) throw Problem.forbidden();
    }

    /// A draft is its project's: seen and changed by the same, and no more than planned in.
    private static void check(Permission permission, Caller caller, UUID asked, SignedIn signedIn) {
        var project = signedIn.projectHome() == null ? asked : signedIn.projectHome();
        if (signedIn.projectHome() != null && !OF_DRAFTS.contains(permission)) throw Problem.notFound();
        var client = signedIn.projectClient();
        boolean knows = caller.may(Permission.PROJECT_SEE, project, client)
                || signedIn.projectHome() == null && caller.may(Permission.PORTAL_SEE, project, client);
        if (!signedIn.projectKnown() || !knows) throw Problem.notFound();
        if (!caller.may(permission, project, client)) throw Problem.forbidden();
    }

    private static void checkClient(Permission permission, Caller caller, UUID client, SignedIn signedIn) {
        var known = caller.knownClients();
        if (!signedIn.clientKnown() || !(known.company() || known.clients().contains(client))) throw Problem.notFound();
        if (permission != Permission.CLIENTS_SEE && !caller.mayIn(permission, client)) throw Problem.forbidden();
    }

    /// The scope that the path names.
    private record Asked(@Nullable UUID project, @Nullable UUID client) {
        static Asked of(HttpServletRequest request) {
            return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                    ? new Asked(id(variables.get("project")), id(variables.get("client")))
                    : new Asked(null, null);
        }

        private static @Nullable UUID id(@Nullable Object text) {
            if (text == null) return null;
            try {
                return UUID.fromString(text.toString());
            } catch (IllegalArgumentException noId) {
                throw Problem.notFound();
            }
        }
    }
}
