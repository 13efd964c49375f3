package chargehand.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import chargehand.server.forecasting.Forecasting;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
@TestPropertySource(properties = {"chargehand.demo=true", "chargehand.demo.password=" + DemoTest.PASSWORD})
class DemoTest {
    static final String PASSWORD = "harbour-in-the-fog-42";

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DemoStart start;

    @Autowired
    Forecasting forecasting;

    @ParameterizedTest
    @CsvSource({"konrad, 7", "friederike, 7", "greta, 7", "femi, 7", "quentin, 1"})
    void showsEachTheProjectsThatAreTheirs(String login, int projects) throws Exception {
        http.perform(get("/api/projects").cookie(signIn(login)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(projects));
    }

    private Cookie signIn(String login) throws Exception {
        var answer = http.perform(post("/api/sessions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"login": "%s", "password": "%s"}
                                """.formatted(login, PASSWORD)))
                .andExpect(status().isCreated())
                .andReturn();
        return Objects.requireNonNull(answer.getResponse().getCookie("chargehand-session"));
    }

    @Test
    void hasAVacancyWithCandidatesOfWhomOneSentABrokenFile() {
        assertThat(count("staffing.vacancy")).isEqualTo(1);
        assertThat(count("staffing.application")).isEqualTo(6);
        // Two are a project's.
        assertThat(count("documents.document")).isEqualTo(6 + 2);
    }

    @Test
    void tellsClientsWhatTheForecastSaysThatKnowsTheHistory() {
        var all = projects("select id from planning.project");
        var told = projects("select project from reporting.update where released_at is not null");
        assertThat(told).isNotEmpty();

        forecasting.now(all, told);

        for (var project : told) {
            var promises = jdbc.sql("""
                    select p ->> 'chance' as told, f ->> 'chance' as known
                    from reporting.update u, jsonb_array_elements(u.facts -> 'promises') p,
                        forecasting.forecast c, jsonb_array_elements(c.promises) f
                    where u.project = :project and u.released_at is not null and c.project = u.project
                        and f ->> 'task' = p ->> 'task' and p ->> 'chance' is not null
                    """)
                    .param("project", project)
                    .query((row, _) -> List.of(row.getString("told"), row.getString("known")))
                    .list();
            assertThat(promises)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.getFirst()).isEqualTo(each.getLast()));
        }
    }

    private List<UUID> projects(String sql) {
        return jdbc.sql(sql)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    @Test
    void isLaidOutOnce() {
        long before = count("people.person");

        start.start();

        assertThat(count("people.person")).isEqualTo(before).isEqualTo(26);
        assertThat(count("identity.client")).isEqualTo(2);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
