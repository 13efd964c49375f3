package chargehand.server;

import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Clients;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Company;
import chargehand.server.identity.Grants;
import chargehand.server.identity.NewAccount;
import chargehand.server.identity.Role;
import chargehand.server.identity.Scopes;
import chargehand.server.identity.Sessions;
import chargehand.server.identity.SettingUp;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// People who are signed in, clients and projects, for tests that need some.
public class TestWorld {
    public static final String PASSWORD = "seven green kettles";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SettingUp settingUp;
    private final Companies companies;
    private final Accounts accounts;
    private final Grants grants;
    private final Clients clients;
    private final Scopes scopes;
    private final Sessions sessions;

    TestWorld(
            SettingUp settingUp,
            Companies companies,
            Accounts accounts,
            Grants grants,
            Clients clients,
            Scopes scopes,
            Sessions sessions) {
        this.settingUp = settingUp;
        this.companies = companies;
        this.accounts = accounts;
        this.grants = grants;
        this.clients = clients;
        this.scopes = scopes;
        this.sessions = sessions;
    }

    /// Somebody who is signed in: `http.perform(get(…).with(actor))`.
    public record Actor(UUID account, String login, String secret) implements RequestPostProcessor {
        public Cookie cookie() {
            return new Cookie("chargehand-session", secret);
        }

        /// For clients other than MockMvc: the value of the header `Cookie`.
        public String header() {
            return "chargehand-session=" + secret;
        }

        @Override
        public org.springframework.mock.web.MockHttpServletRequest postProcessRequest(
                org.springframework.mock.web.MockHttpServletRequest request) {
            request.setCookies(cookie());
            return request;
        }
    }

    /// Sets the company up, if nobody has.
    public void company() {
        if (companies.isSetUp()) return;
        var day = List.of("09:00-13:00", "14:00-18:00");
        var week = Map.of("monday", day, "tuesday", day, "wednesday", day, "thursday", day, "friday", day);
        settingUp.setUp(
                new Company("Harbour", "Europe/Berlin", "DE", "HH", "en", week, false, 1),
                new NewAccount("first", "Ada Brook", null, PASSWORD, null, "en"));
    }

    /// Somebody new with a role in the whole company.
    public Actor actor(Role role) {
        return actor(role, null, null);
    }

    /// Somebody new with a role in a client, a project (client null), or the company (both null).
    public Actor actor(Role role, @Nullable UUID client, @Nullable UUID project) {
        var actor = nobody();
        grants.give(Caller.SYSTEM, actor.account(), role, client, project);
        return actor;
    }

    /// Somebody new who is signed in and may nothing.
    public Actor nobody() {
        company();
        var login = "person" + NUMBER.incrementAndGet();
        var account =
                accounts.create(Caller.SYSTEM, new NewAccount(login, "Bram " + login, null, PASSWORD, null, "en"));
        return new Actor(account, login, sessions.start(account, "192.0.2.1", "test"));
    }

    public UUID client() {
        return clients.create(Caller.SYSTEM, "Client " + NUMBER.incrementAndGet());
    }

    /// The scope of a project, without the project.
    public UUID project(@Nullable UUID client) {
        var project = UUID.randomUUID();
        scopes.register(project, client);
        return project;
    }
}
