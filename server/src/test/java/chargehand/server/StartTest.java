package chargehand.server;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class StartTest {
    @Autowired
    MockMvc http;

    @Test
    void describesItsOwnInterface() throws Exception {
        http.perform(get("/api/openapi.json")).andExpect(status().isOk());
    }
}
