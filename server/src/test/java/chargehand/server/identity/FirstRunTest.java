package chargehand.server.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServerTest
@TestPropertySource(properties = "chargehand.test-world=alone")
class FirstRunTest {
    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void makesTheCompanyAndSignsItsFirstAdministratorInOnce() throws Exception {
        jdbc.sql("delete from identity.company").update();
        http.perform(get("/api/setup"))
                .andExpect(jsonPath("$.needed").value(true))
                .andExpect(jsonPath("$.demo").value(false));

        http.perform(setup("founder", "Europe/Berlin"))
                .andExpect(status().isCreated())
                .andExpect(cookie().exists(Gate.COOKIE))
                .andExpect(jsonPath("$.grants[0].role").value("administrator"))
                .andExpect(jsonPath("$.company.name").value("Harbour"))
                .andExpect(jsonPath("$.can[?(@ == 'company.administer')]").exists());

        http.perform(get("/api/setup")).andExpect(jsonPath("$.needed").value(false));
        http.perform(setup("second", "Europe/Berlin"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-set-up"));
    }

    @Test
    void storesNothingOfWhatCantBe() throws Exception {
        jdbc.sql("delete from identity.company").update();

        http.perform(setup("dreamer", "Europe/Atlantis"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.values.field").value("zone"));

        http.perform(get("/api/setup")).andExpect(jsonPath("$.needed").value(true));
        http.perform(setup("dreamer", "Europe/Berlin")).andExpect(status().isCreated());
    }

    private static MockHttpServletRequestBuilder setup(String login, String zone) {
        return post("/api/setup").contentType("application/json").content("""
                {"company": "Harbour", "zone": "%s", "country": "DE", "region": "HH", "language": "en",
                 "administrator": {"name": "Ada Brook", "login": "%s", "password": "seven green kettles"},
                 "week": {"monday": ["08:00-12:00", "13:00-17:00"]}}""".formatted(zone, login));
    }
}
