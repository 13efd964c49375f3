package chargehand.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg. Wiebke racks on Monday, Okko tests on Tuesday, which is
/// promised for Friday.
@ServerTest
@Transactional
class ChangeRequestTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    private Crew crew;
    private Member wiebke;
    private Member okko;
    private Actor client;
    private String rack;
    private String test;

    @BeforeEach
    void aPromiseAndItsClient(@Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        wiebke = crew.member("Wiebke", Role.WORKER);
        okko = crew.member("Okko", Role.WORKER);
        client = crew.ofClient();
        crew.team(wiebke, okko);
        rack = crew.task("Rack", 1, wiebke);
        test = crew.task("Test", 1, okko, rack);
        crew.change("""
                {"kind": "setTask", "task": "%s", "set": {"deadline": {"by": "2027-02-05T23:00:00Z",
                    "promisedTo": "Waterworks"}}}""".formatted(test));
    }

    private String wish() throws Exception {
        return id(crew.send(client, "POST", crew.at("/wishes"), "{\"wish\": \"A second rack, too.\"}"));
    }

    private static String id(String body) {
        return JsonPath.read(body, "$.id");
    }

    private String of(String change, String more) {
        return crew.at("/change-requests/" + change + more);
    }

    /// In a draft that gives Wiebke two days more before the test.
    private String workedOut(String change) throws Exception {
        var draft = JsonPath.<String>read(crew.send(crew.manager, "POST", of(change, "/draft"), "{}"), "$.draft");
        crew.send(crew.manager, "POST", "/api/projects/" + draft + "/changes", """
                {"changes": [{"kind": "setTask", "task": "%s", "set": {"minutes": 1440}}]}""".formatted(rack), "\"1\"");
        write(change, """
                {"title": "A second rack", "what": "You get two racks.",
                 "price": {"minutes": 960, "rate": {"minor": 12000, "currency": "EUR"}}}""");
        return draft;
    }

    private void write(String change, String body) throws Exception {
        crew.send(crew.manager, "PUT", of(change, ""), body, "\"%d\"".formatted(version(change)));
    }

    private int version(String change) throws Exception {
        return crew.get(crew.manager, of(change, ""), "$.version");
    }

    private void offer(String change) throws Exception {
        crew.send(crew.manager, "POST", of(change, "/offer"), "{}");
    }

    private String offered() throws Exception {
        var change = wish();
        workedOut(change);
        offer(change);
        return change;
    }

    private <T> T seen(String change, String field) throws Exception {
        return crew.<List<T>>get(client, "/api/portal", "$..changes[?(@.id == '%s')].%s".formatted(change, field))
                .getFirst();
    }

    private String signature(String change) throws Exception {
        return """
                {"offer": %d, "hash": "%s", "name": "Mara Weiss"}""".formatted(this.<Integer>seen(change, "offer.number"), this.<String>seen(change, "offer.hash"));
    }

    /// Committed, for the record of deeds is written then; nobody else in these tests has the crew's names.
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void aWishBecomesASignedChangeAndThePlanIsWhatWasOffered() throws Exception {
        var change = offered();
        assertThat(this.<String>seen(change, "offer.terms.dates[1].plannedWas")).isEqualTo("2027-02-02T17:00:00Z");
        assertThat(this.<String>seen(change, "offer.terms.dates[1].planned")).isEqualTo("2027-02-04T17:00:00Z");
        assertThat(this.<Integer>seen(change, "offer.terms.price.amount.minor")).isEqualTo(192_000);

        crew.send(client, "POST", of(change, "/signature"), signature(change));

        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-04T17:00:00Z");
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/baselines"), "$..name"))
                .containsExactly("Signed: A second rack");
        assertThat(crew.<String>get(crew.manager, of(change, ""), "$.state")).isEqualTo("signed");
        assertThat(crew.<List<String>>get(okko.actor(), "/api/notices", "$.items[*].letter.lines[*].name"))
                .containsExactly("Yours: Test");
        assertThat(crew.<List<String>>get(
                        crew.manager, "/api/audit", "$.items[?(@.project == '%s')].action".formatted(crew.project)))
                .contains("change-asked", "change-offered", "change-signed", "baseline-kept", "plan-changed");
    }

    @Test
    void whatWasSignedIsKeptWordByWord() throws Exception {
        var change = offered();
        String text = seen(change, "offer.text");

        crew.send(client, "POST", of(change, "/signature"), signature(change));

        assertThat(this.<String>seen(change, "signed.text")).isEqualTo(text);
        assertThat(this.<String>seen(change, "signed.name")).isEqualTo("Mara Weiss");
        assertThat(this.<String>seen(change, "signed.hash")).isEqualTo(sha256(text));
        assertThat(text)
                .contains("Change 1 of the project “Move”: A second rack\n", "You get two racks.\n")
                .contains("\n– Promised to Waterworks: “Test”, by Friday 5 February 2027. Likely by ")
                .contains("Price: 1,920.00\u00a0EUR (16 hours at 120.00\u00a0EUR an hour)\n");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void onlyTheClientSignsAndOnlyOnce() throws Exception {
        var change = offered();
        var signature = signature(change);
        var path = of(change, "/signature");
        var stranger = world.actor(Role.CLIENT, world.client(), null);
        assertThat(crew.refusal(crew.manager, "POST", path, signature, null)).isEqualTo("forbidden");
        assertThat(crew.refusal(wiebke.actor(), "POST", path, signature, null)).isEqualTo("forbidden");
        assertThat(crew.refusal(stranger, "POST", path, signature, null)).isEqualTo("not-found");

        crew.send(client, "POST", path, signature);

        assertThat(crew.refusal(crew.ofClient(), "POST", path, signature, null)).isEqualTo("change-signed");
        assertThat(crew.refusal(crew.manager, "POST", of(change, "/offer"), "{}", null))
                .isEqualTo("change-signed");
        assertThat(crew.refusal(client, "POST", of(change, "/decline"), "{\"offer\": 1, \"reason\": \"No\"}", null))
                .isEqualTo("change-signed");
    }

    @Test
    void nothingElseIsSignedThanWhatWasRead() throws Exception {
        var change = offered();
        var other = signature(change).replaceFirst("\"hash\": \"\\w+", "\"hash\": \"00");

        assertThat(crew.refusal(client, "POST", of(change, "/signature"), other, null))
                .isEqualTo("offer-text");
        assertThat(crew.refusal(
                        client,
                        "POST",
                        of(change, "/signature"),
                        signature(change).replace("Mara Weiss", " \u200b "),
                        null))
                .isEqualTo("invalid-value");
        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-02T17:00:00Z");
    }

    @Test
    void anOfferThatThePlanHasLeftBehindIsMadeAnew() throws Exception {
        var change = offered();
        var old = signature(change);
        crew.change("{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"minutes\": 960}}".formatted(test));

        assertThat(this.<Boolean>seen(change, "offer.fresh")).isFalse();
        assertThat(crew.refusal(client, "POST", of(change, "/signature"), old, null))
                .isEqualTo("offer-outdated");
        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-03T17:00:00Z");
        assertThat(crew.<List<String>>get(crew.manager, "/api/desk", "$.decide[*].kind"))
                .contains("renewal");

        offer(change);

        assertThat(this.<Boolean>seen(change, "offer.fresh")).isTrue();
        assertThat(crew.refusal(client, "POST", of(change, "/signature"), old, null))
                .isEqualTo("offer-renewed");
        crew.send(client, "POST", of(change, "/signature"), signature(change));
        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-05T17:00:00Z");
    }

    @Test
    void whatMovesNoDateLeavesAnOfferAsItIs() throws Exception {
        var change = offered();
        crew.change("{\"kind\": \"setTask\", \"task\": \"%s\", \"set\": {\"name\": \"Long test\"}}".formatted(test));

        assertThat(this.<Boolean>seen(change, "offer.fresh")).isTrue();
        crew.send(client, "POST", of(change, "/signature"), signature(change));
    }

    @Test
    void aDraftThatWasChangedOrThrownAwayAfterTheOfferIsNotSigned() throws Exception {
        var change = wish();
        var draft = workedOut(change);
        offer(change);
        var signature = signature(change);
        crew.send(crew.manager, "POST", "/api/projects/" + draft + "/changes", """
                {"changes": [{"kind": "setTask", "task": "%s", "set": {"priority": 900}}]}""".formatted(rack), "\"2\"");
        assertThat(crew.refusal(client, "POST", of(change, "/signature"), signature, null))
                .isEqualTo("offer-outdated");

        crew.send(crew.manager, "DELETE", crew.at("/drafts/" + draft), "");

        assertThat(crew.refusal(client, "POST", of(change, "/signature"), signature, null))
                .isEqualTo("offer-outdated");
        assertThat(crew.refusal(crew.manager, "POST", of(change, "/offer"), "{}", null))
                .isEqualTo("change-draft-gone");
    }

    @Test
    void oneOfOursIsSeenByTheClientOnceItIsOffered() throws Exception {
        var asked = crew.send(wiebke.actor(), "POST", crew.at("/change-requests"), "{\"wish\": \"Label the cables\"}");
        var change = id(asked);
        assertThat(crew.<List<String>>get(client, "/api/portal", "$..changes[*].id"))
                .isEmpty();
        assertThat(crew.<List<String>>get(crew.manager, "/api/desk", "$.decide[*].what"))
                .contains("Label the cables");
        assertThat(crew.refusal(crew.manager, "POST", of(change, "/offer"), "{}", null))
                .isEqualTo("invalid-value");

        write(change, "{\"title\": \"Labels\", \"what\": \"Each cable has a label.\"}");
        offer(change);

        assertThat(this.<String>seen(change, "title")).isEqualTo("Labels");
        assertThat(this.<String>seen(change, "offer.text")).contains("Price: none");
        crew.send(client, "POST", of(change, "/signature"), signature(change));
        assertThat(crew.<String>planned(test, "finish")).isEqualTo("2027-02-02T17:00:00Z");
        assertThat(crew.<List<String>>get(wiebke.actor(), "/api/notices", "$.items[*].letter.subject"))
                .contains("Move: “Labels” is signed");
    }

    @Test
    void whatIsDeclinedComesBackWithItsReason() throws Exception {
        var change = offered();

        crew.send(client, "POST", of(change, "/decline"), "{\"offer\": 1, \"reason\": \"Too late for us.\"}");

        assertThat(this.<String>seen(change, "state")).isEqualTo("declined");
        assertThat(crew.<List<String>>get(crew.manager, "/api/desk", "$.decide[?(@.kind == 'declined')].what"))
                .contains("Too late for us.");
        offer(change);
        assertThat(this.<Integer>seen(change, "offer.number")).isEqualTo(2);
    }

    @Test
    void anOfferIsWithdrawnAndAWishRefusedWithAReason() throws Exception {
        var change = offered();
        crew.send(crew.manager, "DELETE", of(change, "/offer"), "");
        assertThat(this.<String>seen(change, "state")).isEqualTo("asked");
        assertThat(crew.refusal(client, "POST", of(change, "/decline"), "{\"offer\": 1, \"reason\": \"No\"}", null))
                .isEqualTo("change-state");

        crew.send(crew.manager, "POST", of(change, "/refusal"), "{\"reason\": \"The room is too small.\"}");

        assertThat(this.<String>seen(change, "reason")).isEqualTo("The room is too small.");
        assertThat(crew.<List<String>>get(client, "/api/notices", "$.items[*].letter.lead"))
                .anyMatch(each -> each.endsWith("The room is too small."));
    }

    @Test
    void isBornFromWhatTheProjectHas() throws Exception {
        var told = crew.send(
                wiebke.actor(),
                "POST",
                crew.at("/tasks/" + rack + "/complications"),
                "{\"what\": \"The lift is broken\"}");
        var asked = crew.send(client, "POST", crew.at("/questions"), "{\"text\": \"Is one rack enough?\"}");

        var ours = crew.send(wiebke.actor(), "POST", crew.at("/change-requests"), """
                {"wish": "Carry it", "origin": {"kind": "complication", "id": "%s"}}""".formatted(id(told)));
        crew.send(client, "POST", crew.at("/wishes"), """
                {"wish": "Two, then", "question": "%s"}""".formatted(id(asked)));

        assertThat(JsonPath.<String>read(ours, "$.origin.text")).isEqualTo("The lift is broken");
        assertThat(crew.<List<String>>get(crew.manager, crew.at("/change-requests"), "$.items[*].origin.text"))
                .containsExactly("Is one rack enough?", "The lift is broken");
        assertThat(crew.refusal(
                        wiebke.actor(), "POST", crew.at("/change-requests"), """
                {"wish": "Carry it", "origin": {"kind": "need", "id": "%s"}}""".formatted(UUID.randomUUID()), null))
                .isEqualTo("invalid-value");
    }

    @Test
    void keepsMarkupAsTextAndTakesNoMoneyThatThereIsNot() throws Exception {
        var change = id(crew.send(client, "POST", crew.at("/wishes"), """
                {"wish": "<img src=x onerror=alert(1)>\\u202e\\r\\nBcc: all@example.org"}"""));
        assertThat(crew.<String>get(crew.manager, of(change, ""), "$.wish"))
                .isEqualTo("<img src=x onerror=alert(1)>\nBcc: all@example.org");
        assertThat(crew.<List<String>>get(crew.manager, "/api/notices", "$.items[*].letter.subject"))
                .noneMatch(each -> each.contains("\n"));
        for (var price : List.of(
                "{\"amount\": {\"minor\": 1, \"currency\": \"XYZ1\"}}",
                "{\"amount\": {\"minor\": 9999999999999, \"currency\": \"EUR\"}}",
                "{\"minutes\": -60, \"rate\": {\"minor\": 100, \"currency\": \"EUR\"}}"))
            assertThat(crew.refusal(
                            crew.manager,
                            "PUT",
                            of(change, ""),
                            """
                    {"title": "A", "what": "B", "price": %s}""".formatted(price),
                            "\"%d\"".formatted(version(change))))
                    .as(price)
                    .isEqualTo("invalid-value");
        assertThat(crew.refusal(
                        client, "POST", crew.at("/wishes"), "{\"wish\": \"%s\"}".formatted("x".repeat(4001)), null))
                .isEqualTo("invalid-value");
    }

    @Test
    void aDeliverableIsHandedOverOnceItsCriteriaAreMetAndAcceptedByTheClient() throws Exception {
        var path = crew.at("/deliverables");
        var made = id(crew.send(crew.manager, "POST", path, """
                {"name": "The rack", "task": "%s", "criteria": [{"text": "It stands level"}]}""".formatted(rack)));
        assertThat(crew.<List<String>>get(client, "/api/portal", "$..deliverables[*].name"))
                .isEmpty();
        assertThat(crew.refusal(crew.manager, "POST", path + "/" + made + "/hand-over", "{}", null))
                .isEqualTo("criteria-unmet");
        crew.send(crew.manager, "PUT", path + "/" + made, """
                {"name": "The rack", "criteria": [{"text": "It stands level", "met": true}]}""", "\"1\"");

        crew.send(crew.manager, "POST", path + "/" + made + "/hand-over", "{}");
        crew.send(client, "POST", path + "/" + made + "/return", "{\"reason\": \"It leans.\"}");
        assertThat(crew.<List<String>>get(client, "/api/portal", "$..deliverables[*].reason"))
                .containsExactly("It leans.");
        crew.send(crew.manager, "POST", path + "/" + made + "/hand-over", "{}");
        assertThat(crew.refusal(crew.manager, "POST", path + "/" + made + "/acceptance", "{}", null))
                .isEqualTo("forbidden");
        crew.send(client, "POST", path + "/" + made + "/acceptance", "{}");

        assertThat(crew.<List<String>>get(crew.manager, path, "$.items[*].state"))
                .containsExactly("accepted");
        assertThat(crew.refusal(crew.manager, "DELETE", path + "/" + made, "", null))
                .isEqualTo("deliverable-state");
    }
}
