package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg. Dewi works on a task of two days that is promised for Wednesday.
@ServerTest
@Transactional
class AbsenceAskingTest {
    private static final String TUESDAY = "\"from\": \"2027-02-02\", \"to\": \"2027-02-03\", \"kind\": \"leave\"";

    @Autowired
    MockMvc http;

    private Crew crew;
    private Member lead;
    private Member dewi;

    @BeforeEach
    void aWorkerWithALead(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        lead = crew.member("Edda", Role.LEAD);
        dewi = crew.member("Dewi", Role.WORKER);
        crew.lead(dewi, lead);
        crew.team(dewi);
        var rack = crew.task("Rack", 2, dewi);
        crew.send(
                crew.manager,
                "POST",
                crew.at("/promises"),
                "{\"task\": \"%s\", \"by\": \"2027-02-03T22:00:00Z\", \"to\": \"The board\"}".formatted(rack));
    }

    private String of(String step) {
        return "/api/people/" + dewi.person() + step;
    }

    private String asked() throws Exception {
        return JsonPath.read(
                crew.send(
                        dewi.actor(), "POST", of("/absence-requests"), "{%s, \"note\": \"Skiing\"}".formatted(TUESDAY)),
                "$.id");
    }

    @Test
    void itsEffectOnDatesIsShownToWhoGrantsItAndNothingIsKept() throws Exception {
        asked();

        var effect = crew.send(lead.actor(), "GET", of("/absence-effect?from=2027-02-02&to=2027-02-03"), "");
        assertThat(JsonPath.<List<String>>read(effect, "$.projects[0].tasks")).containsExactly("Rack");
        assertThat(JsonPath.<String>read(effect, "$.projects[0].then"))
                .isGreaterThan(JsonPath.<String>read(effect, "$.projects[0].was"));
        assertThat(JsonPath.<List<String>>read(effect, "$.projects[0].promises[*].promisedTo"))
                .containsExactly("The board");
        assertThat(crew.<List<Object>>get(lead.actor(), of("/absences"), "$.items"))
                .isEmpty();
        assertThat(crew.<List<String>>get(lead.actor(), "/api/notices", "$.items[*].letter.subject"))
                .anyMatch(each -> each.contains("asks to be away"));
    }

    @Test
    void whatIsGrantedIsAnAbsenceWhoseKindOthersDoNotSee(@Autowired TestWorld world, @Autowired Accounts accounts)
            throws Exception {
        var request = asked();
        var bram = crew.member("Bram", Role.WORKER);

        assertThat(crew.refusal(dewi.actor(), "POST", "/api/absence-requests/" + request + "/grant", "{}", null))
                .isEqualTo("forbidden");
        assertThat(crew.refusal(bram.actor(), "POST", "/api/absence-requests/" + request + "/grant", "{}", null))
                .isEqualTo("not-found");
        crew.send(lead.actor(), "POST", "/api/absence-requests/" + request + "/grant", "{}");

        assertThat(crew.<List<String>>get(dewi.actor(), of("/absences"), "$.items[*].kind"))
                .containsExactly("leave");
        assertThat(crew.<List<String>>get(bram.actor(), of("/absences"), "$.items[*].kind"))
                .isEmpty();
        assertThat(crew.<List<Object>>get(bram.actor(), "/api/absence-requests", "$.items"))
                .isEmpty();
        assertThat(crew.refusal(lead.actor(), "POST", "/api/absence-requests/" + request + "/grant", "{}", null))
                .isEqualTo("already-decided");
    }

    @Test
    void whatIsDeclinedSaysWhyAndNoDaysAreAskedForTwice() throws Exception {
        var request = asked();

        assertThat(crew.refusal(dewi.actor(), "POST", of("/absence-requests"), "{%s}".formatted(TUESDAY), null))
                .isEqualTo("invalid-value");
        crew.send(
                lead.actor(),
                "POST",
                "/api/absence-requests/" + request + "/decline",
                "{\"reason\": \"The cut-over is that day\"}");
        assertThat(crew.<List<String>>get(dewi.actor(), "/api/absence-requests", "$.items[*].answer"))
                .containsExactly("The cut-over is that day");
    }

    @Test
    void whoIsSickSaysSoAndWhoHasALeadAsksForTheRest() throws Exception {
        assertThat(crew.refusal(dewi.actor(), "POST", of("/absences"), "{%s}".formatted(TUESDAY), null))
                .isEqualTo("forbidden");
        crew.send(dewi.actor(), "POST", of("/absences"), "{\"from\": \"2027-02-02\", \"kind\": \"sick\"}");
    }
}
