package chargehand.server.people;

import chargehand.server.shared.Money;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Qualifications, as they are stored.
@Repository
public class Qualified {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Qualified(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// By person; who has none is absent.
    public Map<UUID, Qualifications> all() {
        var all = new HashMap<UUID, Qualifications>();
        jdbc.sql("select * from people.qualification").query(row -> {
            all.put(Objects.requireNonNull(row.getObject("person", UUID.class)), qualifications(row));
        });
        return all;
    }

    /// With version 0 where nothing is known.
    public Qualifications of(UUID person) {
        return jdbc.sql("select * from people.qualification where person = :person")
                .param("person", person)
                .query((row, number) -> qualifications(row))
                .optional()
                .orElse(Qualifications.NONE);
    }

    private Qualifications qualifications(ResultSet row) throws SQLException {
        var since = row.getDate("leading_since");
        return new Qualifications(
                since == null ? null : since.toLocalDate(),
                json.readValue(row.getString("fields_since"), new TypeReference<Map<String, LocalDate>>() {}),
                json.readValue(row.getString("certificates"), new TypeReference<List<Qualifications.Certificate>>() {}),
                json.readValue(row.getString("degrees"), new TypeReference<List<Qualifications.Degree>>() {}),
                json.readValue(row.getString("budgets"), new TypeReference<List<Money>>() {}),
                json.readValue(row.getString("hardware"), new TypeReference<List<String>>() {}),
                json.readValue(row.getString("shown"), new TypeReference<Map<String, String>>() {}),
                row.getLong("version"));
    }

    /// False if the version there is another than the one before.
    boolean put(UUID person, Qualifications known) {
        return jdbc.sql("""
                insert into people.qualification as there (person, leading_since, fields_since, certificates, degrees,
                    budgets, hardware, shown, version)
                values (:person, :since, cast(:fields as jsonb), cast(:certificates as jsonb), cast(:degrees as jsonb),
                    cast(:budgets as jsonb), cast(:hardware as jsonb), cast(:shown as jsonb), :version)
                on conflict (person) do update set leading_since = excluded.leading_since,
                    fields_since = excluded.fields_since, certificates = excluded.certificates,
                    degrees = excluded.degrees, budgets = excluded.budgets,
                    hardware = excluded.hardware, shown = excluded.shown, version = excluded.version
                where there.version = excluded.version - 1
                """)
                        .param("person", person)
                        .param("since", known.leadingSince() == null ? null : Date.valueOf(known.leadingSince()))
                        .param("fields", json.writeValueAsString(known.fieldsSince()))
                        .param("certificates", json.writeValueAsString(known.certificates()))
                        .param("degrees", json.writeValueAsString(known.degrees()))
                        .param("budgets", json.writeValueAsString(known.budgets()))
                        .param("hardware", json.writeValueAsString(known.hardware()))
                        .param("shown", json.writeValueAsString(known.shown()))
                        .param("version", known.version())
                        .update()
                > 0;
    }
}
