package chargehand.server.interchange;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who names in files turned out to be: for the files of a client, and for the company's own.
@Repository
class RememberedPeople {
    private static final UUID COMPANY = new UUID(0, 0);

    private final JdbcClient jdbc;

    RememberedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By [PersonMatching#key]; what a client's files say goes before what the company's own do.
    Map<String, UUID> of(@Nullable UUID client) {
        var all = new HashMap<String, UUID>();
        jdbc.sql("""
                select name, person from interchange.remembered_person where client in (:company, :client)
                order by client = :client
                """)
                .param("company", COMPANY)
                .param("client", client == null ? COMPANY : client)
                .query(row -> {
                    all.put(row.getString("name"), row.getObject("person", UUID.class));
                });
        return all;
    }

    void remember(@Nullable UUID client, String name, UUID person) {
        jdbc.sql("""
                insert into interchange.remembered_person (client, name, person) values (:client, :name, :person)
                on conflict (client, name) do update set person = excluded.person
                """)
                .param("client", client == null ? COMPANY : client)
                .param("name", PersonMatching.key(name))
                .param("person", person)
                .update();
    }
}
