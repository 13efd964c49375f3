package chargehand.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import chargehand.files.report.DocxTemplate;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// A request of each endpoint that somebody who may would send.
final class Requests {
    private static final String PLAN = """
            {"name": "Move", "start": "2027-02-01T08:00:00Z", "zone": "Europe/Berlin",
             "tasks": [{"id": "a", "name": "Pack", "duration": "1d"}]}""";
    private static final String HOOK = """
            {"kind": "chat", "name": "Chat", "address": "http://localhost:1/x"}""";
    private static final Set<String> OF_AN_ACCOUNT = Set.of("session", "token", "feed", "import", "ownHook");

    private final AccessWorld world;
    private final Map<String, Function<Place, String>> bodies;
    private final Map<String, String> queries = Map.of(
            "GET /api/holidays", "?country=DE&year=2027",
            "GET /api/load", "?from=2027-02-01&to=2027-03-01",
            "GET /api/search", "?q=project",
            "GET /api/rule-days", "?rule=FREQ=DAILY",
            "GET /api/people/{person}/overload", "?week=2027-02-01",
            "GET /api/people/{person}/absence-effect", "?from=2027-02-08&to=2027-02-09",
            "GET /api/sheets/table", "?from=2027-01-01&to=2027-02-01");
    private final Map<String, Function<Place, String>> versions = Map.ofEntries(
            Map.entry("PATCH /api/clients/{client}", place -> world().version("identity.client", place.client())),
            Map.entry("PATCH /api/company", place -> world().version("identity.company", null)),
            Map.entry(
                    "PATCH /api/people/{person}", place -> world().version("people.person", world().common("person"))),
            Map.entry("PUT /api/people/{person}/qualifications", place -> world().learned()),
            Map.entry("PUT /api/manager-profiles/{profile}", place -> "\"1\""),
            Map.entry("PUT /api/people/{person}/terms", place -> "\"0\""),
            Map.entry("PUT /api/projects/{project}/contract", place -> "\"0\""),
            Map.entry("PUT /api/money-limit", place -> world().limitVersion(null)),
            Map.entry("PUT /api/projects/{project}/money-limit", place -> world().limitVersion(place.project())),
            Map.entry("PUT /api/projects/{project}/billing/{billing}", place -> "\"1\""),
            Map.entry("PUT /api/maintenance-policies/{policy}", place -> "\"1\""),
            Map.entry(
                    "PATCH /api/vacancies/{vacancy}",
                    place -> world().version("staffing.vacancy", place.id("vacancy"))),
            Map.entry(
                    "POST /api/vacancies/{vacancy}/publication",
                    place -> world().version("staffing.vacancy", place.id("vacancy"))),
            Map.entry(
                    "DELETE /api/vacancies/{vacancy}/publication",
                    place -> world().version("staffing.vacancy", place.id("vacancy"))),
            Map.entry(
                    "POST /api/projects/{project}/changes",
                    place -> world().version("planning.project", place.project())),
            Map.entry(
                    "POST /api/projects/{project}/trials",
                    place -> world().version("planning.project", place.project())),
            Map.entry(
                    "PUT /api/projects/{project}/tasks/{task}/progress",
                    place -> world().version("planning.project", place.project())),
            Map.entry("PUT /api/needs/{need}", place -> "\"1\""),
            Map.entry("POST /api/projects/{project}/estimatings/{estimating}/showing", place -> "\"1\""),
            Map.entry("POST /api/projects/{project}/estimatings/{estimating}/round", place -> "\"1\""),
            Map.entry("POST /api/projects/{project}/estimatings/{estimating}/agreement", place -> "\"1\""),
            Map.entry("DELETE /api/projects/{project}/estimatings/{estimating}", place -> "\"1\""),
            Map.entry(
                    "PUT /api/projects/{project}/systems/{system}",
                    place -> world().version("systems.used_system", place.id("system"))),
            Map.entry(
                    "DELETE /api/projects/{project}/systems/{system}",
                    place -> world().version("systems.used_system", place.id("system"))),
            Map.entry("PUT /api/projects/{project}/log/{entry}", place -> "\"1\""),
            Map.entry(
                    "PUT /api/projects/{project}/meetings/{meeting}",
                    place -> world().version("meetings.meeting", place.id("meeting"))),
            Map.entry(
                    "DELETE /api/projects/{project}/meetings/{meeting}",
                    place -> world().version("meetings.meeting", place.id("meeting"))),
            Map.entry("PUT /api/people/{person}/sheets/{week}", place -> "\"0\""),
            Map.entry("PATCH /api/assets/{asset}", place -> world().version("assets.asset", world().common("asset"))),
            Map.entry("PUT /api/projects/{project}/increments/{increment}", this::increment),
            Map.entry("DELETE /api/projects/{project}/increments/{increment}", this::increment),
            Map.entry("PUT /api/projects/{project}/increments/{increment}/scope", this::increment),
            Map.entry("POST /api/projects/{project}/increments/{increment}/commitment", this::increment),
            Map.entry("POST /api/projects/{project}/increments/{increment}/review", this::increment),
            Map.entry("PUT /api/projects/{project}/updates/{update}", place -> "\"1\""),
            Map.entry("PUT /api/projects/{project}/change-requests/{change}", place -> "\"1\""),
            Map.entry("PUT /api/projects/{project}/deliverables/{deliverable}", place -> "\"1\""));

    Requests(AccessWorld world) {
        this.world = world;
        this.bodies = bodies();
    }

    private AccessWorld world() {
        return world;
    }

    private String increment(Place place) {
        return "\"1\"";
    }

    private Map<String, Function<Place, String>> bodies() {
        return Map.ofEntries(
                Map.entry("PATCH /api/account", place -> "{\"theme\": \"dark\"}"),
                Map.entry("PUT /api/account/password", place -> """
                        {"current": "%s", "next": "eleven blue teapots"}""".formatted(TestWorld.PASSWORD)),
                Map.entry("PATCH /api/accounts/{account}", place -> "{\"disabled\": true}"),
                Map.entry(
                        "POST /api/accounts/{account}/grants", place -> "{\"role\": \"lead\", \"scope\": \"company\"}"),
                Map.entry("POST /api/assessments", place -> "{\"title\": \"Idea\"}"),
                Map.entry("POST /api/projects/{project}/choices", place -> """
                        {"person": "%s", "mitigation": "none"}""".formatted(world.common("person"))),
                Map.entry("POST /api/vacancies/{vacancy}/applications/{application}/opening", place -> """
                        {"reason": "Interview"}"""),
                Map.entry("POST /api/vacancies/{vacancy}/applications/noted", place -> """
                        {"name": "Dewi", "text": "Led the move of a data centre."}"""),
                Map.entry("POST /api/vacancies/{vacancy}/applications/{application}/decisions", place -> """
                        {"state": "interview", "reason": "Has led"}"""),
                Map.entry("POST /api/vacancies/{vacancy}/applications/{application}/interview", place -> """
                        {"question": "skill.communication", "finding": "met", "note": "Told of a hard call."}"""),
                Map.entry(
                        "POST /api/vacancies/{vacancy}/applications/{application}/mitigations",
                        place -> "{\"mitigation\": \"training\"}"),
                Map.entry("POST /api/vacancies/{vacancy}/rankings", place -> "{\"criteria\": [\"skill.punctuality\"]}"),
                Map.entry("POST /api/vacancies/{vacancy}/applications/{application}/references", place -> """
                        {"name": "Bram", "relation": "Led her for years", "said": "Keeps her word."}"""),
                Map.entry("POST /api/application-decisions", place ->
                        """
                        {"state": "interview", "reason": "Has led",
                         "applications": [{"vacancy": "%s", "application": "%s"}]}""".formatted(place.id("vacancy"), place.id("application"))),
                Map.entry("PUT /api/vacancies/{vacancy}/applications/{application}/applicant", place -> """
                        {"name": "Dewi"}"""),
                Map.entry("POST /api/vacancies/{vacancy}/applications/{application}/hire", place -> """
                        {"first": "2027-03-01"}"""),
                Map.entry("PUT /api/people/{person}/qualifications", place -> "{}"),
                Map.entry("PUT /api/manager-profiles/{profile}", place -> """
                        {"criteria": "must hardware: experience with hardware", "reason": "Less will do."}"""),
                Map.entry(
                        "POST /api/manager-profiles/{profile}/trials",
                        place -> "{\"criteria\": \"must hardware: experience with hardware\"}"),
                Map.entry("PUT /api/people/{person}/terms", place -> "{\"freelance\": true, \"leadDays\": 14}"),
                Map.entry(
                        "POST /api/people/{person}/vettings",
                        place -> "{\"finding\": \"met\", \"how\": \"Spoke to two clients.\"}"),
                Map.entry(
                        "POST /api/people/{person}/certificate-checks",
                        place -> "{\"name\": \"PMP\", \"finding\": \"met\"}"),
                Map.entry("POST /api/projects/{project}/assessments", place -> "{\"title\": \"Again\"}"),
                Map.entry("POST /api/clients", place -> "{\"name\": \"New %s\"}".formatted(UUID.randomUUID())),
                Map.entry(
                        "PATCH /api/clients/{client}", place -> "{\"name\": \"New %s\"}".formatted(UUID.randomUUID())),
                Map.entry("PATCH /api/company", place -> "{}"),
                Map.entry(
                        "POST /api/feeds",
                        place -> "{\"kind\": \"milestones\", \"project\": \"%s\"}".formatted(place.project())),
                Map.entry("POST /api/hooks", place -> HOOK),
                Map.entry("POST /api/own-hooks", place -> HOOK),
                Map.entry("PUT /api/own-hooks/{ownHook}", place -> "{\"name\": \"Chat\", \"paused\": true}"),
                Map.entry("POST /api/projects/{project}/hooks", place -> HOOK),
                Map.entry("PUT /api/hooks/{hook}", place -> "{\"name\": \"Chat\", \"paused\": true}"),
                Map.entry(
                        "PUT /api/projects/{project}/hooks/{hook}", place -> "{\"name\": \"Chat\", \"paused\": true}"),
                Map.entry("PUT /api/steering-reports", place -> "{\"colours\": true}"),
                Map.entry("PUT /api/notices/seen", place -> "{\"upTo\": \"2027-02-01T08:00:00Z\"}"),
                Map.entry("PUT /api/notice-wishes", place -> "{\"mail\": [\"need\"], \"digestAt\": \"08:00\"}"),
                Map.entry(
                        "POST /api/imports/{import}/acceptance",
                        place -> "{\"client\": \"%s\"}".formatted(place.client())),
                Map.entry(
                        "POST /api/invitations",
                        place -> "{\"name\": \"Chidi\", \"role\": \"lead\", \"scope\": \"company\"}"),
                Map.entry("POST /api/invitations/{token}/acceptance", place ->
                        """
                        {"login": "invited%s", "password": "eleven blue teapots"}""".formatted(UUID.randomUUID().toString().substring(0, 8))),
                Map.entry("POST /api/people", place -> "{\"name\": \"Chidi\"}"),
                Map.entry(
                        "PATCH /api/people/{person}",
                        place -> "{\"fields\": [\"storage %s\"]}".formatted(UUID.randomUUID())),
                Map.entry("POST /api/projects/{project}/meetings", place -> meeting()),
                Map.entry("PUT /api/projects/{project}/meetings/{meeting}", place -> meeting()),
                Map.entry(
                        "POST /api/projects/{project}/meetings/{meeting}/days/{day}/minutes",
                        place -> "{\"kind\": \"note\", \"text\": \"Said\"}"),
                Map.entry("POST /api/projects/{project}/log", place -> "{\"kind\": \"issue\", \"title\": \"No lift\"}"),
                Map.entry("PUT /api/projects/{project}/log/{entry}", place -> "{\"title\": \"No lift yet\"}"),
                Map.entry(
                        "POST /api/projects/{project}/log/{entry}/closure", place -> "{\"outcome\": \"It is built\"}"),
                Map.entry(
                        "POST /api/projects/{project}/closing",
                        place -> "{\"lessons\": [{\"title\": \"Order lifts early\"}]}"),
                Map.entry("PUT /api/people/{person}/sheets/{week}", place -> "{\"lines\": []}"),
                Map.entry("POST /api/people/{person}/sheets/{week}/return", place -> "{\"reason\": \"Look again\"}"),
                Map.entry(
                        "POST /api/people/{person}/sheets/{week}/correction",
                        place -> "{\"reason\": \"It was longer\"}"),
                Map.entry(
                        "POST /api/people/{person}/absence-requests",
                        place -> "{\"from\": \"%s\"}".formatted(world.freeDay())),
                Map.entry("POST /api/absence-requests/{absenceRequest}/decline", place -> "{\"reason\": \"Cut-over\"}"),
                Map.entry("POST /api/people/{person}/absences", place -> "{\"from\": \"2027-09-01\"}"),
                Map.entry("POST /api/people/{person}/requests", place -> """
                        {"project": "%s", "from": "2027-07-01", "units": 50}""".formatted(place.project())),
                Map.entry("POST /api/projects", place -> """
                        {"name": "New", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(place.client())),
                Map.entry("PATCH /api/projects/{project}", place -> "{\"kind\": \"software\"}"),
                Map.entry("PUT /api/projects/{project}/accountable", place -> """
                        {"acting": {"person": "%s", "name": "Dewi"}}""".formatted(world.common("person"))),
                Map.entry("POST /api/projects/{project}/baselines", place -> "{\"name\": \"Second\"}"),
                Map.entry("POST /api/projects/{project}/drafts", place -> "{\"name\": \"Second\"}"),
                Map.entry(
                        "POST /api/projects/{project}/promises",
                        place -> "{\"by\": \"2031-05-01T16:00:00Z\", \"to\": \"The board\"}"),
                Map.entry(
                        "POST /api/projects/{project}/promises/{promise}/moves",
                        place -> "{\"by\": \"2031-06-01T16:00:00Z\", \"reason\": \"They asked for it\"}"),
                Map.entry(
                        "POST /api/projects/{project}/promises/{promise}/withdrawal",
                        place -> "{\"reason\": \"Nobody needs it\"}"),
                Map.entry(
                        "POST /api/projects/{project}/promises/{promise}/drafts",
                        place -> "{\"task\": \"%s\", \"minutes\": 240}".formatted(place.id("task"))),
                Map.entry(
                        "POST /api/projects/{project}/suggestion-answers",
                        place -> "{\"kind\": \"thank\", \"facts\": [\"task:a\"], \"done\": true}"),
                Map.entry(
                        "POST /api/projects/{project}/risks",
                        place -> "{\"what\": \"The lift breaks\", \"percent\": 20, \"days\": 5}"),
                Map.entry(
                        "PUT /api/projects/{project}/risks/{risk}",
                        place -> "{\"what\": \"The lift breaks\", \"percent\": 30, \"days\": 5}"),
                Map.entry(
                        "POST /api/projects/{project}/risks/{risk}/closure",
                        place -> "{\"happened\": true, \"task\": \"%s\"}".formatted(place.id("task"))),
                Map.entry(
                        "PUT /api/projects/{project}/aims",
                        place -> "{\"aims\": [\"lateness\", \"disturbance\", \"finish\"]}"),
                Map.entry("POST /api/projects/{project}/estimatings", place -> {
                    world.withNothingEstimated(place);
                    return "{\"task\": \"%s\"}".formatted(place.id("task"));
                }),
                Map.entry(
                        "PUT /api/projects/{project}/estimatings/{estimating}/estimate",
                        place -> "{\"minutes\": 960, \"low\": 480, \"high\": 1920}"),
                Map.entry(
                        "POST /api/projects/{project}/estimatings/{estimating}/agreement",
                        place -> "{\"minutes\": 960}"),
                Map.entry("POST /api/projects/{project}/systems", place -> "{\"kind\": \"tool\", \"name\": \"Bench\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/systems/{system}",
                        place -> "{\"kind\": \"tool\", \"name\": \"Big bench\"}"),
                Map.entry("PUT /api/projects/{project}/booking-priority", place -> "{\"priority\": 400}"),
                Map.entry("POST /api/projects/{project}/changes", place -> """
                        {"changes": [{"kind": "setTask", "task": "%s", "set": {"name": "Renamed"}}]}""".formatted(place.id("task"))),
                Map.entry("POST /api/projects/{project}/previews", place -> """
                        {"changes": [{"kind": "setTask", "task": "%s", "set": {"minutes": 960}}]}""".formatted(place.id("task"))),
                Map.entry("POST /api/projects/{project}/trials", place -> """
                        {"changes": [{"kind": "setTask", "task": "%s", "set": {"minutes": 960}}]}""".formatted(place.id("task"))),
                Map.entry("PUT /api/projects/{project}/tasks/{task}/progress", place -> "{\"state\": \"done\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/updates/{update}",
                        place -> "{\"summary\": \"All well\", \"why\": \"\", \"doing\": \"\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/updates/rhythms",
                        place -> "{\"audience\": \"worker\", \"days\": 14, \"remind\": 3}"),
                Map.entry(
                        "POST /api/projects/{project}/portal-links", place -> """
                        {"whom": "Edda", "until": "2027-06-01T08:00:00Z", "password": "%s"}""".formatted(AccessWorld.LINK_PASSWORD)),
                Map.entry(
                        "POST /api/portal-links/{secret}/visits",
                        place -> "{\"password\": \"%s\"}".formatted(AccessWorld.LINK_PASSWORD)),
                Map.entry(
                        "PUT /api/projects/{project}/tasks/{task}/satisfaction", place -> "{\"work\": 5, \"told\": 4}"),
                Map.entry(
                        "POST /api/projects/{project}/document-links",
                        place -> "{\"name\": \"Plan\", \"link\": \"https://files.example.com/plan.pdf\"}"),
                Map.entry("POST /api/projects/{project}/questions", place -> "{\"text\": \"When?\"}"),
                Map.entry("PUT /api/projects/{project}/questions/{question}/draft", place -> "{\"draft\": \"Soon\"}"),
                Map.entry("PUT /api/projects/{project}/questions/{question}/answer", place -> "{\"answer\": \"Soon\"}"),
                Map.entry("POST /api/projects/{project}/change-requests", place -> "{\"wish\": \"A second door\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/change-requests/{change}",
                        place -> "{\"title\": \"A second door\", \"what\": \"One more door.\"}"),
                Map.entry(
                        "POST /api/projects/{project}/change-requests/{change}/refusal",
                        place -> "{\"reason\": \"The wall bears the roof\"}"),
                Map.entry(
                        "POST /api/projects/{project}/change-requests/{change}/signature",
                        place -> "{\"offer\": 1, \"hash\": \"00\", \"name\": \"Edda\"}"),
                Map.entry(
                        "POST /api/projects/{project}/change-requests/{change}/decline",
                        place -> "{\"offer\": 1, \"reason\": \"Too dear\"}"),
                Map.entry("POST /api/projects/{project}/wishes", place -> "{\"wish\": \"A second door\"}"),
                Map.entry("POST /api/projects/{project}/deliverables", place -> "{\"name\": \"The door\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/deliverables/{deliverable}",
                        place -> "{\"name\": \"The door\", \"criteria\": [{\"text\": \"It opens\"}]}"),
                Map.entry(
                        "POST /api/projects/{project}/deliverables/{deliverable}/return",
                        place -> "{\"reason\": \"It squeaks\"}"),
                Map.entry("POST /api/projects/{project}/tasks/{task}/needs", place -> """
                        {"kind": "access", "what": "Key to the room", "due": "2027-02-01"}"""),
                Map.entry("PUT /api/needs/{need}", place -> """
                        {"kind": "access", "what": "Key to the cellar", "due": "2027-02-01"}"""),
                Map.entry(
                        "POST /api/projects/{project}/tasks/{task}/complication-previews",
                        place -> "{\"costMinutes\": 480}"),
                Map.entry("POST /api/projects/{project}/tasks/{task}/complications", place -> """
                        {"what": "The lift is broken", "costMinutes": 480}"""),
                Map.entry(
                        "POST /api/projects/{project}/complications/{complication}/closure",
                        place -> "{\"done\": \"Carried it up\"}"),
                Map.entry("PUT /api/projects/{project}/updates/portal", place -> "{\"money\": true}"),
                Map.entry(
                        "PUT /api/projects/{project}/updates/by-itself",
                        place -> "{\"audience\": \"client\", \"on\": true}"),
                Map.entry("POST /api/projects/{project}/tasks/{task}/comments", place -> "{\"text\": \"Which room?\"}"),
                Map.entry("PUT /api/projects/{project}/team", place ->
                        """
                        {"people": ["%s", "%s"]}""".formatted(world.common("person"), world.common("lead"))),
                Map.entry(
                        "POST /api/sessions", place -> """
                        {"login": "%s", "password": "%s"}""".formatted(world.administrator.login(), TestWorld.PASSWORD)),
                Map.entry("POST /api/setup", place -> """
                        {"company": "Mine", "zone": "Europe/Berlin", "country": "DE", "language": "en",
                         "administrator": {"name": "Eve", "login": "eve", "password": "eleven blue teapots"}}"""),
                Map.entry("POST /api/shutdowns", place -> """
                        {"site": "%s", "from": "2027-08-09", "name": "Works outing"}""".formatted(world.common("site"))),
                Map.entry("POST /api/sites", place -> """
                        {"name": "Site %s", "country": "DE"}""".formatted(UUID.randomUUID())),
                Map.entry("PATCH /api/sites/{site}", place -> """
                        {"name": "Site %s", "country": "DE"}""".formatted(UUID.randomUUID())),
                Map.entry("PUT /api/history-imports/{import}/columns", place -> """
                        {"columns": {"estimate_hours": 0, "actual_hours": 1, "completed_on": 2}}"""),
                Map.entry(
                        "PUT /api/asset-imports/{import}/columns",
                        place -> "{\"columns\": {\"name\": 0, \"line\": 1}}"),
                Map.entry("PATCH /api/assets/{asset}", place -> "{\"site\": \"Kiel\"}"),
                Map.entry("PUT /api/lifecycle-catalogue/address", place -> "{}"),
                Map.entry("PUT /api/projects/{project}/board", place -> """
                        {"prefix": "%s", "columns": [{"id": "ready", "stage": "ready"}, {"id": "work", "stage": "work"},
                            {"id": "done", "stage": "done"}]}""".formatted("P"
                        + place.project()
                                .substring(24)
                                .toUpperCase(java.util.Locale.ROOT)
                                .substring(0, 9))),
                Map.entry("PUT /api/projects/{project}/cards/{task}/column", place -> "{\"column\": \"work\"}"),
                Map.entry("PATCH /api/projects/{project}/cards/{task}", place -> "{\"bug\": true}"),
                Map.entry("POST /api/projects/{project}/increments", place -> """
                        {"goal": "Show it", "starts": "2027-05-03", "ends": "2027-05-14"}"""),
                Map.entry("PUT /api/projects/{project}/increments/{increment}", place -> """
                        {"goal": "Show more", "starts": "2027-02-01", "ends": "2027-02-12"}"""),
                Map.entry(
                        "PUT /api/projects/{project}/increments/{increment}/scope",
                        place -> "{\"tasks\": [\"%s\"]}".formatted(place.id("task"))),
                Map.entry("POST /api/projects/{project}/increments/{increment}/review", place -> "{}"),
                Map.entry("POST /api/projects/{project}/money", place -> """
                        {"state": "committed", "day": "2027-02-01", "what": "Rack", "leadDays": 20,
                         "amount": {"minor": 125050, "currency": "EUR"}}"""),
                Map.entry("PUT /api/projects/{project}/contract", place -> """
                        {"kind": "capped", "since": "2027-01-01", "amount": {"minor": 9000000, "currency": "EUR"},
                         "rates": [{"since": "2027-01-01", "hour": {"minor": 12000, "currency": "EUR"}}]}"""),
                Map.entry("POST /api/projects/{project}/billing", Requests::billing),
                Map.entry("PUT /api/projects/{project}/billing/{billing}", Requests::billing),
                Map.entry(
                        "POST /api/projects/{project}/billing/{billing}/invoice",
                        place -> "{\"day\": \"2027-02-01\", \"number\": \"R %s\"}".formatted(UUID.randomUUID())),
                Map.entry(
                        "POST /api/projects/{project}/billing/{billing}/payment", place -> "{\"day\": \"2027-02-11\"}"),
                Map.entry("PUT /api/assets/{asset}/measures/{measure}", place -> "{\"capacity\": 500}"),
                Map.entry("PUT /api/money-limit", place -> limit()),
                Map.entry("PUT /api/projects/{project}/money-limit", place -> limit()),
                Map.entry(
                        "POST /api/projects/{project}/money/{line}/approval",
                        place -> "{\"approve\": true, \"reason\": \"We need it\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/reserve",
                        place -> "{\"amount\": {\"minor\": 9000000, \"currency\": \"EUR\"}}"),
                Map.entry("POST /api/projects/{project}/reserve-uses", place -> {
                    world.reserve(place);
                    return "{\"amount\": {\"minor\": 5, \"currency\": \"EUR\"}, \"why\": \"Rain\"}";
                }),
                Map.entry(
                        "POST /api/projects/{project}/reserve-uses/{use}/approval",
                        place -> "{\"approve\": true, \"reason\": \"It rained\"}"),
                Map.entry(
                        "PUT /api/projects/{project}/delay-cost",
                        place ->
                                "{\"amount\": {\"minor\": 5, \"currency\": \"EUR\"}, \"per\": \"week\", \"after\": \"2027-06-01\", \"why\": \"Fines\"}"),
                Map.entry("PUT /api/exchange-rates", place -> """
                        {"currency": "EUR", "rates": [{"currency": "CHF", "since": "2027-01-01", "rate": 1.07}]}"""),
                Map.entry("POST /api/change-windows", place -> """
                        {"name": "Nights %s", "rule": "FREQ=WEEKLY;BYDAY=TU", "from": "22:00", "minutes": 240}""".formatted(UUID.randomUUID())),
                Map.entry("PUT /api/change-windows/{changeWindow}", place -> """
                        {"name": "Nights %s", "rule": "FREQ=WEEKLY;BYDAY=WE", "from": "22:00"}""".formatted(UUID.randomUUID())),
                Map.entry("POST /api/change-freezes", place -> """
                        {"name": "Turn of the year", "first": "2027-12-20", "last": "2028-01-06"}"""),
                Map.entry("POST /api/maintenance-policies", place -> policy(UUID.randomUUID())),
                Map.entry("PUT /api/maintenance-policies/{policy}", place -> policy(UUID.randomUUID())),
                Map.entry(
                        "POST /api/maintenance-policies/{policy}/rounds/{day}/outcome",
                        place -> "{\"outcome\": \"worked\", \"done\": \"2027-01-31\"}"),
                Map.entry("POST /api/projects/{project}/maintenance", place -> "{\"until\": \"2027-03-01\"}"),
                Map.entry("POST /api/programmes", place -> """
                        {"name": "Renewal", "client": "%s", "until": "2030-02-01"}""".formatted(world.withNothingPlanned(place.client()))),
                Map.entry("POST /api/tokens", place -> "{\"name\": \"Script\"}"));
    }

    private static String billing(Place place) {
        return """
                {"name": "First part", "task": "%s", "amount": {"minor": 500000, "currency": "EUR"}}""".formatted(place.id("task"));
    }

    private String limit() {
        return """
                {"amount": {"minor": 5000000, "currency": "EUR"}, "approver": "%s"}""".formatted(world.administrator.account());
    }

    static String policy(UUID name) {
        return """
                {"name": "Update %s", "kind": "update", "rule": "FREQ=DAILY", "approval": true,
                 "steps": [{"name": "Install updates", "minutes": 60}]}""".formatted(name);
    }

    /// Whether it makes a difference in which project or client.
    boolean isSomewhere(Endpoint endpoint) {
        var key = endpoint.toString();
        if (key.equals("POST /api/imports")) return true;
        if (endpoint.variables().stream()
                .anyMatch(Set.of("project", "client", "request", "assessment", "vacancy", "need")::contains))
            return true;
        var body = bodies.get(key);
        return body != null && !same(body.apply(world.own), body.apply(world.foreign));
    }

    /// Names that are new each time don't count.
    private boolean same(String one, String other) {
        return !one.contains(world.own.client())
                        && !one.contains(world.own.project())
                        && !one.contains(world.own.id("vacancy"))
                || one.equals(other);
    }

    AbstractMockHttpServletRequestBuilder<?> request(Endpoint endpoint, Place place, @Nullable Actor actor) {
        var path = path(endpoint, place, actor);
        return request(endpoint, path, place, actor);
    }

    /// What somebody would send in JSON, or null where nothing has to be sent or it is a file.
    @Nullable
    String body(Endpoint endpoint, Place place) {
        var body = bodies.get(endpoint.toString());
        return body == null ? null : body.apply(place);
    }

    /// With another body.
    AbstractMockHttpServletRequestBuilder<?> saying(Endpoint endpoint, Place place, Actor actor, String body) {
        var request = json(endpoint.verb(), path(endpoint, place, actor), body).with(actor);
        var version = versions.get(endpoint.toString());
        return version == null ? request : request.header("If-Match", version.apply(place));
    }

    /// The same at another path.
    AbstractMockHttpServletRequestBuilder<?> request(
            Endpoint endpoint, String path, Place place, @Nullable Actor actor) {
        var request = switch (endpoint.toString()) {
            case "POST /api/imports" -> planFile(path).param("client", place.client());
            case "POST /api/people-imports" -> peopleFile(path);
            case "POST /api/history-imports" -> historyFile(path);
            case "POST /api/asset-imports" -> assetFile(path);
            case "POST /api/lifecycle-imports" -> lifecycleFile(path);
            case "POST /api/money-imports" -> moneyFile(path);
            case "POST /api/measurements" -> measurementFile(path, world.assetName());
            case "POST /api/steering-reports/template" ->
                MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile(
                                "file",
                                "ours.docx",
                                "application/zip",
                                DocxTemplate.ours().bytes()));
            case "POST /api/projects/{project}/documents",
                    "POST /api/projects/{project}/tasks/{task}/documents",
                    "POST /api/projects/{project}/handed-documents" ->
                MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", "A concept".getBytes(UTF_8)));
            case "POST /api/vacancies/{vacancy}/applications" ->
                MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile("file", "cv.txt", "text/plain", "PMP, PMI".getBytes(UTF_8)));
            case String key -> {
                var body = bodies.get(key);
                yield json(endpoint.verb(), path, body == null ? "{}" : body.apply(place));
            }
        };
        var version = versions.get(endpoint.toString());
        if (version != null) request.header("If-Match", version.apply(place));
        if (actor != null) request.with(actor);
        return request;
    }

    String path(Endpoint endpoint, Place place, @Nullable Actor actor) {
        var path = endpoint.path() + queries.getOrDefault(endpoint.toString(), "");
        for (var variable : endpoint.variables())
            path = path.replace("{" + variable + "}", value(endpoint, variable, place, actor));
        return path;
    }

    private String meeting() {
        return """
                {"title": "Weekly", "rule": "FREQ=WEEKLY;BYDAY=MO", "first": "2027-02-01", "from": "10:00", "minutes": 30,
                 "persons": ["%s"]}""".formatted(world.common("person"));
    }

    private String value(Endpoint endpoint, String variable, Place place, @Nullable Actor actor) {
        if (endpoint.path().startsWith("/api/invitations/")) return world.common("letter");
        if (endpoint.path().startsWith("/api/portal-links/")) return place.id("portal");
        if (variable.equals("profile")) return "infrastructure";
        if (variable.equals("proposal")) return world.proposal(place.project());
        if (variable.equals("increment")) return world.increment(place);
        if (variable.equals("estimating"))
            return world.estimating(place, endpoint.path().matches(".*/(round|agreement)"));
        if (variable.equals("need")) return world.need(place, endpoint.toString());
        if (variable.equals("complication")) return world.complication(place);
        if (variable.equals("update"))
            return world.update(
                    place, endpoint.path().matches(".*/(acknowledgement|reading|reminder|paper|shown-updates/.*)"));
        if (variable.equals("document")) return world.document(place);
        if (variable.equals("number")) return "1";
        if (variable.equals("question")) return world.question(place, actor);
        if (variable.equals("change")) return world.change(place, endpoint.toString());
        if (variable.equals("deliverable")) return world.deliverable(place, endpoint.path());
        if (endpoint.path().endsWith("/steering-report/{format}") && variable.equals("format")) return "pdf";
        if (variable.equals("mail")) return world.mail();
        if (variable.equals("hook")) return world.hook(endpoint.variables().contains("project") ? place : null);
        if (variable.equals("call")) return world.hookCall();
        if (variable.equals("entry")) return world.entry(place, endpoint.toString());
        if (endpoint.path().startsWith("/api/absence-requests/")) return world.absenceRequest();
        if (variable.equals("week")) return world.week(endpoint.toString());
        var owner = actor == null ? world.administrator : actor;
        if (endpoint.path().startsWith("/api/people-imports/")) return world.belonging("people-import", owner);
        if (endpoint.path().startsWith("/api/history-imports/")) return world.belonging("history-import", owner);
        if (endpoint.path().startsWith("/api/asset-imports/")) return world.belonging("asset-import", owner);
        if (endpoint.path().startsWith("/api/lifecycle-imports/")) return world.belonging("lifecycle-import", owner);
        if (endpoint.path().startsWith("/api/money-imports/")) return world.belonging("money-import", owner);
        if (variable.equals("billing")) return world.billing(place, endpoint.toString());
        if (variable.equals("measure")) return world.measure();
        if (variable.equals("use")) return world.reserveUse(place);
        if (variable.equals("line")) return world.moneyLine(place, endpoint.path());
        if (variable.equals("day")) return "2027-02-08";
        if (variable.equals("policy") || variable.equals("changeWindow") || variable.equals("changeFreeze"))
            return world.maintained(variable);
        if (OF_AN_ACCOUNT.contains(variable)) return world.belonging(variable, owner);
        return world.common.containsKey(variable) ? world.common(variable) : place.id(variable);
    }

    private static AbstractMockHttpServletRequestBuilder<?> json(HttpMethod method, String path, String body) {
        var request = MockMvcRequestBuilders.request(method, java.net.URI.create(path));
        return method.equals(HttpMethod.GET)
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    static AbstractMockHttpServletRequestBuilder<?> planFile(String path) {
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "move.json", "application/json", PLAN.getBytes(UTF_8)));
    }

    static AbstractMockHttpServletRequestBuilder<?> peopleFile(String path) {
        var table = "name,skills\nChidi %s,cabling\n".formatted(UUID.randomUUID());
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "people.csv", "text/csv", table.getBytes(UTF_8)));
    }

    static AbstractMockHttpServletRequestBuilder<?> historyFile(String path) {
        var table = "estimate_hours,actual_hours,completed_on\n8,10,2026-05-04\n";
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "history.csv", "text/csv", table.getBytes(UTF_8)));
    }

    static AbstractMockHttpServletRequestBuilder<?> moneyFile(String path) {
        var table = "project,date,amount,currency\nnone,2027-02-01,5,EUR\n";
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "money.csv", "text/csv", table.getBytes(UTF_8)));
    }

    static AbstractMockHttpServletRequestBuilder<?> lifecycleFile(String path) {
        var list = """
                [{"permalink": "/kettle-os", "title": "Kettle OS", "category": "os",
                  "releases": [{"releaseCycle": "3", "eol": "2029-05-01"}]}]""";
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "kettle-os.json", "application/json", list.getBytes(UTF_8)));
    }

    static AbstractMockHttpServletRequestBuilder<?> measurementFile(String path, String asset) {
        var table = "asset,time,value\n%s,2027-01-04,5\n".formatted(asset);
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "measured.csv", "text/csv", table.getBytes(UTF_8)));
    }

    static AbstractMockHttpServletRequestBuilder<?> assetFile(String path) {
        var table = "name,line\nserver-%s,RHEL 8.6\n".formatted(UUID.randomUUID());
        return MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "assets.csv", "text/csv", table.getBytes(UTF_8)));
    }
}
