package chargehand.server.staffing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.shared.Problem;
import chargehand.server.staffing.VacancyController.VacancyView;
import chargehand.server.staffing.VacancyController.VacancyWrite;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From an assessment to a page that everybody reads: today is 1 February 2027.
@ServerTest
@Transactional
class VacancyTest {
    private static final Map<String, GivenAnswer> INFRASTRUCTURE = Map.of(
            "technology", new GivenAnswer("D", null),
            "critical", new GivenAnswer("wholly", null),
            "field", new GivenAnswer("infrastructure", null));
    private static final VacancyEditing.Change COMPLETE =
            new VacancyEditing.Change(null, null, "jobs@harbour.example", "Hamburg", null, true, null, null);

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    Assessing assessing;

    @Autowired
    VacancyController vacancies;

    @Autowired
    ApplicationController applications;

    @Autowired
    CvChecking checking;

    @Autowired
    CvQueue queue;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aCompany() {
        world.company();
    }

    @Test
    void isWrittenFromTheAssessmentAndTheProfileOfItsKind() {
        var vacancy = draft(null).vacancy();

        assertEquals("technicalInfrastructure", vacancy.kind());
        assertEquals("Technical project manager for infrastructure, New storage", vacancy.title());
        assertTrue(vacancy.body().contains("Harbour looks for"), vacancy.body());
        assertTrue(vacancy.body().contains("- Experience with budgets of at least 1,000,000 USD."), vacancy.body());
        assertTrue(vacancy.body().contains("- A master's degree or higher in management."), vacancy.body());
        assertFalse(vacancy.body().contains("{"), vacancy.body());
        assertEquals(LocalDate.of(2027, 3, 15), vacancy.validUntil());
    }

    @Test
    void isWrittenForAnotherKindIfSomebodyDecidesOtherwise() {
        var vacancy = draft("projectManager").vacancy();

        assertEquals("Project manager, New storage", vacancy.title());
        assertFalse(vacancy.body().contains("budgets"), vacancy.body());
    }

    @Test
    void isWrittenInTheLanguageOfTheCompany() {
        jdbc.sql("update identity.company set language = 'de'").update();

        var vacancy = draft(null).vacancy();

        assertEquals("de", vacancy.language());
        assertTrue(vacancy.body().contains("## Was Sie mitbringen"), vacancy.body());
        assertFalse(vacancy.body().contains("{"), vacancy.body());
    }

    @Test
    void isPublishedOnlyWithAnAddressAPlaceAndADayToCome() {
        var drafted = draft(null).vacancy();
        refused("contact", drafted, new VacancyEditing.Change(null, null, null, null, null, null, null, null));
        refused("contact", drafted, change("nobody", "Hamburg", null));
        refused("place", drafted, change("jobs@harbour.example", " ", null));
        refused("validUntil", drafted, change("jobs@harbour.example", "Hamburg", LocalDate.of(2027, 1, 31)));
    }

    @Test
    void hasAPageForEverybodyWithAPostingThatSearchEnginesRead() throws Exception {
        var published = published();

        var answer = page(published.vacancy().id());
        var posting = posting(answer.getContentAsString());

        assertEquals(200, answer.getStatus());
        for (var required : List.of("title", "description", "datePosted", "hiringOrganization", "jobLocation"))
            assertTrue(posting.has(required), required);
        assertEquals("https://schema.org/", posting.get("@context").asString());
        assertEquals("JobPosting", posting.get("@type").asString());
        assertEquals("2027-02-01", posting.get("datePosted").asString());
        assertEquals("2027-03-16T00:00:00+01:00", posting.get("validThrough").asString());
        assertEquals("Harbour", posting.at("/hiringOrganization/name").asString());
        assertEquals(
                "Hamburg", posting.at("/jobLocation/address/addressLocality").asString());
        assertEquals("DE", posting.at("/jobLocation/address/addressCountry").asString());
        assertEquals("TELECOMMUTE", posting.get("jobLocationType").asString());
        assertEquals("FULL_TIME", posting.get("employmentType").asString());
        assertTrue(posting.get("description").asString().startsWith("<p>"), posting::toString);
        assertTrue(answer.getContentAsString().contains("What happens with your application"));
        assertTrue(answer.getContentAsString().contains("mailto:jobs@harbour.example"));
    }

    @Test
    void letsNoMarkupOfItsAuthorsThrough() throws Exception {
        var bad = "</script><script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) & **bold**";
        var vacancy = draft(null).vacancy();
        var changed = patch(
                vacancy,
                new VacancyEditing.Change(bad, bad, "jobs@harbour.example", "<b>Hamburg", null, null, null, null));
        publish(changed);

        var html = page(vacancy.id()).getContentAsString();

        assertEquals(1, Pattern.compile("<script").matcher(html).results().count(), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("href=\"javascript"), html);
        assertTrue(html.contains("<b>bold</b>"), html);
        assertEquals(bad, posting(html).get("title").asString());
    }

    @Test
    void isGoneWhenItIsClosedOrOver() throws Exception {
        var drafted = draft(null).vacancy();
        assertEquals(404, page(drafted.id()).getStatus());

        var published = published();
        closed(published);
        assertEquals(410, page(published.vacancy().id()).getStatus());

        var over = published();
        jdbc.sql("update staffing.vacancy set valid_until = '2027-01-31' where id = :id")
                .param("id", over.vacancy().id())
                .update();
        assertEquals(410, page(over.vacancy().id()).getStatus());
    }

    @Test
    void hasTextsForNetworksAndPlatforms() {
        var view = published();

        assertFalse(view.networks().contains("##"), view.networks());
        assertTrue(view.networks().contains("WHAT YOU BRING"), view.networks());
        assertTrue(view.networks().contains("Apply until 15 March 2027"), view.networks());
        assertTrue(view.freelance().contains("name your rate for a day"), view.freelance());
    }

    @Test
    void isSeenByWhoeverRecruitsWithoutTheProject() {
        var project = world.project(world.client());
        var manager =
                new Caller(UUID.randomUUID(), "Edda", null, List.of(new Caller.Grant(Role.MANAGER, null, project)));
        var recruiter =
                new Caller(UUID.randomUUID(), "Zoe", null, List.of(new Caller.Grant(Role.RECRUITER, null, null)));
        var stranger = new Caller(
                UUID.randomUUID(), "Eve", null, List.of(new Caller.Grant(Role.MANAGER, null, UUID.randomUUID())));
        var assessment = assessing.assess(manager, project, "New storage", INFRASTRUCTURE);
        var id = body(vacancies.write(assessment, new VacancyWrite(null), manager))
                .vacancy()
                .id();

        assertEquals(project, body(vacancies.get(id, manager)).vacancy().project());
        assertEquals(null, body(vacancies.get(id, recruiter)).vacancy().project());
        assertEquals(
                "not-found",
                assertThrows(Problem.class, () -> vacancies.get(id, stranger)).code());
        assertFalse(vacancies.list(stranger).items().stream()
                .anyMatch(each -> each.id().equals(id)));
    }

    @Test
    void takesAnApplicationWithAFileFromAnybody() throws Exception {
        var id = published().vacancy().id();

        var answer = apply(id, "Dewi Prasetya", "dewi@home.example", "../cv.pdf", "%PDF-1.7 …".getBytes(UTF_8));

        assertEquals(200, answer.getStatus(), answer.getContentAsString());
        var blank = applications.list(id, Caller.SYSTEM).items().getFirst();
        assertEquals(1, blank.number());
        assertEquals(null, blank.name());
        assertEquals(null, blank.file());
        var refusal = assertThrows(Problem.class, () -> applications.file(id, blank.id(), Caller.SYSTEM));
        assertEquals("still-blank", refusal.code());

        var opened = applications.open(
                id, blank.id(), new ApplicationController.OpeningWrite("Interview on Monday."), Caller.SYSTEM);
        assertEquals("Dewi Prasetya", opened.application().name());
        assertEquals("cv.pdf", opened.application().file());
        var file = applications.file(id, blank.id(), Caller.SYSTEM);
        assertEquals("%PDF-1.7 …", new String(Objects.requireNonNull(file.getBody()), UTF_8));
        assertEquals("application/pdf", String.valueOf(file.getHeaders().getContentType()));
        assertTrue(String.valueOf(file.getHeaders().getContentDisposition()).startsWith("attachment"));
    }

    @Test
    void holdsACvAgainstTheProfileWithTheLineThatSaysSoAndBlanksThePerson() throws Exception {
        var id = published().vacancy().id();
        apply(id, "Dewi Prasetya", "dewi@home.example", "cv.txt", """
                Dewi Prasetya
                Date of birth: 3 May 1988, Indonesian
                dewi@home.example, +49 40 1234567

                EXPERIENCE
                2015 - 2024 Infrastructure manager, Wharf Hosting
                Servers, storage and networks; budget of $2,500,000 a year.
                Prasetya led the move.

                CERTIFICATIONS
                Project Management Professional (PMP), PMI
                """.getBytes(UTF_8));
        var application = applications.list(id, Caller.SYSTEM).items().getFirst();
        assertEquals("waiting", application.cv());

        checking.check(queue.claim().orElseThrow());

        var view = applications.get(id, application.id(), Caller.SYSTEM);
        var cv = Objects.requireNonNull(view.cv());
        assertEquals("read", cv.state());
        assertEquals("infrastructure", cv.profile());
        var certificate = cv.criteria().stream()
                .filter(each -> each.id().equals("certificate"))
                .findFirst()
                .orElseThrow();
        assertEquals("met", certificate.finding());
        assertTrue(Objects.requireNonNull(certificate.line()).text().contains("PMP"));
        assertEquals("management", certificate.side());
        assertEquals("management", cv.weaker(), "no degree is named: one of four there, one of five in the field");
        var text = String.valueOf(cv.lines());
        for (var secret : List.of("Dewi", "Prasetya", "1988", "Indonesian", "dewi@", "1234567"))
            assertFalse(text.contains(secret), text);
        assertTrue(text.contains("Wharf Hosting"), text);
    }

    @Test
    void isDecidedByANamedPersonWithAReason() throws Exception {
        var id = published().vacancy().id();
        apply(id, "Dewi", "dewi@home.example", "", new byte[0]);
        var application = applications.list(id, Caller.SYSTEM).items().getFirst();

        for (var wrong : List.of(
                new ApplicationController.DecisionWrite("declined", " "),
                new ApplicationController.DecisionWrite("ranked", "Because.")))
            assertEquals(
                    "invalid-value",
                    assertThrows(Problem.class, () -> applications.decide(id, application.id(), wrong, Caller.SYSTEM))
                            .code());
        var decided = applications.decide(
                id,
                application.id(),
                new ApplicationController.DecisionWrite("interview", "Has led such projects."),
                Caller.SYSTEM);

        assertEquals("interview", decided.application().state());
        assertEquals("Chargehand", decided.decisions().getFirst().author().name());
        assertEquals("Has led such projects.", decided.decisions().getFirst().reason());
    }

    @Test
    void refusesAnApplicationThatCannotBeAnsweredOrRead() throws Exception {
        var id = published().vacancy().id();

        assertEquals(422, apply(id, " ", "dewi@home.example", "", new byte[0]).getStatus());
        assertEquals(422, apply(id, "Dewi", "nowhere", "", new byte[0]).getStatus());
        assertEquals(
                422,
                apply(id, "Dewi", "dewi@home.example", "cv.exe", new byte[] {77, 90, 0})
                        .getStatus());
        assertEquals(
                413,
                apply(
                                id,
                                "Dewi",
                                "dewi@home.example",
                                "cv.txt",
                                "x".repeat(11 << 20).getBytes(UTF_8))
                        .getStatus());
        assertEquals(List.of(), applications.list(id, Caller.SYSTEM).items());
    }

    @Test
    void takesNoApplicationToWhatIsClosedAndSlowsDownFloods() throws Exception {
        var view = published();
        var id = view.vacancy().id();
        int status = 200;
        for (int i = 0; i < 12 && status == 200; i++)
            status = apply(id, "Dewi", "dewi@home.example", "", new byte[0]).getStatus();
        assertEquals(429, status);

        closed(view);
        assertEquals(
                404, apply(id, "Dewi", "dewi@home.example", "", new byte[0]).getStatus());
    }

    @Test
    void standsInTheFeedForJobSitesWhileItIsOpen() throws Exception {
        var evil = patch(draft(null).vacancy(), COMPLETE);
        var view = publish(
                patch(evil, new VacancyEditing.Change("A ]]> B & <b>", null, null, null, null, null, null, null)));

        var answer = get("/jobs/feed.xml");
        var feed = jobs(answer);
        var job = (org.w3c.dom.Element) feed.getElementsByTagName("job").item(0);

        assertEquals("application/xml;charset=UTF-8", answer.getContentType());
        assertEquals("A ]]> B & <b>", text(job, "title"));
        assertEquals("https://projects.harbour.test/jobs/" + view.vacancy().id(), text(job, "url"));
        assertEquals("Hamburg", text(job, "city"));
        assertEquals("DE", text(job, "country"));
        assertEquals("fulltime", text(job, "jobtype"));
        assertEquals("Mon, 15 Mar 2027 23:00:00 GMT", text(job, "expirationdate"));
        assertTrue(text(job, "description").startsWith("<p>"), text(job, "description"));

        closed(view);
        assertEquals(0, jobs(get("/jobs/feed.xml")).getElementsByTagName("job").getLength());
    }

    private static org.w3c.dom.Document jobs(MockHttpServletResponse answer) throws Exception {
        return javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(answer.getContentAsByteArray()));
    }

    private static String text(org.w3c.dom.Element job, String name) {
        return job.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void showsApplicantsWhatIsHeldAboutThemAndDeletesItWithoutAnAccount() throws Exception {
        var id = published().vacancy().id();
        var thanks = apply(
                        id,
                        "Dewi Prasetya",
                        "dewi@home.example",
                        "cv.txt",
                        "Dewi".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .getContentAsString();
        var own = Pattern.compile("/jobs/[-0-9a-f]+/own/cha_[-_0-9A-Za-z]+").matcher(thanks);
        assertTrue(own.find(), thanks);

        var page = get(own.group());
        var export = get(own.group() + "/export");

        assertEquals(200, page.getStatus());
        assertTrue(page.getContentAsString().contains("Dear Dewi Prasetya,"), page.getContentAsString());
        assertTrue(String.valueOf(page.getHeader("Cache-Control")).contains("no-store"));
        assertEquals("same-origin", page.getHeader("Referrer-Policy"));
        assertTrue(export.getContentAsString().contains("dewi@home.example"), export.getContentAsString());
        assertEquals(404, get(own.group().replace("cha_", "chi_")).getStatus());
        assertEquals(404, get(own.group() + "x").getStatus());

        var deleted = http.perform(MockMvcRequestBuilders.post(own.group() + "/deletion"))
                .andReturn()
                .getResponse();
        assertEquals(200, deleted.getStatus());
        assertEquals(404, get(own.group()).getStatus());
        assertEquals(
                0,
                jdbc.sql("select count(*) from staffing.application where vacancy = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single());
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }

    private MockHttpServletResponse apply(UUID id, String name, String email, String fileName, byte[] file)
            throws Exception {
        return http.perform(MockMvcRequestBuilders.multipart("/jobs/" + id + "/applications")
                        .file(new MockMultipartFile("file", fileName, null, file))
                        .param("name", name)
                        .param("email", email))
                .andReturn()
                .getResponse();
    }

    private VacancyView draft(@Nullable String kind) {
        var assessment = assessing.assess(Caller.SYSTEM, null, "New storage", INFRASTRUCTURE);
        return body(vacancies.write(assessment, new VacancyWrite(kind), Caller.SYSTEM));
    }

    private VacancyView published() {
        return publish(patch(draft(null).vacancy(), COMPLETE));
    }

    private Vacancy patch(Vacancy vacancy, VacancyEditing.Change change) {
        return body(vacancies.change(vacancy.id(), change, tag(vacancy), Caller.SYSTEM))
                .vacancy();
    }

    private VacancyView publish(Vacancy vacancy) {
        return body(vacancies.publish(vacancy.id(), tag(vacancy), Caller.SYSTEM));
    }

    private void closed(VacancyView view) {
        vacancies.close(view.vacancy().id(), tag(view.vacancy()), Caller.SYSTEM);
    }

    private void refused(String field, Vacancy vacancy, VacancyEditing.Change change) {
        var now = body(vacancies.get(vacancy.id(), Caller.SYSTEM)).vacancy();
        var changed = patch(now, change);
        var refusal = assertThrows(Problem.class, () -> publish(changed));
        assertEquals(field, refusal.values().get("field"));
    }

    private static VacancyEditing.Change change(String contact, String place, @Nullable LocalDate until) {
        return new VacancyEditing.Change(null, null, contact, place, null, null, null, until);
    }

    private MockHttpServletResponse page(UUID id) throws Exception {
        return http.perform(MockMvcRequestBuilders.get("/jobs/" + id))
                .andReturn()
                .getResponse();
    }

    private static JsonNode posting(String html) {
        var found = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertTrue(found.find(), html);
        return JsonMapper.shared().readTree(found.group(1));
    }

    private static String tag(Vacancy vacancy) {
        return "\"%d\"".formatted(vacancy.version());
    }

    private static VacancyView body(org.springframework.http.ResponseEntity<VacancyView> answer) {
        var body = answer.getBody();
        assertNotNull(body);
        return body;
    }
}
