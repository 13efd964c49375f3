package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// A client asks of a project in whose team one knows storage and one knows networks.
@ServerTest
@Transactional
class QuestionRoutingTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    private Crew crew;
    private Member dewi;
    private Member bram;
    private Actor client;
    private String test;

    @BeforeEach
    void aTeamThatKnows(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        dewi = crew.member("Dewi", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        client = crew.ofClient();
        crew.team(dewi, bram);
        knows(dewi, "storage");
        knows(bram, "networks");
        test = crew.task("Test", 1, bram);
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"deadline": {"by": "2027-02-05T17:00:00Z"}}}""".formatted(test));
    }

    private void knows(Member who, String field) {
        jdbc.sql("update people.person set fields = array[:field] where id = cast(:id as uuid)")
                .param("field", field)
                .param("id", who.person())
                .update();
    }

    private String ask(String text, @Nullable String task) throws Exception {
        var about = task == null ? "" : ", \"task\": \"%s\"".formatted(task);
        var body = "{\"text\": \"%s\"%s}".formatted(text, about);
        return JsonPath.read(crew.send(client, "POST", crew.at("/questions"), body), "$.id");
    }

    private List<String> told() throws Exception {
        return crew.get(crew.manager, crew.at("/questions"), "$.items[*].knows.account");
    }

    private List<String> heard(Member who) throws Exception {
        return crew.get(who.actor(), "/api/notices", "$.items[?(@.kind == 'question')].letter.lead");
    }

    @Test
    void goesToWhoKnowsTheFieldThatItNames() throws Exception {
        ask("Is Storage encrypted?", null);

        assertThat(told()).containsExactly(dewi.actor().account().toString());
        assertThat(heard(dewi)).singleElement().asString().contains("Is Storage encrypted?");
        assertThat(heard(bram)).isEmpty();
        assertThat(clients("knows")).isEmpty();
    }

    @Test
    void goesToWhoKnowsTheFieldOfTheMilestoneThatItIsAbout() throws Exception {
        var about = "{\"text\": \"When?\", \"task\": \"%s\"}".formatted(test);
        assertThat(crew.refusal(client, "POST", crew.at("/questions"), about, null))
                .isEqualTo("invalid-value");
        String draft = JsonPath.read(crew.send(crew.manager, "POST", crew.at("/updates"), "{}"), "$.id");
        crew.send(crew.manager, "POST", crew.at("/updates/" + draft + "/release"), "{}");

        ask("When?", test);

        assertThat(told()).containsExactly(bram.actor().account().toString());
        assertThat(crew.<List<String>>get(client, "/api/portal", "$.projects[*].questions[*].about.name"))
                .containsExactly("Test");
    }

    @Test
    void theMilestoneThatTheClientChoseGoesBeforeWords() throws Exception {
        release();

        ask("Is it done, with the storage?", test);

        assertThat(told()).containsExactly(bram.actor().account().toString());
    }

    private void release() throws Exception {
        String draft = JsonPath.read(crew.send(crew.manager, "POST", crew.at("/updates"), "{}"), "$.id");
        crew.send(crew.manager, "POST", crew.at("/updates/" + draft + "/release"), "{}");
    }

    @Test
    void aShortNameIsNoOrdinaryWord() throws Exception {
        knows(dewi, "IT");

        ask("When is it done?", null);
        assertThat(told()).isEmpty();
        assertThat(heard(dewi)).isEmpty();

        ask("Is that for your IT?", null);
        assertThat(told()).containsExactly(dewi.actor().account().toString());
    }

    @Test
    void isLateOnlyForAnExpertWhoMayStillAnswer(@Autowired QuestionEscalating escalating) throws Exception {
        ask("Is storage encrypted?", null);
        ask("Are networks apart?", null);
        jdbc.sql(
                        "update reporting.question set asked_at = asked_at - interval '9 days' where project = cast(:id as uuid)")
                .param("id", crew.project)
                .update();
        jdbc.sql("""
                update identity.role_grant set role = 'subcontractor', project = cast(:project as uuid)
                where account = :dewi
                """)
                .param("project", crew.project)
                .param("dewi", dewi.actor().account())
                .update();

        escalating.escalate();

        assertThat(heard(bram)).hasSize(2);
        assertThat(heard(dewi)).hasSize(1);
    }

    @Test
    void aManagerReleasesNoDraftUnread() throws Exception {
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));
        crew.send(dewi.actor(), "PUT", path + "/draft", "{\"draft\": \"At rest, yes.\"}");
        var answer = "{\"answer\": \"At rest, yes.\", \"draft\": \"%s\"}";

        assertThat(crew.refusal(crew.manager, "PUT", path + "/answer", answer.formatted("2020-02-01T08:00:00Z"), null))
                .isEqualTo("draft-renewed");
        assertThat(clients("answer")).isEmpty();

        var read = crew.<List<String>>get(crew.manager, crew.at("/questions"), "$.items[*].draft.drafted.at");
        crew.send(crew.manager, "PUT", path + "/answer", answer.formatted(read.getFirst()));
        assertThat(clients("answer")).containsExactly("At rest, yes.");
    }

    @Test
    void staysWithTheManagerWhereTheFieldIsTheirs(@Autowired Accounts accounts) throws Exception {
        var person = crew.person("Mia");
        accounts.person(crew.manager.account(), UUID.fromString(person));
        knows(new Member(person, crew.manager), "storage");

        ask("Is storage encrypted?", null);
        ask("Who are you, in thousandstorages?", null);

        assertThat(told()).isEmpty();
    }

    @Test
    void staysWithTheManagerWhereNobodyWhoKnowsItMayAnswer() throws Exception {
        var outside = crew.member("Olaf", Role.SUBCONTRACTOR);
        crew.team(dewi, bram, outside);
        knows(outside, "cooling");

        ask("What of the cooling?", null);

        assertThat(told()).isEmpty();
        assertThat(heard(outside)).isEmpty();
    }

    @Test
    void whoWasToldDraftsAndWhoAnswersReleases() throws Exception {
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));
        assertThat(crew.<List<String>>get(dewi.actor(), "/api/own-questions", "$.items[*].question.text"))
                .containsExactly("Is storage encrypted?");

        crew.send(dewi.actor(), "PUT", path + "/draft", "{\"draft\": \"At rest, yes.\"}");

        assertThat(heard(new Member("", crew.manager)))
                .anySatisfy(each -> assertThat(each).contains("At rest, yes."));
        assertThat(clients("answer")).isEmpty();
        assertThat(clients("draft")).isEmpty();

        crew.send(crew.manager, "PUT", path + "/answer", "{\"answer\": \"At rest, yes.\"}");

        assertThat(clients("answer")).containsExactly("At rest, yes.");
        assertThat(clients("answered.name"))
                .containsExactly(crew.<String>get(crew.manager, "/api/session", "$.account.name"));
        assertThat(crew.<List<Object>>get(dewi.actor(), "/api/own-questions", "$.items"))
                .isEmpty();
        assertThat(crew.refusal(dewi.actor(), "PUT", path + "/draft", "{\"draft\": \"No.\"}", null))
                .isEqualTo("already-answered");
    }

    @Test
    void nobodyElseOfTheTeamReadsOrDraftsIt() throws Exception {
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));

        assertThat(crew.refusal(bram.actor(), "PUT", path + "/draft", "{\"draft\": \"Hm\"}", null))
                .isEqualTo("forbidden");
        assertThat(crew.refusal(dewi.actor(), "PUT", path + "/answer", "{\"answer\": \"Hm\"}", null))
                .isEqualTo("forbidden");
        assertThat(crew.refusal(bram.actor(), "GET", crew.at("/questions"), "", null))
                .isEqualTo("forbidden");
        assertThat(crew.<List<Object>>get(bram.actor(), "/api/own-questions", "$.items"))
                .isEmpty();
    }

    /// Two documents of the project, of which the client was shown the first.
    private String shownDocument() throws Exception {
        crew.send(crew.manager, "POST", crew.at("/document-links"), document("Secret"));
        String shown =
                JsonPath.read(crew.send(crew.manager, "POST", crew.at("/document-links"), document("Wards")), "$.id");
        crew.send(crew.manager, "PUT", crew.at("/documents/" + shown + "/showing"), "{}");
        return shown;
    }

    private static String document(String name) {
        return "{\"name\": \"%s\", \"link\": \"https://files.example.com/%s\"}".formatted(name, name);
    }

    private static String answer(String kind, String ref) {
        return "{\"answer\": \"See there.\", \"facts\": [{\"kind\": \"%s\", \"ref\": \"%s\"}]}".formatted(kind, ref);
    }

    @Test
    void anAnswerLeadsToWhatTheClientSeesAndToNothingElse() throws Exception {
        var shown = shownDocument();
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));

        assertThat(crew.<List<String>>get(dewi.actor(), path + "/facts", "$.items[*].name"))
                .containsExactly("Wards");
        assertThat(crew.refusal(bram.actor(), "GET", path + "/facts", "", null)).isEqualTo("forbidden");
        assertThat(crew.refusal(crew.manager, "PUT", path + "/answer", answer("milestone", test), null))
                .isEqualTo("invalid-value");
        crew.send(crew.manager, "PUT", path + "/answer", answer("document", shown));

        assertThat(clients("facts[*].name")).containsExactly("Wards");
        assertThat(crew.<List<String>>get(
                        client, "/api/notices", "$.items[?(@.kind == 'question')].letter.lines[*].value"))
                .anySatisfy(each -> assertThat(each).startsWith("Wards (as of "));
    }

    @Test
    void whatIsShownNoLongerIsNotNamed() throws Exception {
        var shown = shownDocument();
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));
        crew.send(crew.manager, "PUT", path + "/answer", answer("document", shown));

        crew.send(crew.manager, "DELETE", crew.at("/documents/" + shown + "/showing"), "");

        assertThat(clients("facts[*].kind")).containsExactly("document");
        assertThat(clients("facts[*].name")).isEmpty();
        assertThat(clients("facts[*].ref")).isEmpty();
    }

    @Test
    void mailsSayTheDayThatEndsAtMidnight() throws Exception {
        var zone = ZoneId.of(crew.get(crew.manager, crew.at(""), "$.zone"));
        var midnight = LocalDate.of(2027, 2, 6).atStartOfDay(zone).toInstant();
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"deadline": {"by": "%s"}}}""".formatted(test, midnight));
        String draft = JsonPath.read(crew.send(crew.manager, "POST", crew.at("/updates"), "{}"), "$.id");
        crew.send(crew.manager, "POST", crew.at("/updates/" + draft + "/release"), "{}");
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));
        crew.send(crew.manager, "PUT", path + "/answer", answer("milestone", test));

        assertThat(crew.<List<String>>get(
                        client, "/api/notices", "$.items[?(@.kind == 'question')].letter.lines[*].value"))
                .anySatisfy(each -> assertThat(each).startsWith("Test, promised for Friday 5 February 2027"));
        assertThat(crew.<List<String>>get(
                        client, "/api/notices", "$.items[?(@.kind == 'update')].letter.lines[*].name"))
                .anySatisfy(each -> assertThat(each).contains("5 February 2027"));
    }

    @Test
    void whatOnesExpertLeadsToIsReleasedWithTheDraft() throws Exception {
        String draft = JsonPath.read(crew.send(crew.manager, "POST", crew.at("/updates"), "{}"), "$.id");
        crew.send(crew.manager, "POST", crew.at("/updates/" + draft + "/release"), "{}");
        var path = crew.at("/questions/" + ask("Is storage encrypted?", null));

        crew.send(
                dewi.actor(), "PUT", path + "/draft", answer("milestone", test).replace("\"answer\"", "\"draft\""));

        assertThat(crew.<List<String>>get(crew.manager, crew.at("/questions"), "$.items[*].draft.facts[*].state"))
                .containsExactly("promised");
    }

    private List<String> clients(String field) throws Exception {
        return crew.get(client, "/api/portal", "$.projects[*].questions[*]." + field);
    }
}
