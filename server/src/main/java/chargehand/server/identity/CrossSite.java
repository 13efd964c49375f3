package chargehand.server.identity;

import chargehand.server.shared.Problem;
import chargehand.server.shared.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses changes that another site's page asks for with its visitor's cookie. Every browser of today says where a
/// request comes from, and a page can't forge it; programs say nothing and have no cookie that somebody could lend.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CrossSite extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Problems problems;

    CrossSite(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || isOurs(request)) chain.doFilter(request, response);
        else problems.write(refusal(), request, response);
    }

    private static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site)) return false;
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isHere(origin, request);
    }

    private static boolean isHere(String origin, HttpServletRequest request) {
        var there = authority(origin);
        if (there == null) return false;
        var host = request.getHeader(HttpHeaders.HOST);
        var name = request.getServerName();
        return there.equalsIgnoreCase(host)
                || there.equalsIgnoreCase(name)
                || there.equalsIgnoreCase(name + ":" + request.getServerPort());
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException noOrigin) {
            return null;
        }
    }

    private static Problem refusal() {
        return Problem.of(
                        403,
                        "cross-site",
                        "That came from another site",
                        "A page of another site asked for a change here in your name.")
                .hint("Do it on this server's own pages, or with a token.");
    }
}
