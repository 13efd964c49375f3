package chargehand.server.shared;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class PagesTest {
    @Autowired
    MockMvc http;

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/projects/x", "/sign-in", "/people/7/week", "/api"})
    void anAddressOfThePageGetsThePageAndAsksAgainEachTime(String path) throws Exception {
        http.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/html"))
                .andExpect(content().string(containsString("The page")))
                .andExpect(header().string("Cache-Control", "no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/x", "/api/projects/x/y/z", "/assets/none-abc.js", "/favicon.png", "/webjars/x"})
    void whatIsNeitherAFileNorAPageIsNotThere(String path) throws Exception {
        http.perform(get(path))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void whatHasItsContentInItsNameMayBeKeptForEver() throws Exception {
        http.perform(get("/assets/index-abc123.js"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }
}
