package chargehand.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Grants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint of the running server, asked by everybody, everywhere. What is expected stands in `access.txt`; each
/// request is taken back, so that one never changes what another finds.
@ServerTest
@AccessWorld.Apart
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final Set<String> COMPANY_WIDE =
            Set.of("administrator", "official", "lead", "disabled", "anonymous");
    /// Of a path these say what kind is meant, or when; not which one.
    private static final Set<String> KINDS = Set.of("format", "country", "week", "day");

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private @Nullable MockMvc http;
    private @Nullable AccessWorld made;
    private List<Endpoint> endpoints = List.of();

    @BeforeAll
    void aWorld(@Autowired TestWorld world, @Autowired Accounts accounts, @Autowired Grants grants) throws Exception {
        http = quiet(context);
        made = new AccessWorld(http, jdbc, world, accounts, grants);
        endpoints = Endpoint.all(mappings);
    }

    /// Thousands of requests, of which nobody wants to read all.
    private static MockMvc quiet(WebApplicationContext context) {
        var customizer = new SpringBootMockMvcBuilderCustomizer(context);
        customizer.setPrint(MockMvcPrint.NONE);
        var builder = MockMvcBuilders.webAppContextSetup(context);
        customizer.customize(builder);
        return builder.build();
    }

    private AccessWorld world() {
        return Objects.requireNonNull(made);
    }

    @Test
    void everybodyMayWhatTheTableSaysAndNothingElse() throws Exception {
        var expected = table();
        var requests = new Requests(world());
        var found = new TreeMap<String, String>();
        for (var endpoint : endpoints) found.put(endpoint.toString(), line(endpoint, requests));

        var wrong = new ArrayList<String>();
        found.forEach((endpoint, line) -> {
            if (!line.equals(expected.get(endpoint))) wrong.add(line);
        });
        expected.forEach((endpoint, line) -> {
            if (!found.containsKey(endpoint)) wrong.add("No such endpoint: " + endpoint);
        });
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/access.txt"), found.values());
        assertTrue(
                wrong.isEmpty(),
                () -> "Lines of src/test/resources/access.txt to be added, removed, or found wrong:\n"
                        + String.join("\n", wrong));
    }

    private static Map<String, String> table() throws IOException {
        try (var text = Objects.requireNonNull(AccessTest.class.getResourceAsStream("/access.txt"))) {
            var lines = new TreeMap<String, String>();
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line ->
                            lines.put(line.substring(0, line.indexOf("  ")).strip(), line));
            return lines;
        }
    }

    private String line(Endpoint endpoint, Requests requests) {
        var line = new StringBuilder("%-58s".formatted(endpoint + "  "));
        var places = requests.isSomewhere(endpoint)
                ? List.of(world().own, world().sibling, world().foreign)
                : List.of(world().own);
        world().actors.forEach((name, actor) -> {
            var cell = new StringBuilder();
            for (var place : places) cell.append(mark(endpoint, ask(endpoint, requests, place, actor)));
            line.append("%-4s".formatted(cell));
        });
        return line.toString().strip();
    }

    private MockHttpServletResponse ask(Endpoint endpoint, Requests requests, Place place, @Nullable Actor actor) {
        return takenBack(() -> requests.request(endpoint, place, actor), endpoint);
    }

    private MockHttpServletResponse takenBack(
            java.util.function.Supplier<AbstractMockHttpServletRequestBuilder<?>> request, Endpoint endpoint) {
        var answer = transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                var asked = request.get();
                // It would wait for news for ever.
                if (endpoint.path().equals("/api/events"))
                    Thread.currentThread().interrupt();
                return Objects.requireNonNull(http).perform(asked).andReturn().getResponse();
            } catch (Exception broken) {
                throw new AssertionError(endpoint + " broke", broken);
            } finally {
                Thread.interrupted();
            }
        });
        return Objects.requireNonNull(answer);
    }

    /// `+` may, `x` may not, `.` isn't there, `~` not like this, `?` has to sign in first; else the status itself.
    private static String mark(Endpoint endpoint, MockHttpServletResponse answer) {
        int status = answer.getStatus();
        return switch (status) {
            case 401 -> endpoint.toString().equals("POST /api/sessions") ? "+" : "?";
            case 403 -> "x";
            case 404 -> ".";
            case 409, 422 -> "~";
            default -> status < 400 ? "+" : "[" + status + " " + body(answer) + "]";
        };
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsBeneathAnotherParentIsNotThere() {
        var requests = new Requests(world());
        var wrong = new ArrayList<String>();
        for (var endpoint : endpoints) {
            var nested = endpoint.variables().stream()
                    .filter(each -> !KINDS.contains(each))
                    .toList();
            if (nested.size() < 2) continue;
            var path = requests.path(endpoint, world().own, world().administrator);
            var moved = moved(path, nested);
            var answer =
                    takenBack(() -> requests.request(endpoint, moved, world().own, world().administrator), endpoint);
            if (answer.getStatus() != 404) wrong.add(endpoint + " at " + moved + ": " + answer.getStatus());
        }
        assertEquals(List.of(), wrong);
    }

    /// The same child beneath another parent.
    private String moved(String path, List<String> nested) {
        return switch (nested.getFirst()) {
            case "project" ->
                path.replace(world().own.project(), world().foreign.project());
            case "vacancy" ->
                path.replace(world().own.id("vacancy"), world().foreign.id("vacancy"));
            case "account" ->
                path.replace(
                        world().common("account"),
                        world().administrator.account().toString());
            // The call keeps to its own, whichever was made meanwhile.
            case "hook" -> path.replaceFirst("(?<=/hooks/)[^/]+", world().hook(null));
            case "ownHook" -> path.replaceFirst("(?<=/own-hooks/)[^/]+", world().hook(null));
            case "asset" ->
                path.replace(
                        world().common("asset"), java.util.UUID.randomUUID().toString());
            case "person" -> path.replace(world().common("person"), world().common("lead"));
            case String other -> throw new AssertionError("Say what is another " + other + ".");
        };
    }

    /// In the table everybody was told of the question.
    @Test
    void whoeverWasNotToldOfAQuestionDraftsNoAnswer() {
        var requests = new Requests(world());
        var official = Objects.requireNonNull(world().actors.get("official"));
        var question = "/api/projects/{project}/questions/{question}/";
        var wrong = new ArrayList<String>();
        for (var endpoint : endpoints) {
            boolean drafts = endpoint.toString().equals("PUT " + question + "draft");
            if (!drafts && !endpoint.toString().equals("GET " + question + "facts")) continue;
            world().actors.forEach((name, actor) -> {
                var told = actor == official ? world().administrator : official;
                var answer = takenBack(
                        () -> requests.request(
                                endpoint, requests.path(endpoint, world().own, told), world().own, actor),
                        endpoint);
                boolean mayIfTold = ask(endpoint, requests, world().own, actor).getStatus() < 300;
                boolean expected = !drafts && mayIfTold && seesQuestions(requests, actor);
                if (answer.getStatus() < 300 != expected) wrong.add(name + " " + endpoint + ": " + answer.getStatus());
            });
        }
        assertEquals(List.of(), wrong);
    }

    private boolean seesQuestions(Requests requests, @Nullable Actor actor) {
        var list = endpoints.stream()
                .filter(each -> each.toString().equals("GET /api/projects/{project}/questions"))
                .findFirst()
                .orElseThrow();
        return ask(list, requests, world().own, actor).getStatus() < 300;
    }

    @Test
    void whatBelongsToAnAccountIsThereForNobodyElse() {
        var requests = new Requests(world());
        var other = Objects.requireNonNull(world().actors.get("official"));
        var wrong = new ArrayList<String>();
        for (var endpoint : endpoints) {
            boolean own =
                    endpoint.variables().stream().anyMatch(Set.of("session", "token", "import", "ownHook")::contains);
            if (!own || endpoint.path().startsWith("/api/invitations")) continue;
            var answer = takenBack(
                    () -> {
                        var path = requests.path(endpoint, world().own, other);
                        return requests.request(endpoint, path, world().own, world().administrator);
                    },
                    endpoint);
            if (answer.getStatus() != 404) wrong.add(endpoint + ": " + answer.getStatus());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nothingOfAnotherClientIsInAnyAnswer() {
        var requests = new Requests(world());
        var secrets = List.of(world().foreign.project(), world().foreign.client(), "Foreign", "Theirs");
        var wrong = new ArrayList<String>();
        for (var endpoint : endpoints) {
            if (endpoint.changes() && !endpoint.path().endsWith("/previews")) continue;
            world().actors.forEach((name, actor) -> {
                if (COMPANY_WIDE.contains(name)) return;
                var body = body(ask(endpoint, requests, world().own, actor));
                for (var secret : secrets)
                    if (body.contains(secret)) wrong.add("%s tells %s of %s".formatted(endpoint, name, secret));
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whoIsInOneProjectReadsNothingOfItsSibling() {
        var requests = new Requests(world());
        for (var name : List.of("of-project", "deputy", "worker", "subcontractor", "revoked", "recruiter")) {
            var actor = Objects.requireNonNull(world().actors.get(name));
            for (var endpoint : endpoints) {
                if (endpoint.changes()) continue;
                var body = body(ask(endpoint, requests, world().own, actor));
                assertFalse(body.contains(world().sibling.project()), endpoint + " tells " + name);
                assertFalse(body.contains("Sibling"), endpoint + " tells " + name);
            }
        }
    }
}
