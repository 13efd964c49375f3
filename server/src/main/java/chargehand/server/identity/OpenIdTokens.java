package chargehand.server.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Reads what a provider says about somebody, and believes it only if it is signed by the provider's own key, for us,
/// now, and for this very visit.
final class OpenIdTokens {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// No `none`, and none whose key both sides know.
    private static final Set<SignatureAlgorithm> SIGNATURES =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final String clientId;
    private final NimbusJwtDecoder decoder;

    OpenIdTokens(String issuer, String clientId, URI keys, Clock clock) {
        this.clientId = clientId;
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        decoder = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .restOperations(new RestTemplate(requests))
                .jwsAlgorithms(all -> all.addAll(SIGNATURES))
                .build();
        decoder.setJwtValidator(validator(issuer, clientId, clock));
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, String clientId, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>("aud", all -> all != null && all.contains(clientId)));
    }

    /// @throws org.springframework.security.oauth2.jwt.JwtException if anything is wrong with it
    OpenIdPerson person(String token, String nonce) {
        var jwt = decoder.decode(token);
        if (jwt.getExpiresAt() == null) throw new BadJwtException("It never expires.");
        if (!nonce.equals(jwt.getClaimAsString("nonce"))) throw new BadJwtException("It is for another visit.");
        var party = jwt.getClaimAsString("azp");
        var audience = jwt.getAudience();
        boolean forUs = party == null ? audience != null && audience.size() == 1 : party.equals(clientId);
        if (!forUs) throw new BadJwtException("It is for somebody else, too.");
        var subject = jwt.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > 255)
            throw new BadJwtException("It doesn't say who somebody is.");
        boolean verified = Boolean.TRUE.equals(jwt.getClaim("email_verified"))
                || "true".equals(jwt.getClaims().get("email_verified"));
        return new OpenIdPerson(
                subject,
                verified ? jwt.getClaimAsString("email") : null,
                jwt.getClaimAsString("name"),
                jwt.getClaimAsString("preferred_username"));
    }
}
