package chargehand.server.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and what that lets one do.
///
/// @param can what this account may do anywhere, as `project.create`
/// @param now the server's clock, which in the demo is not the world's
record SessionView(
        OwnAccount account,
        @Nullable UUID person,
        CompanyName company,
        List<Grant> grants,
        List<String> can,
        Instant now) {

    /// One's own account with its settings.
    ///
    /// @param language en or de
    /// @param theme light, dark or system
    /// @param density comfortable or compact
    record OwnAccount(
            UUID id,
            String name,
            String login,
            @Nullable String email,
            String initials,
            String language,
            String theme,
            String density) {
        static OwnAccount of(Account account) {
            return new OwnAccount(
                    account.id(),
                    account.name(),
                    account.login(),
                    account.email(),
                    Values.initials(account.name()),
                    account.language(),
                    account.theme(),
                    account.density());
        }
    }

    record CompanyName(String name, String zone, String country, String language, boolean demo) {
        static CompanyName of(Company company) {
            return new CompanyName(
                    company.name(), company.zone(), company.country(), company.language(), company.demo());
        }
    }
}
