package chargehand.server.staffing;

import chargehand.server.TestWorld.Actor;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// What somebody who staffs projects does over HTTP, for tests that need candidates.
final class Recruiting {
    static final String CV = """
            Dewi Prasetya
            Date of birth: 3 May 1988
            dewi@home.example

            EXPERIENCE
            2015 - 2024 Infrastructure manager, Wharf Hosting
            Servers, storage and networks; budget of $2,500,000 a year.

            EDUCATION
            2006 - 2009 Bachelor of Science in Computer Science, Harbour University

            CERTIFICATIONS
            Project Management Professional (PMP), PMI
            """;

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final Actor actor;

    Recruiting(MockMvc http, JdbcClient jdbc, Actor actor) {
        this.http = http;
        this.jdbc = jdbc;
        this.actor = actor;
    }

    /// A project that begins on 1 February 2027.
    String project(String name) throws Exception {
        return JsonPath.read(
                post("/api/projects", "{\"name\": \"%s\", \"start\": \"2027-02-01T08:00:00Z\"}".formatted(name)),
                "$.id");
    }

    /// The vacancy of a technical project manager for infrastructure, published.
    String vacancy(String project) throws Exception {
        var assessment = JsonPath.<String>read(post("/api/projects/" + project + "/assessments", """
                {"title": "Storage", "answers": {"technology": {"answer": "D"}, "critical": {"answer": "wholly"},
                    "field": {"answer": "infrastructure"}}}"""), "$.id");
        var id = JsonPath.<String>read(post("/api/assessments/" + assessment + "/vacancies", "{}"), "$.vacancy.id");
        send(
                "PATCH",
                "/api/vacancies/" + id,
                "{\"contact\": \"jobs@harbour.example\", \"place\": \"Hamburg\"}",
                "\"1\"");
        send("POST", "/api/vacancies/" + id + "/publication", "{}", "\"2\"");
        return id;
    }

    /// Somebody applies, and the id of that.
    String application(String vacancy, String name, String cv) throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.multipart("/jobs/" + vacancy + "/applications")
                        .file(new MockMultipartFile("file", "cv.txt", null, cv.getBytes(StandardCharsets.UTF_8)))
                        .param("name", name)
                        .param("email", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@home.example"))
                .andReturn()
                .getResponse();
        if (answer.getStatus() != 200) throw new AssertionError(answer.getContentAsString());
        return jdbc.sql("select cast(id as text) from staffing.application where name = :name order by at desc limit 1")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /// Opened, and decided upon.
    void decide(String path, String state) throws Exception {
        post(path + "/opening", "{\"reason\": \"Interview on Monday.\"}");
        post(path + "/decisions", "{\"state\": \"%s\", \"reason\": \"Has led such projects.\"}".formatted(state));
    }

    String post(String path, String body) throws Exception {
        return send("POST", path, body, null);
    }

    <T> T get(String path, String field) throws Exception {
        return JsonPath.read(send("GET", path, "", null), field);
    }

    String send(String method, String path, String body, @Nullable String version) throws Exception {
        var answer = answer(method, path, body, version);
        if (answer.getStatus() >= 300)
            throw new AssertionError(
                    "%s %s: %d %s".formatted(method, path, answer.getStatus(), answer.getContentAsString()));
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse answer(String method, String path, String body, @Nullable String version) throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(actor);
        if (version != null) request.header("If-Match", version);
        return http.perform(request).andReturn().getResponse();
    }

    /// The code of a refusal.
    String refusal(String path, String body) throws Exception {
        return String.valueOf(JsonPath.<Map<String, Object>>read(
                        answer("POST", path, body, null).getContentAsString(), "$")
                .get("code"));
    }
}
