package chargehand.server.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ServerTest
class AccountsTest {
    @Autowired
    MockMvc http;

    @Autowired
    TestWorld world;

    @Autowired
    Clients clients;

    @Test
    void anInvitationMakesOneAccountWithItsRole() throws Exception {
        var admin = world.actor(Role.ADMINISTRATOR);
        var client = world.client();
        var made = answer(json(post("/api/invitations").with(admin), """
                {"name": "Chidi Obi", "role": "client", "scope": "client", "id": "%s"}""".formatted(client)));
        var letter = "/api" + JsonPath.<String>read(made, "$.url");

        http.perform(get(letter))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Chidi Obi"))
                .andExpect(jsonPath("$.role").value("client"));
        var acceptance = "{\"login\": \"chidi-%s\", \"password\": \"seven green kettles\"}".formatted(client);
        http.perform(json(post(letter + "/acceptance"), acceptance))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.grants[0].scope").value("client"))
                .andExpect(jsonPath("$.grants[0].id").value(client.toString()));

        http.perform(get(letter)).andExpect(status().isNotFound());
        http.perform(json(post(letter + "/acceptance"), acceptance)).andExpect(status().isNotFound());
    }

    @Test
    void aRoleThatIsTakenBackIsGoneWithTheNextRequest() throws Exception {
        var admin = world.actor(Role.ADMINISTRATOR);
        var bram = world.nobody();
        http.perform(get("/api/clients").with(bram)).andExpect(status().isForbidden());

        var given = answer(json(
                post("/api/accounts/" + bram.account() + "/grants").with(admin),
                "{\"role\": \"official\", \"scope\": \"company\"}"));
        http.perform(get("/api/clients").with(bram)).andExpect(status().isOk());

        var grant = JsonPath.<String>read(given, "$.grants[0].grant");
        http.perform(delete("/api/accounts/" + bram.account() + "/grants/" + grant)
                        .with(admin))
                .andExpect(status().isNoContent());
        http.perform(get("/api/clients").with(bram)).andExpect(status().isForbidden());
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndCantSignIn() throws Exception {
        var admin = world.actor(Role.ADMINISTRATOR);
        var bram = world.actor(Role.MANAGER);

        http.perform(json(patch("/api/accounts/" + bram.account()).with(admin), "{\"disabled\": true}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.disabled").value(true));

        http.perform(get("/api/session").with(bram)).andExpect(status().isUnauthorized());
        http.perform(json(
                        post("/api/sessions"),
                        "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(bram.login(), TestWorld.PASSWORD)))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("wrong-sign-in"));
    }

    @Test
    void aRoleInOneProjectIsNoneInTheCompany() throws Exception {
        var client = world.client();
        var project = world.project(client);
        var local = world.actor(Role.ADMINISTRATOR, null, project);

        http.perform(get("/api/accounts").with(local)).andExpect(status().isForbidden());
        http.perform(json(post("/api/clients").with(local), "{\"name\": \"Mine\"}"))
                .andExpect(status().isForbidden());
        http.perform(get("/api/clients").with(local))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].projects").value(1));
    }

    @Test
    void aClientOfOthersIsNotThere() throws Exception {
        var mine = world.client();
        var others = world.client();
        var manager = world.actor(Role.MANAGER, mine, null);

        http.perform(get("/api/clients/" + mine).with(manager)).andExpect(status().isOk());
        http.perform(get("/api/clients/" + others).with(manager)).andExpect(status().isNotFound());
        http.perform(json(patch("/api/clients/" + mine).with(manager), "{\"name\": \"Ours\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aClientIsRenamedOnTheVersionThatWasRead() throws Exception {
        var admin = world.actor(Role.ADMINISTRATOR);
        var client = world.client();
        var name = "Renamed " + client;

        http.perform(json(patch("/api/clients/" + client).with(admin).header("If-Match", "\"1\""), named(name)))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"2\""))
                .andExpect(jsonPath("$.name").value(name));
        http.perform(json(patch("/api/clients/" + client).with(admin).header("If-Match", "\"1\""), named("Late")))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("changed-meanwhile"))
                .andExpect(jsonPath("$.values.version").value(2));
    }

    private static String named(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }

    @Test
    void aGrantForWhatIsNotThereIsRefused() throws Exception {
        var admin = world.actor(Role.ADMINISTRATOR);
        var bram = world.nobody();

        http.perform(json(
                        post("/api/accounts/" + bram.account() + "/grants").with(admin),
                        "{\"role\": \"manager\", \"scope\": \"project\", \"id\": \"%s\"}".formatted(UUID.randomUUID())))
                .andExpect(status().is(422));
    }

    private String answer(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType("application/json").content(body);
    }
}
