package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signs in whom a provider has proved to be somebody: by their link, else by an invitation, else by the verified
/// address of an account for which an administrator has allowed it once. Nobody gets an account just so, unless whoever
/// runs the server wants that.
@Component
class OpenIdSigningIn {
    private final Accounts accounts;
    private final Companies companies;
    private final Invitations invitations;
    private final OpenIdLinks links;
    private final SigningIn signingIn;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    OpenIdSigningIn(
            Accounts accounts,
            Companies companies,
            Invitations invitations,
            OpenIdLinks links,
            SigningIn signingIn,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.companies = companies;
        this.invitations = invitations;
        this.links = links;
        this.signingIn = signingIn;
        this.transaction = transaction;
        this.events = events;
    }

    /// Returns the secret of a new session.
    ///
    /// @param invitation the word of a letter, or empty
    /// @throws Problem if this is nobody who has an account, or theirs is disabled
    String signIn(OpenIdProvider provider, OpenIdPerson person, String invitation, SigningIn.From from) {
        var account = transaction.execute(_ -> {
            try {
                return account(provider, person, invitation).orElseThrow(() -> unknown(provider));
            } catch (DuplicateKeyException meanwhile) {
                throw unknown(provider);
            }
        });
        if (account == null || account.disabled() != null) throw unknown(provider);
        return signingIn.start(account, from, "openid:" + provider.id());
    }

    private Optional<Account> account(OpenIdProvider provider, OpenIdPerson person, String invitation) {
        var linked = links.account(provider.issuer(), person.subject());
        if (linked.isPresent()) return linked.flatMap(accounts::find);
        return byLetter(person, invitation)
                .or(() -> byAddress(provider, person))
                .or(() -> anew(provider, person))
                .map(account -> link(account, provider, person));
    }

    /// The letter itself proves who it is for; without it, the address to which it was sent.
    private Optional<Account> byLetter(OpenIdPerson person, String invitation) {
        var letter = invitation.isEmpty()
                ? Optional.ofNullable(person.email()).flatMap(invitations::openFor)
                : invitations.open(new Secret(invitation));
        return letter.map(each -> invitations.accept(each, login(person), null));
    }

    private Optional<Account> byAddress(OpenIdProvider provider, OpenIdPerson person) {
        return Optional.ofNullable(person.email())
                .flatMap(accounts::withEmail)
                .filter(each -> each.disabled() == null && links.waits(each.id(), provider.issuer()));
    }

    private Optional<Account> anew(OpenIdProvider provider, OpenIdPerson person) {
        if (!provider.createsAccounts() || !companies.isSetUp()) return Optional.empty();
        var email = person.email() != null && accounts.withEmail(person.email()).isPresent() ? null : person.email();
        var login = login(person);
        var name = person.name() == null || person.name().isBlank() ? login : person.name();
        var language = companies.get().language();
        var wanted = new NewAccount(login, name, email, null, null, language);
        return Optional.of(accounts.get(accounts.insert(Caller.SYSTEM, wanted, null)));
    }

    /// A sign-in name that nobody has yet, as near as can be to the one that they have elsewhere.
    private String login(OpenIdPerson person) {
        var wanted = person.login() == null ? localPart(person.email()) : person.login();
        var plain = wanted == null ? "" : wanted.replaceAll("[^A-Za-z0-9._-]", "");
        if (plain.length() > 60) plain = plain.substring(0, 60);
        if (plain.length() >= 2 && accounts.withLogin(plain).isEmpty()) return plain;
        var number = UUID.randomUUID().toString().substring(0, 8);
        return plain.isEmpty() ? "user-" + number : plain + "-" + number;
    }

    private static @Nullable String localPart(@Nullable String email) {
        return email == null ? null : email.replaceFirst("@.*", "");
    }

    private Account link(Account account, OpenIdProvider provider, OpenIdPerson person) {
        links.link(account.id(), provider.issuer(), person.subject());
        links.wait(account.id(), false);
        var by = new Caller(account.id(), account.name(), account.person(), java.util.List.of());
        events.publishEvent(new IdentityChanged(
                by, "openid-linked", "account", account.id(), null, account.id(), Map.of("provider", provider.id())));
        return account;
    }

    /// The same words whether nobody is there, or they are shut out.
    private static Problem unknown(OpenIdProvider provider) {
        return Problem.of(
                        403,
                        "openid-unknown",
                        "Nobody here is known by that",
                        "%s says who you are, but no account here is yours.".formatted(provider.name()))
                .hint("Ask an administrator for an invitation.")
                .with("provider", provider.name());
    }
}
