package chargehand.server.access;

import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Grants;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Two clients, projects in each, and somebody for each role. Made by the server's own interface, as
/// an administrator
/// would.
final class AccessWorld {
    /// A server and a database apart from the other tests': here people and sites are there to stay.
    @Retention(RetentionPolicy.RUNTIME)
    @TestPropertySource(properties = "chargehand.test-world=access")
    @interface Apart {}

    static final String LINK_PASSWORD = "nine grey herons";

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final TestWorld world;
    private String hook = "";
    final Actor administrator;
    final Place own;
    final Place sibling;
    final Place foreign;
    /// What is the same for everybody: people, sites, accounts.
    final Map<String, String> common = new HashMap<>();
    /// By the name of their column; anonymous is null.
    final Map<String, @Nullable Actor> actors = new LinkedHashMap<>();

    AccessWorld(MockMvc http, JdbcClient jdbc, TestWorld world, Accounts accounts, Grants grants) throws Exception {
        this.http = http;
        this.jdbc = jdbc;
        this.world = world;
        administrator = world.actor(Role.ADMINISTRATOR);
        people();
        var mine = client("Ours");
        var others = client("Theirs");
        own = place(mine, "Own");
        sibling = place(mine, "Sibling");
        foreign = place(others, "Foreign");
        actors(accounts, grants);
        company();
    }

    private void people() throws Exception {
        common.put("lead", made("/api/people", "{\"name\": \"Edda Lead\"}"));
        common.put(
                "person", made("/api/people", "{\"name\": \"Dewi\", \"lead\": \"%s\"}".formatted(common.get("lead"))));
        send("PUT", "/api/people/" + common.get("person") + "/qualifications", """
                {"certificates": [{"name": "PMP", "issuer": "PMI", "management": true}]}""", "\"0\"");
        var absences = "/api/people/" + common.get("person") + "/absences";
        common.put("absence", made(absences, "{\"from\": \"2027-05-03\"}"));
    }

    private String client(String name) throws Exception {
        return made("/api/clients", "{\"name\": \"%s %s\"}".formatted(name, UUID.randomUUID()));
    }

    private Place place(String client, String name) throws Exception {
        var project = made("/api/projects", """
                {"name": "%s project", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(name, client));
        var path = "/api/projects/" + project;
        send("PUT", path + "/team", "{\"people\": [\"%s\"]}".formatted(common.get("person")), null);
        var ids = new HashMap<String, String>();
        var plan = send(
                "POST",
                path + "/changes",
                """
                {"changes": [{"kind": "addTask", "task": {"name": "%s task", "kind": "duration", "minutes": 480,
                    "assignments": [{"person": "%s", "units": 100}]}}]}""".formatted(name, common.get("person")),
                version("planning.project", project));
        ids.put("task", JsonPath.read(plan, "$.tasks[0].id"));
        send("POST", path + "/promises", """
                {"task": "%s", "by": "2031-05-01T16:00:00Z", "to": "The board"}""".formatted(ids.get("task")), null);
        ids.put("promise", ids.get("task"));
        var link = send("POST", path + "/portal-links", """
                {"whom": "Edda", "until": "2027-06-01T08:00:00Z", "password": "%s"}""".formatted(LINK_PASSWORD), null);
        ids.put("link", JsonPath.read(link, "$.link.id"));
        ids.put("portal", JsonPath.<String>read(link, "$.path").substring("/released/".length()));
        var meeting = made(path + "/meetings", """
                {"title": "%s weekly", "rule": "FREQ=WEEKLY;BYDAY=MO", "first": "2027-02-01", "from": "09:00",
                 "minutes": 30, "persons": ["%s"]}""".formatted(name, common.get("person")));
        ids.put("meeting", meeting);
        ids.put("minute", made(path + "/meetings/" + meeting + "/days/2027-02-08/minutes", """
                {"kind": "note", "text": "%s was said"}""".formatted(name)));
        ids.put("risk", made(path + "/risks", "{\"what\": \"Rain\", \"percent\": 20, \"days\": 5}"));
        ids.put("system", made(path + "/systems", "{\"kind\": \"component\", \"name\": \"Shop\"}"));
        ids.put("baseline", made(path + "/baselines", "{\"name\": \"First\"}"));
        ids.put("draft", made(path + "/drafts", "{\"name\": \"Try\"}"));
        send("POST", "/api/projects/" + ids.get("draft") + "/changes", """
                {"changes": [{"kind": "setTask", "task": "%s", "set": {"priority": 600}}]}""".formatted(ids.get("task")), "\"1\"");
        ids.put("request", made("/api/people/" + common.get("person") + "/requests", """
                {"project": "%s", "from": "2027-06-01", "units": 50}""".formatted(project)));
        send("GET", path + "/board", "", null);
        ids.put("assessment", made(path + "/assessments", "{\"title\": \"%s\"}".formatted(name)));
        ids.put("vacancy", vacancy(String.valueOf(ids.get("assessment"))));
        ids.put("application", application(ids.get("vacancy")));
        ids.put(
                "ranking",
                JsonPath.read(
                        send(
                                "POST",
                                "/api/vacancies/" + ids.get("vacancy") + "/rankings",
                                "{\"criteria\": [\"skill.communication\"]}",
                                null),
                        "$.asked.id"));
        ids.put("project", project);
        ids.put("client", client);
        return new Place(client, project, ids);
    }

    /// One that could be published. Whoever recruits for the company sees it without its project.
    private String vacancy(String assessment) throws Exception {
        var made = send("POST", "/api/assessments/" + assessment + "/vacancies", "{}", null);
        var id = JsonPath.<String>read(made, "$.vacancy.id");
        send(
                "PATCH",
                "/api/vacancies/" + id,
                "{\"title\": \"Manager wanted\", \"contact\": \"jobs@harbour.example\", \"place\": \"Hamburg\"}",
                "\"1\"");
        return id;
    }

    private String application(@Nullable String vacancy) {
        var id = UUID.randomUUID();
        var document = UUID.randomUUID();
        jdbc.sql("""
                insert into documents.document (id, name, type, size, bytes, at)
                values (:id, 'cv.txt', 'text', 1, '\\x41', now())
                """).param("id", document).update();
        jdbc.sql("""
                insert into staffing.application (id, vacancy, number, name, email, document, at, opened, opened_by, checked)
                values (:id, cast(:vacancy as uuid), 1, 'Dewi', 'dewi@harbour.example', :document, now(), now(), 'Edda', now())
                """)
                .param("id", id)
                .param("vacancy", vacancy)
                .param("document", document)
                .update();
        return id.toString();
    }

    /// The only one of its project, with its task, as if nothing had been done with it yet.
    String increment(Place place) {
        var id = UUID.randomUUID();
        jdbc.sql("delete from increments.increment where project = cast(:project as uuid)")
                .param("project", place.project())
                .update();
        jdbc.sql("""
                with made as (
                    insert into increments.increment (id, project, number, goal, starts, ends)
                    values (:id, cast(:project as uuid), 1, 'See', '2027-02-01', '2027-02-12') returning id, project
                )
                insert into increments.scope (increment, project, task, since, name)
                select id, project, :task, '2027-01-30T08:00:00Z', 'Dewi' from made
                """)
                .param("id", id)
                .param("project", place.project())
                .param("task", place.id("task"))
                .update();
        return id.toString();
    }

    /// The only one of its project, of its task, with what two think.
    String estimating(Place place, boolean shown) {
        var id = UUID.randomUUID();
        withNothingEstimated(place);
        jdbc.sql("""
                with made as (
                    insert into increments.estimating (id, project, task, shown, opened_by, opened, opened_at)
                    values (:id, cast(:project as uuid), :task, :shown, :id, 'Dewi', now()) returning id
                )
                insert into increments.estimate (estimating, round, account, name, minutes, at)
                select id, 1, gen_random_uuid(), 'Dewi', minutes, now() from made, unnest(array[480, 960]) as minutes
                """)
                .param("id", id)
                .param("project", place.project())
                .param("task", place.id("task"))
                .param("shown", shown)
                .update();
        return id.toString();
    }

    void withNothingEstimated(Place place) {
        jdbc.sql("delete from increments.estimating where project = cast(:project as uuid)")
                .param("project", place.project())
                .update();
    }

    /// A new one: the server may have thrown an older one away by itself.
    String proposal(String project) {
        var id = UUID.randomUUID();
        jdbc.sql("delete from planning.proposal where project = cast(:project as uuid)")
                .param("project", project)
                .update();
        jdbc.sql("""
                insert into planning.proposal
                    (id, project, kind, version, at, seed, budget, finish_was, finish_now, why, values, moves, findings)
                values (:id, cast(:project as uuid), 'calendar', 1, now(), 1, 1, now(), now(), 'works-better', '{}', :none,
                    '[]')
                """)
                .param("id", id)
                .param("project", project)
                .param("none", noMoves())
                .update();
        return id.toString();
    }

    /// A new one of the place's task: closed, or stood still for, where that is to be taken back.
    String need(Place place, String endpoint) {
        var id = UUID.randomUUID();
        boolean closed = endpoint.equals("DELETE /api/needs/{need}/closure");
        jdbc.sql("""
                insert into work.need (id, project, task, kind, what, state, asked_by, asked_name, asked_at, waiting_since,
                    closed_by, closed_name, closed_at)
                values (:id, cast(:project as uuid), :task, 'access', 'Key to the room', :state, :id, 'Edda', now(),
                    case when :waits then now() end, case when :closed then cast(:id as uuid) end, 'Edda',
                    case when :closed then now() end)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("task", place.id("task"))
                .param("state", closed ? "met" : "open")
                .param("closed", closed)
                .param("waits", endpoint.equals("DELETE /api/needs/{need}/waiting"))
                .update();
        return id.toString();
    }

    /// A new one at the project's task, which its client is shown.
    String document(Place place) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into documents.document (id, name, type, size, bytes, at)
                values (:id, 'a.txt', 'text', 1, '\\x41', now())
                """).param("id", id).update();
        jdbc.sql("""
                insert into reporting.document (id, project, task, name, made_name, made_at, shown, shown_name, shown_at)
                values (:id, cast(:project as uuid), :task, cast(:id as text), 'Edda', now(), 1, 'Edda', now())
                """)
                .param("id", id)
                .param("project", place.project())
                .param("task", place.id("task"))
                .update();
        jdbc.sql("""
                insert into reporting.document_version (document, number, file, name, size, by_name, at)
                values (:id, 1, :id, 'a.txt', 1, 'Edda', now())
                """).param("id", id).update();
        return id.toString();
    }

    /// A new one of the place's task.
    String complication(Place place) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into work.complication (id, project, task, what, cost, urgent, account, name, at)
                values (:id, cast(:project as uuid), :task, 'The lift is broken', 480, false, :id, 'Edda', now())
                """)
                .param("id", id)
                .param("project", place.project())
                .param("task", place.id("task"))
                .update();
        return id.toString();
    }

    /// A new one for the client, in place of another draft.
    String update(Place place, boolean released) {
        var id = UUID.randomUUID();
        jdbc.sql("delete from reporting.update where project = cast(:project as uuid)")
                .param("project", place.project())
                .update();
        jdbc.sql("""
                insert into reporting.update (id, project, audience, facts, made_by, made_name, made_at, released_by,
                    released_name, released_at)
                values (:id, cast(:project as uuid), 'client',
                    '{"asOf": "2027-02-01T08:00:00Z", "edited": 1, "zone": "Europe/Berlin",
                      "finish": {"start": "2027-02-01T08:00:00Z", "planned": "2027-02-01T08:00:00Z"}, "doneCount": 0,
                      "done": [], "promises": [], "next": [], "asked": [], "sources": []}',
                    :id, 'Edda', now(), case when :released then cast(:id as uuid) end, 'Edda',
                    case when :released then now() end)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("released", released)
                .update();
        return id.toString();
    }

    /// A new amount of the project, waiting where that is to be decided.
    String moneyLine(Place place, String path) {
        var id = UUID.randomUUID();
        boolean waits = path.endsWith("/approval");
        if (waits) withoutLimits();
        jdbc.sql("""
                insert into budget.line (id, project, state, nature, category, day, minor, currency, what, approval,
                    asked_by, asked_name, asked_at)
                values (:id, cast(:project as uuid), 'spent', 'capital', 'hardware', '2027-02-01', 5, 'EUR', 'Rack',
                    case when :waits then 'waiting' end, case when :waits then cast(:id as uuid) end, 'Edda',
                    case when :waits then now() end)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("waits", waits)
                .update();
        return id.toString();
    }

    /// Nobody is named who would have to decide.
    private void withoutLimits() {
        jdbc.sql("delete from budget.approval_limit").update();
    }

    /// Of the company's limit, or of a project's.
    String limitVersion(@Nullable String project) {
        return "\""
                + jdbc.sql(
                                "select coalesce(max(version), 0) from budget.limit_version where project = cast(:project as uuid)")
                        .param("project", project == null ? new UUID(0, 0).toString() : project)
                        .query(Long.class)
                        .single()
                + "\"";
    }

    void reserve(Place place) {
        jdbc.sql("""
                insert into budget.reserve (project, minor, currency) values (cast(:project as uuid), 9000000, 'EUR')
                on conflict do nothing
                """).param("project", place.project()).update();
    }

    /// Something new that is to be taken from the project's reserve.
    String reserveUse(Place place) {
        var id = UUID.randomUUID();
        withoutLimits();
        reserve(place);
        jdbc.sql("""
                insert into budget.reserve_use (id, project, minor, why, approval, asked_by, asked_name, asked_at)
                values (:id, cast(:project as uuid), 5, 'Rain', 'waiting', :id, 'Edda', now())
                """).param("id", id).param("project", place.project()).update();
        return id.toString();
    }

    /// A new part of the project's pay, billed where that is to be paid or taken back.
    String billing(Place place, String endpoint) {
        var id = UUID.randomUUID();
        boolean billed =
                endpoint.endsWith("/payment") || endpoint.startsWith("DELETE") && endpoint.endsWith("/invoice");
        jdbc.sql("""
                insert into budget.milestone (id, project, name, minor, currency, day, billed, number, version)
                values (:id, cast(:project as uuid), 'First part', 500000, 'EUR', '2027-02-01',
                    case when :billed then date '2027-02-01' end, case when :billed then cast(:id as text) end, 1)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("billed", billed)
                .update();
        return id.toString();
    }

    String assetName() {
        return jdbc.sql("select name from assets.asset where id = cast(:id as uuid)")
                .param("id", common("asset"))
                .query(String.class)
                .single();
    }

    /// Something new that is measured of the asset.
    String measure() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into assets.measure (id, asset, name, unit) values (:id, cast(:asset as uuid), cast(:id as text), 'TB')")
                .param("id", id)
                .param("asset", common("asset"))
                .update();
        return id.toString();
    }

    /// A new window, freeze or policy.
    String maintained(String variable) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        switch (variable) {
                            case "changeWindow" -> """
                                    insert into maintenance.change_window (id, name, rule, first, begins, minutes)
                                    values (:id, cast(:id as text), 'FREQ=DAILY', '2027-01-01', '22:00', 60)
                                    """;
                            case "changeFreeze" -> """
                                    insert into maintenance.freeze (id, name, first, last)
                                    values (:id, 'Year', '2027-12-20', '2027-12-31')
                                    """;
                            default -> """
                                    insert into maintenance.policy (id, name, kind, rule, first, except_days, grace,
                                        approval, steps, created)
                                    values (:id, cast(:id as text), 'update', 'FREQ=DAILY', '2027-01-01', '{}', 7, true,
                                        '[{"name": "Look", "minutes": 5, "within": false, "each": false}]', '2027-01-31T08:00:00Z')
                                    """;
                        })
                .param("id", id)
                .update();
        return id.toString();
    }

    /// No asset is in a programme any more.
    String withNothingPlanned(String client) {
        jdbc.sql("delete from programme.replacement").update();
        return client;
    }

    /// One that nobody took.
    String mail() {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into outbox.mail (id, address, name, language, state, due, ended_at)
                values (cast(:id as uuid), 'dewi@harbour.example', 'Dewi', 'en', 'failed', now(), now())
                """).param("id", id).update();
        return id;
    }

    /// A new webhook of the project, or of the company, at which nobody listens.
    String hook(@Nullable Place place) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into outbox.hook (id, project, kind, name, address, hears, made_at, made_name)
                values (:id, cast(:project as uuid), 'chat', 'Chat', 'http://localhost:1/x', '{update}', now(), 'Ada')
                """)
                .param("id", id)
                .param("project", place == null ? null : place.project(), Types.VARCHAR)
                .update();
        hook = id.toString();
        return hook;
    }

    /// A new call of the last webhook that was made, which failed.
    String hookCall() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into outbox.hook_call (id, hook, event, subject, body, state, due, at, ended_at)
                values (:id, cast(:hook as uuid), 'update', 'News', '{}', 'failed', now(), now(), now())
                """).param("id", id).param("hook", hook).update();
        return id.toString();
    }

    /// One on which nobody has asked to be away.
    String freeDay() {
        return jdbc.sql("select cast(coalesce(max(to_day), '2028-01-01') + 1 as text) from people.absence_request")
                .query(String.class)
                .single();
    }

    /// A new one that nobody has decided.
    String absenceRequest() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into people.absence_request (id, person, from_day, to_day, state, asked_by, asked_name, asked_at)
                values (:id, cast(:person as uuid), cast(:day as date), cast(:day as date), 'open', :id, 'Dewi', now())
                """)
                .param("id", id)
                .param("person", common("person"))
                .param("day", freeDay())
                .update();
        return id.toString();
    }

    /// A new issue of the logbook, closed where that is to be taken back.
    String entry(Place place, String endpoint) {
        var id = UUID.randomUUID();
        boolean closed = endpoint.startsWith("DELETE");
        jdbc.sql("""
                insert into logbook.entry (id, project, number, kind, title, state, made_by, made_name, made_at, closed_by,
                    closed_name, closed_at)
                select :id, cast(:project as uuid), coalesce(max(number), 0) + 1, 'issue', 'No lift', :state, :id, 'Edda',
                    now(), case when :closed then cast(:id as uuid) end, 'Edda', case when :closed then now() end
                from logbook.entry where project = cast(:project as uuid)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("state", closed ? "closed" : "open")
                .param("closed", closed)
                .update();
        return id.toString();
    }

    /// The week of which hours are told: at the step from which the endpoint starts.
    String week(String endpoint) {
        var state = switch (endpoint.replaceAll(".*/", "") + endpoint.charAt(0)) {
            case "submissionD", "approvalP", "returnP" -> "submitted";
            case "correctionP" -> "approved";
            default -> "open";
        };
        boolean corrects = endpoint.startsWith("DELETE") && endpoint.endsWith("/correction");
        jdbc.sql("delete from work.sheet").update();
        if (!endpoint.endsWith("{week}"))
            jdbc.sql("""
                with made as (
                    insert into work.sheet (person, week, state, revision, approved, version)
                    values (cast(:person as uuid), '2027-01-25', :state, :revision, :approved, 1)
                ), began as (
                    insert into work.sheet_revision (person, week, revision, begun_by, begun_name, begun_at)
                    select cast(:person as uuid), '2027-01-25', number, cast(:person as uuid), 'Dewi', now()
                    from generate_series(1, :revision) as number
                )
                insert into work.sheet_line (person, week, revision, place, name, code, minutes)
                select cast(:person as uuid), '2027-01-25', number, 0, '4711', '4711', '{60,0,0,0,0,0,0}'
                from generate_series(1, :revision) as number
                """)
                    .param("person", common("person"))
                    .param("state", state)
                    .param("revision", corrects ? 2 : 1)
                    .param("approved", corrects || state.equals("approved") ? 1 : 0)
                    .update();
        return "2027-01-25";
    }

    /// A new one that nobody has answered.
    ///
    /// @param expert who was told of it because they know the field
    String question(Place place, @Nullable Actor expert) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into reporting.question (id, project, text, asked_by, asked_name, asked_at, expert, expert_name)
                values (:id, cast(:project as uuid), 'When?', :id, 'Edda', now(), :expert, 'Dewi')
                """)
                .param("id", id)
                .param("project", place.project())
                .param("expert", expert == null ? null : expert.account())
                .update();
        return id.toString();
    }

    /// A new one, with an offer where that is to be decided or withdrawn.
    String change(Place place, String endpoint) {
        var id = UUID.randomUUID();
        boolean offered = endpoint.matches("POST .*(signature|decline)|DELETE .*/offer");
        jdbc.sql("""
                insert into delivery.change_request (id, project, number, state, wish, title, what, of_client, asked_by,
                    asked_name, asked_at)
                select :id, cast(:project as uuid), coalesce(max(number), 0) + 1, :state, 'A door', 'A door', 'One door.',
                    true, :id, 'Edda', now()
                from delivery.change_request where project = cast(:project as uuid)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("state", offered ? "offered" : "working")
                .update();
        if (offered) jdbc.sql("""
                insert into delivery.offer (id, change, number, terms, text_en, text_de, hash_en, hash_de, draft_edited,
                    plan_version, offered_by, offered_name, offered_at)
                values (:id, :id, 1, '{"title": "A door", "what": "One door.", "zone": "Europe/Berlin",
                    "asOf": "2027-02-01T08:00:00Z", "dates": []}', 'A door', 'Eine Tür', '00', '00', 0, 1, :id, 'Edda',
                    now())
                """).param("id", id).update();
        return id.toString();
    }

    /// A new one, handed over where that is to be accepted or not.
    String deliverable(Place place, String path) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery.deliverable (id, project, name, state)
                values (:id, cast(:project as uuid), 'The door', :state)
                """)
                .param("id", id)
                .param("project", place.project())
                .param("state", path.endsWith("/acceptance") || path.endsWith("/return") ? "handed" : "open")
                .update();
        return id.toString();
    }

    /// As a calendar is stored that moves nothing.
    private static byte[] noMoves() {
        var deflater = new Deflater();
        deflater.setInput(new byte[4]);
        deflater.finish();
        var bytes = new byte[100];
        return Arrays.copyOf(bytes, deflater.deflate(bytes));
    }

    private void actors(Accounts accounts, Grants grants) {
        var client = UUID.fromString(own.client());
        var project = UUID.fromString(own.project());
        actors.put("administrator", administrator);
        actors.put("official", world.actor(Role.OFFICIAL));
        actors.put("manager", world.actor(Role.MANAGER, client, null));
        actors.put("of-project", world.actor(Role.MANAGER, null, project));
        actors.put("deputy", world.actor(Role.DEPUTY, null, project));
        var lead = world.actor(Role.LEAD);
        accounts.person(lead.account(), UUID.fromString(common("lead")));
        actors.put("lead", lead);
        actors.put("recruiter", world.actor(Role.RECRUITER));
        actors.put("worker", world.actor(Role.WORKER, null, project));
        actors.put("client", world.actor(Role.CLIENT, client, null));
        actors.put("subcontractor", world.actor(Role.SUBCONTRACTOR, null, project));
        var revoked = world.actor(Role.MANAGER, client, null);
        grants.take(Caller.SYSTEM, revoked.account(), Role.MANAGER, client, null);
        actors.put("revoked", revoked);
        var disabled = world.actor(Role.MANAGER, client, null);
        jdbc.sql("update identity.account set disabled = now() where id = :id")
                .param("id", disabled.account())
                .update();
        actors.put("disabled", disabled);
        actors.put("anonymous", null);
    }

    private void company() throws Exception {
        common.put("format", "csv");
        common.put("country", "DE");
        common.put("provider", "nowhere");
        common.put(
                "site",
                made("/api/sites", "{\"name\": \"Site %s\", \"country\": \"DE\"}".formatted(UUID.randomUUID())));
        common.put("shutdown", made("/api/shutdowns", """
                {"site": "%s", "from": "2027-08-02", "name": "Works outing"}""".formatted(common.get("site"))));
        var account = world.actor(Role.WORKER);
        common.put("account", account.account().toString());
        common.put(
                "grant",
                jdbc.sql("select id from identity.role_grant where account = :account")
                        .param("account", account.account())
                        .query(String.class)
                        .single());
        common.put("import", read(Requests.planFile("/api/imports")));
        common.put("people-import", read(Requests.peopleFile("/api/people-imports")));
        common.put("history-import", read(Requests.historyFile("/api/history-imports")));
        var taken = send("POST", "/api/history-imports/" + common("history-import") + "/acceptance", "{}", null);
        common.put("file", JsonPath.read(taken, "$.file"));
        common.put("history-import", read(Requests.historyFile("/api/history-imports")));
        send(
                "POST",
                "/api/asset-imports/" + read(Requests.assetFile("/api/asset-imports")) + "/acceptance",
                "{}",
                null);
        common.put(
                "asset",
                jdbc.sql("select id from assets.asset limit 1")
                        .query(String.class)
                        .single());
        common.put("asset-import", read(Requests.assetFile("/api/asset-imports")));
        common.put("lifecycle-import", read(Requests.lifecycleFile("/api/lifecycle-imports")));
        common.put("money-import", read(Requests.moneyFile("/api/money-imports")));
        var letter = JsonPath.<String>read(
                send(
                        "POST",
                        "/api/invitations",
                        "{\"name\": \"Chidi\", \"role\": \"worker\", \"scope\": \"company\"}",
                        null),
                "$.url");
        common.put("letter", letter.substring(letter.lastIndexOf('/') + 1));
        var feed = send(
                "POST", "/api/feeds", "{\"kind\": \"project\", \"project\": \"%s\"}".formatted(own.project()), null);
        common.put("secret", JsonPath.<String>read(feed, "$.path").split("/")[3]);
    }

    private String read(AbstractMockHttpServletRequestBuilder<?> upload) throws Exception {
        var read = http.perform(upload.with(administrator)).andReturn().getResponse();
        return JsonPath.read(read.getContentAsString(), "$.id");
    }

    String common(String name) {
        var value = common.get(name);
        if (value == null) throw new AssertionError("Nothing stands for " + name);
        return value;
    }

    /// What belongs to an account itself, as a variable of paths; for an import, it is handed over to
    /// the account.
    String belonging(String variable, Actor actor) {
        return switch (variable) {
            case "session" ->
                jdbc.sql("select id from identity.session where account = :account limit 1")
                        .param("account", actor.account())
                        .query(String.class)
                        .single();
            case "token" -> {
                var id = UUID.randomUUID();
                jdbc.sql("""
                        insert into identity.token (id, secret, account, name, since)
                        values (:id, cast(cast(:id as text) as bytea), :account, 'Script', now())
                        """).param("id", id).param("account", actor.account()).update();
                yield id.toString();
            }
            case "feed" -> {
                var id = UUID.randomUUID();
                jdbc.sql("""
                        insert into identity.feed_key (id, secret, account, kind, project, since)
                        values (:id, cast(cast(:id as text) as bytea), :account, 'project', :id, now())
                        """).param("id", id).param("account", actor.account()).update();
                yield id.toString();
            }
            case "ownHook" -> {
                var id = hook(null);
                jdbc.sql("update outbox.hook set account = :account where id = cast(:id as uuid)")
                        .param("account", actor.account())
                        .param("id", id)
                        .update();
                yield id;
            }
            case "import", "people-import" -> {
                jdbc.sql("update interchange.import set account = :account where id = cast(:id as uuid)")
                        .param("account", actor.account())
                        .param("id", common(variable))
                        .update();
                yield common(variable);
            }
            case "history-import" -> {
                jdbc.sql("update forecasting.history_import set account = :account where id = cast(:id as uuid)")
                        .param("account", actor.account())
                        .param("id", common(variable))
                        .update();
                yield common(variable);
            }
            case "money-import" -> {
                jdbc.sql("update budget.import set account = :account where id = cast(:id as uuid)")
                        .param("account", actor.account())
                        .param("id", common(variable))
                        .update();
                yield common(variable);
            }
            case "lifecycle-import" -> {
                jdbc.sql("update assets.lifecycle_import set account = :account where id = cast(:id as uuid)")
                        .param("account", actor.account())
                        .param("id", common(variable))
                        .update();
                yield common(variable);
            }
            case "asset-import" -> {
                jdbc.sql("update assets.import set account = :account where id = cast(:id as uuid)")
                        .param("account", actor.account())
                        .param("id", common(variable))
                        .update();
                yield common(variable);
            }
            case String other -> throw new AssertionError(other);
        };
    }

    /// What `If-Match` has to say.
    String version(String table, @Nullable String id) {
        var version = id == null
                ? jdbc.sql("select version from " + table)
                : jdbc.sql("select version from " + table + " where id = cast(:id as uuid)")
                        .param("id", id);
        return "\"" + version.query(Long.class).single() + "\"";
    }

    /// Of what the common person has learned.
    String learned() {
        return "\""
                + jdbc.sql("select version from people.qualification where person = cast(:person as uuid)")
                        .param("person", common("person"))
                        .query(Long.class)
                        .single()
                + "\"";
    }

    private String made(String path, String body) throws Exception {
        return JsonPath.read(send("POST", path, body, null), "$.id");
    }

    String send(String method, String path, String body, @Nullable String version) throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(administrator);
        if (version != null) request.header("If-Match", version);
        var answer = http.perform(request).andReturn().getResponse();
        if (answer.getStatus() >= 300)
            throw new AssertionError(
                    method + " " + path + ": " + answer.getStatus() + " " + answer.getContentAsString());
        return answer.getContentAsString();
    }
}
