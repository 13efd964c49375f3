package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// It is Monday, 1 February 2027, 9:00 in Hamburg; the week before is the one that is told.
@ServerTest
@Transactional
class SheetTest {
    private static final String WEEK = "2027-01-25";

    @Autowired
    MockMvc http;

    @Autowired
    Hours hours;

    private Crew crew;
    private Member lead;
    private Member dewi;
    private String rack;

    @BeforeEach
    void aWorkerWithALead(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        lead = crew.member("Edda", Role.LEAD);
        dewi = crew.member("Dewi", Role.WORKER);
        crew.lead(dewi, lead);
        crew.team(dewi);
        rack = crew.task("Rack", 2, dewi);
    }

    private String at(String step) {
        return "/api/people/%s/sheets/%s%s".formatted(dewi.person(), WEEK, step);
    }

    private String line(String task, String code, int... minutes) {
        var days = new java.util.ArrayList<String>();
        for (int each : minutes) days.add(Integer.toString(each));
        while (days.size() < 7) days.add("0");
        return "{\"project\": \"%s\", \"task\": \"%s\", \"code\": \"%s\", \"minutes\": [%s]}"
                .formatted(crew.project, task, code, String.join(",", days));
    }

    private String told(long version, String... lines) throws Exception {
        return crew.send(
                dewi.actor(),
                "PUT",
                at(""),
                "{\"lines\": [%s]}".formatted(String.join(",", lines)),
                "\"%d\"".formatted(version));
    }

    private void approved() throws Exception {
        told(0, line(rack, "4711", 480, 240));
        crew.send(dewi.actor(), "POST", at("/submission"), "{}");
        crew.send(lead.actor(), "POST", at("/approval"), "{}");
    }

    private long approvedMinutes() {
        var told = hours.approved(UUID.fromString(crew.project)).get(rack);
        return told == null ? 0 : told.minutes();
    }

    @Test
    void hoursAreToldSubmittedApprovedAndLocked() throws Exception {
        approved();

        assertThat(crew.<String>get(dewi.actor(), at(""), "$.state")).isEqualTo("approved");
        assertThat(approvedMinutes()).isEqualTo(720);
        assertThat(crew.refusal(dewi.actor(), "PUT", at(""), "{\"lines\": []}", "\"3\""))
                .isEqualTo("sheet-state");
        assertThat(crew.<List<String>>get(dewi.actor(), "/api/notices", "$.items[*].letter.subject"))
                .anyMatch(each -> each.startsWith("Your hours are approved"));
    }

    @Test
    void aCorrectionKeepsTheOldValueAndCountsOnceItIsApproved() throws Exception {
        approved();
        crew.send(dewi.actor(), "POST", at("/correction"), "{\"reason\": \"It was longer\"}");
        told(4, line(rack, "4711", 480, 300));
        assertThat(approvedMinutes()).as("before the correction is approved").isEqualTo(720);

        crew.send(dewi.actor(), "POST", at("/submission"), "{}");
        var sheet = crew.send(lead.actor(), "POST", at("/approval"), "{}");

        assertThat(approvedMinutes()).isEqualTo(780);
        assertThat(JsonPath.<List<Integer>>read(sheet, "$.revisions[1].changes[*].was"))
                .containsExactly(240);
        assertThat(JsonPath.<List<Integer>>read(sheet, "$.revisions[1].changes[*].now"))
                .containsExactly(300);
        assertThat(JsonPath.<String>read(sheet, "$.revisions[1].reason")).isEqualTo("It was longer");
    }

    @Test
    void whatIsSentBackSaysWhyAndNobodyApprovesTheirOwn() throws Exception {
        told(0, line(rack, "4711", 480));
        crew.send(dewi.actor(), "POST", at("/submission"), "{}");

        assertThat(crew.refusal(dewi.actor(), "POST", at("/approval"), "{}", null))
                .isEqualTo("forbidden");
        crew.send(lead.actor(), "POST", at("/return"), "{\"reason\": \"Tuesday is missing\"}");
        assertThat(crew.<String>get(dewi.actor(), at(""), "$.revisions[0].returned"))
                .isEqualTo("Tuesday is missing");
        assertThat(crew.<String>get(dewi.actor(), at(""), "$.state")).isEqualTo("open");
    }

    @Test
    void othersDoNotSeeTheHours(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        told(0, line(rack, "4711", 480));
        var bram = crew.member("Bram", Role.WORKER);

        assertThat(crew.refusal(bram.actor(), "GET", at(""), "", null)).isEqualTo("not-found");
        assertThat(crew.send(bram.actor(), "GET", "/api/sheets/table?from=2027-01-01&to=2027-02-01", ""))
                .doesNotContain("Dewi");
        assertThat(crew.send(lead.actor(), "GET", "/api/sheets/table?from=2027-01-01&to=2027-02-01", ""))
                .contains("Dewi", ",8,open,");
        assertThat(crew.<List<Integer>>get(crew.manager, crew.at("/hours"), "$.items[*].approved"))
                .as("nothing is approved, and no name is told")
                .isEmpty();
    }

    @Test
    void hoursThatCannotBeAreRefusedWhereTheyStand() throws Exception {
        assertThat(refused("\"minutes\": [1500,0,0,0,0,0,0]")).isEqualTo("lines[0].minutes[0]");
        assertThat(refused("\"minutes\": [-5,0,0,0,0,0,0]")).isEqualTo("lines[0].minutes[0]");
        assertThat(refused("\"minutes\": [60]")).isEqualTo("lines[0].minutes");
        assertThat(refused("\"code\": \"=HYPERLINK(1)\", \"minutes\": [60,0,0,0,0,0,0]"))
                .isEqualTo("lines[0].code");
        var week = crew.answer(
                dewi.actor(),
                "PUT",
                "/api/people/%s/sheets/2027-02-01".formatted(dewi.person()),
                "{\"lines\": [%s]}".formatted(line(rack, "4711", 60, 60)),
                "\"0\"");
        assertThat(JsonPath.<String>read(week.getContentAsString(), "$.values.field"))
                .as("Tuesday is still to come")
                .isEqualTo("lines[0].minutes[1]");
        assertThat(crew.refusal(
                        dewi.actor(), "GET", "/api/people/%s/sheets/2027-01-26".formatted(dewi.person()), "", null))
                .isEqualTo("invalid-value");
    }

    private String refused(String line) throws Exception {
        var answer = crew.answer(
                dewi.actor(),
                "PUT",
                at(""),
                "{\"lines\": [{\"project\": \"%s\", \"task\": \"%s\", %s}]}".formatted(crew.project, rack, line),
                "\"0\"");
        return JsonPath.read(answer.getContentAsString(), "$.values.field");
    }

    @Test
    void aNoteThatASpreadsheetWouldReckonIsWrittenAsText() throws Exception {
        told(0, line(rack, "4711", 60).replace("\"minutes\"", "\"note\": \"=1+1\", \"minutes\""));

        assertThat(crew.send(dewi.actor(), "GET", "/api/sheets/table?from=2027-01-01&to=2027-02-01", ""))
                .contains(",'=1+1\r\n");
    }

    @Test
    void thePlanOffersWhatItHadForTheWeek() throws Exception {
        var week = crew.send(dewi.actor(), "GET", "/api/people/%s/sheets/2027-02-01".formatted(dewi.person()), "");

        assertThat(JsonPath.<List<String>>read(week, "$.planned[*].name")).containsExactly("Rack");
        assertThat(JsonPath.<List<Integer>>read(week, "$.planned[0].minutes[*]"))
                .startsWith(480, 480, 0);
    }
}
