package chargehand.server.identity;

import chargehand.server.shared.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// Somebody on the way to a provider and back. It is kept by their own browser alone, in a cookie that no script
/// reads: who comes back has to be who went away.
///
/// @param target the page of ours where they go in the end
/// @param invitation the word of a letter that they accept so, or empty
record OpenIdVisit(String provider, String state, String nonce, String verifier, String target, String invitation) {
    static final String COOKIE = "chargehand-openid";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PARTS = 6;
    private static final int LONGEST_TARGET = 1000;

    static OpenIdVisit begin(String provider, @Nullable String target, @Nullable String invitation) {
        boolean letter = invitation != null && invitation.matches("chi_[\\w-]{20,80}");
        return new OpenIdVisit(
                provider, random(), random(), random(), local(target), letter ? String.valueOf(invitation) : "");
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A page of ours, whatever was asked for: browsers read `//host` and `/\host` as another server's.
    private static String local(@Nullable String target) {
        if (target == null || target.length() > LONGEST_TARGET || !target.matches("/(?!/)[^\\\\\\s]*")) return "/";
        try {
            var there = URI.create(target);
            boolean ours = there.getScheme() == null && there.getRawAuthority() == null;
            return ours && !target.startsWith("/api/") ? there.toASCIIString() : "/";
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }

    /// What the browser says that it went away with.
    ///
    /// @throws Problem if it never did, or this is the answer to another visit
    static OpenIdVisit back(HttpServletRequest request, String provider, @Nullable String state) {
        var visit = of(request);
        if (visit == null || state == null || !visit.provider.equals(provider) || !same(visit.state, state))
            throw failed();
        return visit;
    }

    private static @Nullable OpenIdVisit of(HttpServletRequest request) {
        if (request.getCookies() == null) return null;
        for (var cookie : request.getCookies()) {
            if (!cookie.getName().equals(COOKIE)) continue;
            var parts = cookie.getValue().split("\\.", -1);
            if (parts.length != PARTS) return null;
            try {
                return new OpenIdVisit(parts[0], parts[1], parts[2], parts[3], local(text(parts[4])), parts[5]);
            } catch (IllegalArgumentException unreadable) {
                return null;
            }
        }
        return null;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static Problem failed() {
        return Problem.of(
                        403,
                        "openid-failed",
                        "That sign-in didn't come about",
                        "What came back is not the answer to a sign-in that began here, or can't be trusted.")
                .hint("Begin again on the sign-in page.");
    }

    /// The proof key's other half, which the provider gets to see first.
    String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String cookie(HttpServletRequest request) {
        var value = String.join(".", provider, state, nonce, verifier, word(target), invitation);
        return cookie(value, LONGEST, request);
    }

    static String noCookie(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/api/openid")
                .maxAge(age)
                .build()
                .toString();
    }

    private static String word(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String word) {
        return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
    }

    /// Never says what is secret about it.
    @Override
    public String toString() {
        return "OpenIdVisit[%s]".formatted(provider);
    }
}
