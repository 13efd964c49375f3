package chargehand.server.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import chargehand.files.chart.ReportDocument;
import chargehand.files.report.DocxTemplate;
import chargehand.files.report.ReportPage;
import chargehand.files.report.ReportPage.Section;
import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.documents.Documents;
import chargehand.server.identity.Role;
import chargehand.server.shared.Problem;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class ProjectDocumentTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    private Actor manager = new Actor(new UUID(0, 0), "", "");
    private Actor client = manager;
    private Actor stranger = manager;
    private String at = "";

    @BeforeEach
    void aProjectOfAClient() throws Exception {
        manager = world.actor(Role.MANAGER);
        var mine = world.client();
        client = world.actor(Role.CLIENT, mine, null);
        stranger = world.actor(Role.CLIENT, world.client(), null);
        var made = said(send(manager, "POST", "/api/projects", """
                {"name": "Move", "client": "%s", "start": "2027-02-01T08:00:00Z"}""".formatted(mine)));
        at = "/api/projects/" + JsonPath.<String>read(made, "$.id");
    }

    private MockHttpServletResponse send(Actor actor, String method, String path, String body) throws Exception {
        return http.perform(request(HttpMethod.valueOf(method), path)
                        .contentType("application/json")
                        .content(body)
                        .with(actor))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse upload(Actor actor, String path, String name, byte[] bytes, String sure)
            throws Exception {
        return http.perform(multipart(at + path)
                        .file(new MockMultipartFile("file", name, "text/html", bytes))
                        .param("sure", sure)
                        .with(actor))
                .andReturn()
                .getResponse();
    }

    private static String said(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(UTF_8);
    }

    private String add(String name, String text) throws Exception {
        return JsonPath.read(said(upload(manager, "/documents", name, text.getBytes(UTF_8), "false")), "$.id");
    }

    private List<String> seen() throws Exception {
        return JsonPath.read(said(send(client, "GET", "/api/portal", "")), "$.projects[*].documents[*].name");
    }

    @Test
    void theClientSeesTheVersionThatWasShownAndNoneThatCameLater() throws Exception {
        var id = add("Concept.txt", "first");
        var shown = at + "/shown-documents/" + id;
        assertThat(seen()).isEmpty();
        assertThat(send(client, "GET", shown, "").getStatus()).isEqualTo(404);

        send(manager, "PUT", at + "/documents/" + id + "/showing", "");
        assertThat(add("Concept.txt", "second")).isEqualTo(id);

        assertThat(seen()).containsExactly("Concept.txt");
        assertThat(said(send(client, "GET", shown, ""))).isEqualTo("first");
        assertThat(send(stranger, "GET", shown, "").getStatus()).isEqualTo(404);
        send(manager, "DELETE", at + "/documents/" + id + "/showing", "");
        assertThat(send(client, "GET", shown, "").getStatus()).isEqualTo(404);
    }

    @Test
    void itsNameIsPlainAndItIsSavedNotOpened() throws Exception {
        var id = add("../../<script>alert(1)</script>\r\nX: y.html", "<script>alert(1)</script>");

        var file = send(manager, "GET", at + "/documents/" + id + "/versions/1", "");

        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("<", "\r", "\n", "/");
        assertThat(file.getContentType()).startsWith("text/plain");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private String task() throws Exception {
        http.perform(request(HttpMethod.POST, at + "/changes")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .content("""
                        {"changes": [{"kind": "addTask",
                            "task": {"id": "a", "name": "Ready", "kind": "duration", "minutes": 480}}]}""")
                .with(manager));
        return "/tasks/a/documents";
    }

    @Test
    void isAttachedToATaskAndTakenBackByWhoeverDidItOrPlans() throws Exception {
        var path = task();
        var worker = world.actor(Role.WORKER, null, UUID.fromString(at.substring(at.lastIndexOf('/') + 1)));
        var other = world.actor(Role.WORKER, null, UUID.fromString(at.substring(at.lastIndexOf('/') + 1)));
        add("Photo.txt", "of the whole project");

        String id = JsonPath.read(said(upload(worker, path, "Photo.txt", "one".getBytes(UTF_8), "")), "$.id");
        upload(other, path, "Photo.txt", "two".getBytes(UTF_8), "");

        var there = said(send(other, "GET", at + path, ""));
        assertThat(JsonPath.<List<Integer>>read(there, "$.items[*].versions[*].number"))
                .containsExactly(2, 1);
        assertThat(JsonPath.<List<String>>read(there, "$.items[*].taskName")).containsExactly("Ready");
        assertThat(said(send(worker, "GET", at + "/documents/" + id + "/versions/1", "")))
                .isEqualTo("one");
        assertThat(seen()).isEmpty();
        assertThat(send(other, "DELETE", at + path + "/" + id, "").getStatus()).isEqualTo(403);
        assertThat(send(worker, "DELETE", at + path + "/" + id, "").getStatus())
                .as("somebody else has added to it")
                .isEqualTo(403);
        assertThat(send(manager, "DELETE", at + path + "/" + id, "").getStatus())
                .isEqualTo(204);

        String own = JsonPath.read(said(upload(worker, path, "Own.txt", "one".getBytes(UTF_8), "")), "$.id");
        upload(worker, path, "Own.txt", "two".getBytes(UTF_8), "");
        send(manager, "PUT", at + "/documents/" + own + "/showing", "");
        assertThat(send(worker, "DELETE", at + path + "/" + own, "").getStatus())
                .as("the client was shown it")
                .isEqualTo(403);
        send(manager, "DELETE", at + "/documents/" + own + "/showing", "");
        assertThat(send(worker, "DELETE", at + path + "/" + own, "").getStatus())
                .isEqualTo(204);
        assertThat(JsonPath.<List<Object>>read(said(send(other, "GET", at + path, "")), "$.items"))
                .isEmpty();
    }

    @Test
    void noNameOfAFileIsMoreThanAName() throws Exception {
        var path = task();
        for (var hostile : List.of(
                "../../../etc/passwd",
                "..\\..\\boot.ini",
                "a\r\nSet-Cookie: x=1.txt",
                "<img src=x onerror=alert(1)>.txt",
                "photo\u202egpj.exe",
                "=cmd|'/C calc'!A0.csv",
                ".htaccess",
                "nul\u0000.txt",
                "%2e%2e%2fx",
                "x".repeat(5_000) + ".txt",
                "")) {
            var made = said(upload(manager, path, hostile, "text".getBytes(UTF_8), ""));
            String name = JsonPath.read(made, "$.name");
            assertThat(name).as(hostile).matches("[\\p{L}\\p{N}_()-][\\p{L}\\p{N}. _()-]{0,119}");
            var file = send(manager, "GET", at + "/documents/" + JsonPath.read(made, "$.id") + "/versions/1", "");
            assertThat(file.getHeader("Content-Disposition")).doesNotContain("\r", "\n", "<", "..", "\\");
        }
    }

    @Test
    void whatIsTooLargeForATaskIsRefusedAndNothingOfItKept() throws Exception {
        var path = task();
        var refused = upload(manager, path, "big.bin", new byte[Documents.MOST_BYTES + 1], "");

        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(JsonPath.<String>read(said(refused), "$.code")).isEqualTo("too-large");
        assertThat(JsonPath.<List<Object>>read(said(send(manager, "GET", at + path, "")), "$.items"))
                .isEmpty();
        assertThat(upload(manager, "/tasks/none/documents", "a.txt", new byte[1], "")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsTooLargeIsRefusedAndNothingOfItKept() throws Exception {
        var refused = upload(manager, "/documents", "big.bin", new byte[Documents.MOST_BYTES + 1], "false");

        assertThat(refused.getStatus()).isEqualTo(413);
        assertThat(JsonPath.<List<Object>>read(said(send(manager, "GET", at + "/documents", "")), "$.items"))
                .isEmpty();
    }

    @Test
    void aLinkLeadsToTheWebAndNowhereElse() throws Exception {
        for (var wrong : List.of("javascript:alert(1)", "file:///etc/passwd", "https://user:word@example.com/", "plan"))
            assertThat(send(manager, "POST", at + "/document-links", """
                            {"name": "Plan", "link": "%s"}""".formatted(wrong))
                            .getStatus())
                    .as(wrong)
                    .isEqualTo(422);
    }

    @Test
    void whatLooksLikeRealPeopleIsAskedAboutBeforeItIsKept() throws Exception {
        var people = "ada@brook.test\nbram@brook.test\nchidi@brook.test".getBytes(UTF_8);
        var asked = upload(client, "/handed-documents", "patients.csv", people, "false");
        assertThat(JsonPath.<String>read(said(asked), "$.code")).isEqualTo("personal-data-likely");
        assertThat(seen()).isEmpty();

        assertThat(upload(client, "/handed-documents", "patients.csv", people, "true")
                        .getStatus())
                .isEqualTo(201);

        assertThat(seen()).containsExactly("patients.csv");
        var madeUp = "ada@example.org-not\nada@a.example\nbram@b.example\nchidi@c.example".getBytes(UTF_8);
        assertThat(upload(client, "/handed-documents", "made-up.csv", madeUp, "false")
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void itLooksIntoPdfAndWordDocumentsToo() throws Exception {
        var lines = List.of("ada@brook.test", "bram@brook.test", "chidi@brook.test");
        var page = new ReportPage(
                "en", "Patients", "", null, List.of(), List.of(new Section("summary", "All", lines)), "");
        var files = List.of(ReportDocument.pdf(page, ""), DocxTemplate.ours().filled(page));

        for (var each : files)
            assertThat(JsonPath.<String>read(
                            said(upload(client, "/handed-documents", "patients", each, "false")), "$.code"))
                    .isEqualTo("personal-data-likely");

        assertThat(seen()).isEmpty();
    }

    /// Numbers that a style shows as days are days; that of a plan is no birth.
    @Test
    void itLooksIntoAllSheetsOfAWorkbook() throws Exception {
        var born = workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>29221</v></c></row>
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>30000</v></c></row>
                <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>31000</v></c></row>""");
        assertThat(JsonPath.<String>read(
                        said(upload(client, "/handed-documents", "born.xlsx", born, "false")), "$.code"))
                .isEqualTo("personal-data-likely");

        var planned = workbook(
                "<row r=\"1\"><c s=\"1\"><v>46419</v></c><c s=\"1\"><v>46420</v></c><c s=\"1\"><v>46421</v></c>"
                        + "<c><v>30000</v></c></row>");
        assertThat(upload(client, "/handed-documents", "plan.xlsx", planned, "false")
                        .getStatus())
                .isEqualTo(201);
    }

    private static byte[] workbook(String rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : Map.of(
                            "xl/workbook.xml", "<workbook/>",
                            "xl/sharedStrings.xml", "<sst><si><t>Patient</t></si></sst>",
                            "xl/styles.xml",
                                    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                            "xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void itSaysOfAPictureThatNobodyHasLookedIntoIt() throws Exception {
        var scan = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        var asked = upload(client, "/handed-documents", "letter.png", scan, "false");
        assertThat(JsonPath.<String>read(said(asked), "$.code")).isEqualTo("not-looked-into");
        assertThat(seen()).isEmpty();

        assertThat(upload(client, "/handed-documents", "letter.png", scan, "true")
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void nobodyWaitsForOthersFilesWithoutEnd() {
        var inside = new WordsInside(new Semaphore(0), Duration.ZERO);

        assertThatThrownBy(() -> inside.of("%PDF-1.7".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Problem.class, each -> assertThat(each.code()).isEqualTo("busy"));
        assertThat(inside.of("ada@brook.test".getBytes(UTF_8)).text()).isEqualTo("ada@brook.test");
    }
}
