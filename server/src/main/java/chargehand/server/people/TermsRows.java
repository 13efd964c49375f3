package chargehand.server.people;

import chargehand.server.identity.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Terms, as they are stored.
@Repository
public class TermsRows {
    private final JdbcClient jdbc;

    TermsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By person; of whom nothing was said is absent.
    public Map<UUID, Terms> all() {
        var vettings = new HashMap<UUID, List<Terms.Vetting>>();
        jdbc.sql("select * from people.vetting order by number desc").query(row -> {
            vettings.computeIfAbsent(row.getObject("person", UUID.class), any -> new ArrayList<>())
                    .add(vetting(row));
        });
        var all = new HashMap<UUID, Terms>();
        vettings.forEach((person, its) -> all.put(person, new Terms(false, null, its, 0)));
        jdbc.sql("select * from people.terms").query(row -> {
            var person = Objects.requireNonNull(row.getObject("person", UUID.class));
            all.put(person, terms(row, vettings.getOrDefault(person, List.of())));
        });
        return all;
    }

    /// With version 0 where nothing was said.
    public Terms of(UUID person) {
        var vettings = jdbc.sql("select * from people.vetting where person = :person order by number desc")
                .param("person", person)
                .query((row, number) -> vetting(row))
                .list();
        return jdbc.sql("select * from people.terms where person = :person")
                .param("person", person)
                .query((row, number) -> terms(row, vettings))
                .optional()
                .orElse(new Terms(false, null, vettings, 0));
    }

    private static Terms terms(ResultSet row, List<Terms.Vetting> vettings) throws SQLException {
        var days = row.getObject("lead_days", Integer.class);
        return new Terms(row.getBoolean("freelance"), days, vettings, row.getLong("version"));
    }

    private static Terms.Vetting vetting(ResultSet row) throws SQLException {
        return new Terms.Vetting(
                row.getString("finding"),
                row.getString("how"),
                row.getString("author_name"),
                row.getTimestamp("at").toInstant());
    }

    /// False if the version there is another than the one before.
    boolean put(UUID person, Terms terms) {
        return jdbc.sql("""
                insert into people.terms as there (person, freelance, lead_days, version)
                values (:person, :freelance, :days, :version)
                on conflict (person) do update set freelance = excluded.freelance, lead_days = excluded.lead_days,
                    version = excluded.version
                where there.version = excluded.version - 1
                """)
                        .param("person", person)
                        .param("freelance", terms.freelance())
                        .param("days", terms.leadDays())
                        .param("version", terms.version())
                        .update()
                > 0;
    }

    void insert(UUID id, UUID person, Terms.Vetting vetting, Caller author) {
        jdbc.sql("""
                insert into people.vetting (id, person, finding, how, author, author_name, at)
                values (:id, :person, :finding, :how, :author, :name, :at)
                """)
                .param("id", id)
                .param("person", person)
                .param("finding", vetting.finding())
                .param("how", vetting.how())
                .param("author", author.account())
                .param("name", vetting.by())
                .param("at", Timestamp.from(vetting.at()))
                .update();
    }
}
