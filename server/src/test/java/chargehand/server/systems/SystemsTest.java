package chargehand.server.systems;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Role;
import chargehand.server.work.Crew;
import chargehand.server.work.Crew.Member;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/// Components, environments and tools of a project: what runs on what, who knows it, and who works on it without.
@ServerTest
@Transactional
class SystemsTest {
    @Autowired
    MockMvc http;

    private Crew crew;
    private Member ada;
    private Member bram;
    private String till;

    @BeforeEach
    void aProject(@Autowired TestWorld world, @Autowired Accounts accounts) throws Exception {
        crew = new Crew(http, world, accounts);
        ada = crew.member("Ada", Role.WORKER);
        bram = crew.member("Bram", Role.WORKER);
        crew.send(
                crew.manager,
                "PATCH",
                "/api/people/" + ada.person(),
                "{\"skills\": [\"Kettles of %1$s\"], \"levels\": {\"Kettles of %1$s\": 4}}".formatted(ada.person()),
                "\"1\"");
        crew.team(ada, bram);
        till = crew.task("Till", 2, bram);
    }

    private String skill() {
        return "kettles OF " + ada.person();
    }

    private String added(String name, String more) throws Exception {
        return JsonPath.read(
                crew.send(
                        crew.manager,
                        "POST",
                        crew.at("/systems"),
                        "{\"kind\": \"component\", \"name\": \"%s\"%s}".formatted(name, more)),
                "$.id");
    }

    private <T> T read(String name, String path) throws Exception {
        var all = crew.send(bram.actor(), "GET", crew.at("/systems"), "");
        return JsonPath.<List<T>>read(all, "$.items[?(@.name == '%s')].%s".formatted(name, path))
                .getFirst();
    }

    @Test
    void saysWhoKnowsItAndWhoWorksOnItWithoutKnowing() throws Exception {
        var id = added("Shop", ", \"field\": \"%s\", \"tasks\": [\"%s\"]".formatted(skill(), till));

        assertThat(this.<String>read("Shop", "knows[0].person")).isEqualTo(ada.person());
        assertThat(this.<Integer>read("Shop", "knows[0].level")).isEqualTo(4);
        assertThat(this.<Boolean>read("Shop", "knows[0].said")).isFalse();
        assertThat(this.<String>read("Shop", "tasks[0].strangers[0]")).startsWith("Bram");

        crew.send(
                crew.manager,
                "PUT",
                crew.at("/systems/" + id),
                "{\"kind\": \"component\", \"name\": \"Shop\", \"knownBy\": [\"%s\"], \"tasks\": [\"%s\"]}"
                        .formatted(bram.person(), till),
                "\"1\"");

        assertThat(this.<String>read("Shop", "knows[0].person")).isEqualTo(bram.person());
        assertThat(this.<List<String>>read("Shop", "tasks[0].strangers")).isEmpty();
        crew.change("{\"kind\": \"removeTask\", \"task\": \"%s\"}".formatted(till));
        assertThat(this.<List<String>>read("Shop", "tasks")).isEmpty();
    }

    @Test
    void refusesWhatCanNotBe() throws Exception {
        var cluster = added("Cluster", "");
        var shop = added("Shop", ", \"runsOn\": [\"%s\"]".formatted(cluster));

        for (var wrong : List.of(
                "{\"kind\": \"component\"}",
                "{\"kind\": \"kettle\", \"name\": \"A\"}",
                "{\"kind\": \"tool\", \"name\": \"A\", \"tasks\": [\"none\"]}",
                "{\"kind\": \"tool\", \"name\": \"A\", \"link\": \"javascript:alert(1)\"}",
                "{\"kind\": \"tool\", \"name\": \"A\", \"knownBy\": [\"%s\"]}".formatted(crew.project),
                "{\"kind\": \"tool\", \"name\": \"A\", \"asset\": \"%s\"}".formatted(crew.project),
                "{\"kind\": \"tool\", \"name\": \"A\", \"runsOn\": [\"%s\"]}".formatted(crew.project),
                "{\"kind\": \"tool\", \"name\": \"A\", \"runsOn\": [null]}"))
            assertThat(crew.refusal(crew.manager, "POST", crew.at("/systems"), wrong, null))
                    .as(wrong)
                    .isEqualTo("invalid-value");
        assertThat(crew.refusal(
                        crew.manager,
                        "PUT",
                        crew.at("/systems/" + cluster),
                        "{\"kind\": \"environment\", \"name\": \"Cluster\", \"runsOn\": [\"%s\"]}".formatted(shop),
                        "\"1\""))
                .isEqualTo("invalid-value");
        assertThat(crew.refusal(
                        crew.manager, "POST", crew.at("/systems"), "{\"kind\": \"tool\", \"name\": \"sHOP\"}", null))
                .isEqualTo("name-taken");
        assertThat(crew.refusal(
                        crew.manager,
                        "PUT",
                        crew.at("/systems/" + shop),
                        "{\"kind\": \"tool\", \"name\": \"Shop\"}",
                        "\"7\""))
                .isEqualTo("changed-meanwhile");
        assertThat(crew.refusal(
                        bram.actor(), "POST", crew.at("/systems"), "{\"kind\": \"tool\", \"name\": \"B\"}", null))
                .isEqualTo("forbidden");
    }
}
