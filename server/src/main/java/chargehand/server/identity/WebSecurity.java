package chargehand.server.identity;

import chargehand.server.shared.Problem;
import chargehand.server.shared.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every answer carries, and that nothing gets in by the framework's own doors. Who may do what is decided by the
/// [Gate], which knows the endpoint.
@Configuration
class WebSecurity {
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'");
    private static final String FEATURES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain everything(HttpSecurity http) {
        return http.authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(each -> each.disable())
                .formLogin(each -> each.disable())
                .httpBasic(each -> each.disable())
                .logout(each -> each.disable())
                .anonymous(each -> each.disable())
                .requestCache(each -> each.disable())
                .headers(WebSecurity::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(each -> each.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(each -> each.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(each -> each.policy(FEATURES))
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(WebSecurity::takesPasswords, openedByNobody()))
                .crossOriginResourcePolicy(each -> each.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        each -> each.maxAgeInSeconds(Duration.ofDays(365).toSeconds()))
                // The parts that answer say themselves how long they may be kept.
                .cacheControl(each -> each.disable())
                .frameOptions(each -> each.deny());
    }

    /// Whoever opened a page may later lead its window elsewhere, so those that take a password are kept apart. Others
    /// are
    /// not: browsers begin a new process for a page kept apart, and it stands a second later.
    private static CrossOriginOpenerPolicyHeaderWriter openedByNobody() {
        var apart = new CrossOriginOpenerPolicyHeaderWriter();
        apart.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return apart;
    }

    private static boolean takesPasswords(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/sign-in")
                || path.equals("/setup")
                || path.startsWith("/invitations")
                || path.startsWith("/released");
    }

    /// What the firewall refuses (`//`, `%2e%2e`, strange methods) says so like everything else.
    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, _) -> problems.write(
                Problem.of(
                        400,
                        "malformed-request",
                        "The request can't be understood",
                        "Something in its address or its headers can't be."),
                request,
                response);
    }

    /// The framework would make up a user with a password of its own.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
