package chargehand.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.files.report.DocxTemplate;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Role;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class SteeringTest {
    private static final String WISHES = "/api/steering-reports";

    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    JdbcClient jdbc;

    private Actor administrator = new Actor(new UUID(0, 0), "", "");
    private Actor lead = administrator;
    private String at = "";

    @BeforeEach
    void aProjectWithAPromise() throws Exception {
        administrator = world.actor(Role.ADMINISTRATOR);
        lead = world.actor(Role.LEAD);
        var made = send(administrator, "POST", "/api/projects", """
                {"name": "Move", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(world.client()));
        at = "/api/projects/" + JsonPath.<String>read(made, "$.id");
        change("""
                {"kind": "addTask", "task": {"id": "a", "name": "Ready", "kind": "duration", "minutes": 480,
                    "deadline": {"by": "2027-02-05T17:00:00Z", "promisedTo": "Waterworks"}}}""");
    }

    private void change(String change) throws Exception {
        int version = JsonPath.read(send(administrator, "GET", at, ""), "$.version");
        send(administrator, "POST", at + "/changes", "{\"changes\": [%s]}".formatted(change), "\"" + version + "\"");
    }

    private String send(Actor actor, String method, String path, String body) throws Exception {
        return send(actor, method, path, body, null);
    }

    private String send(Actor actor, String method, String path, String body, @Nullable String version)
            throws Exception {
        var asked = request(HttpMethod.valueOf(method), path)
                .contentType("application/json")
                .content(body)
                .with(actor);
        if (version != null) asked.header("If-Match", version);
        return http.perform(asked).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private <T> T report(String field) throws Exception {
        return JsonPath.read(send(administrator, "GET", at + "/steering-report", ""), field);
    }

    private byte[] file(Actor actor, String format) throws Exception {
        return http.perform(request(HttpMethod.GET, at + "/steering-report/" + format)
                        .with(actor))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String pdf(Actor actor) throws Exception {
        try (var document = Loader.loadPDF(file(actor, "pdf"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysLateByTheCalendarWhateverTheForecast() throws Exception {
        assertThat(this.<String>report("$.status")).isIn("open", "onTrack");
        assertThat(this.<List<String>>report("$.promises[*].name")).containsExactly("Ready");

        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"minutes\": 9600}}");

        assertThat(this.<String>report("$.status")).isEqualTo("late");
        assertThat(this.<String>report("$.planned")).startsWith("2027-02-2");
    }

    @Test
    void listsWhatHasToBeDecidedWhatMayHappenAndWhatIsOpen() throws Exception {
        send(administrator, "POST", at + "/change-requests", "{\"wish\": \"A second door\"}");
        send(administrator, "POST", at + "/risks", "{\"what\": \"The lift breaks\", \"percent\": 20, \"days\": 5}");
        send(administrator, "POST", at + "/log", "{\"kind\": \"issue\", \"title\": \"No key\"}");

        assertThat(this.<List<String>>report("$.wanted[*].kind")).contains("wish");
        assertThat(this.<List<Integer>>report("$.risks[*].percent")).containsExactly(20);
        assertThat(this.<List<String>>report("$.issues[*].title")).containsExactly("No key");
        assertThat(pdf(administrator)).contains("A second door", "The lift breaks, 20 %", "No key");
    }

    @Test
    void showsMoneyToThoseAloneWhoMaySeeIt() throws Exception {
        send(administrator, "POST", at + "/money", """
                {"state": "approved", "day": "2027-02-01", "what": "Rack", "amount": {"minor": 125050, "currency": "EUR"}}""");

        assertThat(this.<List<Integer>>report("$.money[*].approved.minor")).containsExactly(125050);
        assertThat(pdf(administrator)).contains("1,25");
        var seen = send(lead, "GET", at + "/steering-report", "");
        assertThat(seen).contains("\"status\"").doesNotContain("money");
        assertThat(pdf(lead)).doesNotContain("1,25");
    }

    @Test
    void isInTheLanguageOfWhoeverReadsIt() throws Exception {
        send(administrator, "PATCH", "/api/account", "{\"language\": \"de\"}");

        assertThat(pdf(administrator)).contains("Geplantes Ende", "Zusagen", "geplant für 1. Februar 2027");
    }

    @Test
    void namesTheDayBeforeWhereADayEndsAtMidnight() throws Exception {
        change("""
                {"kind": "addTask", "task": {"id": "b", "name": "Signed", "kind": "duration", "minutes": 480,
                    "deadline": {"by": "2027-02-19T23:00:00Z", "promisedTo": "Waterworks"}}}""");

        assertThat(pdf(administrator)).contains("Signed: promised for 19 February 2027");
        assertThat(this.<String>report("$.promised.name")).isEqualTo("Signed");
    }

    @Test
    void isWrittenInTheCompanysOwnTemplateAndColours() throws Exception {
        assertThat(word()).doesNotContain("w:color", "{{");
        send(administrator, "PUT", WISHES, "{\"colours\": true}");
        change("{\"kind\": \"setTask\", \"task\": \"a\", \"set\": {\"minutes\": 9600}}");
        assertThat(word()).contains("w:color");
        assertThat(this.<Boolean>report("$.colours")).isTrue();

        var set = upload(DocxTemplate.ours().bytes());

        assertThat(JsonPath.<String>read(set, "$.file")).isEqualTo("ours.docx");
        assertThat(word()).contains(">Late<");
        assertThat(send(administrator, "DELETE", WISHES + "/template", "")).isEmpty();
        assertThat(send(administrator, "GET", WISHES, "")).doesNotContain("ours.docx");
    }

    private String upload(byte[] template) throws Exception {
        var file = new MockMultipartFile("file", "ours.docx", "application/zip", template);
        return http.perform(multipart(WISHES + "/template").file(file).with(administrator))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void refusesATemplateThatIsNoneOrNamesWhatThereIsNot() throws Exception {
        assertThat(JsonPath.<String>read(upload("PK no".getBytes(StandardCharsets.UTF_8)), "$.code"))
                .isEqualTo("template-unreadable");
        var named =
                upload(zipped("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body><w:p><w:r><w:t>{{budget}} {{title}}</w:t></w:r></w:p></w:body></w:document>"));
        assertThat(JsonPath.<String>read(named, "$.code")).isEqualTo("template-name-unknown");
        assertThat(JsonPath.<String>read(named, "$.values.names")).isEqualTo("budget");
    }

    private static byte[] zipped(String body) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("word/document.xml"));
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private String word() throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file(administrator, "docx")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals("word/document.xml"))
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
        throw new AssertionError("no document");
    }
}
