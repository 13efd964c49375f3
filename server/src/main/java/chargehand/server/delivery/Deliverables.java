package chargehand.server.delivery;

import chargehand.server.delivery.Deliverable.Criterion;
import chargehand.server.delivery.Deliverable.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Deliverables with their criteria, as they are stored.
@Repository
class Deliverables {
    private final JdbcClient jdbc;

    Deliverables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order in which they were written.
    List<Deliverable> of(UUID project) {
        return of(List.of(project)).getOrDefault(project, List.of());
    }

    /// Those of each of these projects that has any.
    Map<UUID, List<Deliverable>> of(Collection<UUID> projects) {
        return jdbc
                .sql("""
                        select d.*,
                            array(select c.text from delivery.criterion c where c.deliverable = d.id order by c.number)
                                as criteria,
                            array(select c.met from delivery.criterion c where c.deliverable = d.id order by c.number)
                                as met
                        from unnest(cast(:projects as uuid[])) as p(id) cross join lateral (
                            select * from delivery.deliverable where project = p.id order by id limit 200) d
                        order by d.id
                        """)
                .param("projects", projects.toArray(UUID[]::new))
                .query(Deliverables::deliverable)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Deliverable::project));
    }

    Optional<Deliverable> find(UUID project, UUID id) {
        return of(project).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Deliverable deliverable(ResultSet row, int number) throws SQLException {
        return new Deliverable(
                ChangeRequests.uuid(row, "id"),
                ChangeRequests.uuid(row, "project"),
                row.getString("name"),
                row.getString("about"),
                row.getString("task"),
                row.getBoolean("shown"),
                State.valueOf(row.getString("state")),
                criteria(row),
                row.getString("reason"),
                ChangeRequests.deed(row, "handed"),
                ChangeRequests.deed(row, "accepted"),
                row.getLong("version"));
    }

    private static List<Criterion> criteria(ResultSet row) throws SQLException {
        var texts = (String[]) row.getArray("criteria").getArray();
        var met = (Boolean[]) row.getArray("met").getArray();
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new Criterion(texts[i], met[i]))
                .toList();
    }

    /// A new one, or in place of the version before.
    ///
    /// @return false if the version there is not the one before this one's
    boolean put(Deliverable deliverable) {
        int put = jdbc.sql("""
                insert into delivery.deliverable (id, project, name, about, task, shown, state, reason, handed_by,
                    handed_name, handed_at, accepted_by, accepted_name, accepted_at, version)
                values (:id, :project, :name, :about, :task, :shown, :state, :reason, :handedBy, :handedName, :handedAt,
                    :acceptedBy, :acceptedName, :acceptedAt, :version)
                on conflict (id) do update set name = excluded.name, about = excluded.about, task = excluded.task,
                    shown = excluded.shown, state = excluded.state, reason = excluded.reason,
                    handed_by = excluded.handed_by, handed_name = excluded.handed_name, handed_at = excluded.handed_at,
                    accepted_by = excluded.accepted_by, accepted_name = excluded.accepted_name,
                    accepted_at = excluded.accepted_at, version = excluded.version
                where delivery.deliverable.version = excluded.version - 1
                """)
                .param("id", deliverable.id())
                .param("project", deliverable.project())
                .param("name", deliverable.name())
                .param("about", deliverable.about())
                .param("task", deliverable.task())
                .param("shown", deliverable.shown())
                .param("state", deliverable.state().name())
                .param("reason", deliverable.reason())
                .params(deed("handed", deliverable.handed()))
                .params(deed("accepted", deliverable.accepted()))
                .param("version", deliverable.version())
                .update();
        if (put == 0) return false;
        jdbc.sql("delete from delivery.criterion where deliverable = :id")
                .param("id", deliverable.id())
                .update();
        for (int i = 0; i < deliverable.criteria().size(); i++) {
            var criterion = deliverable.criteria().get(i);
            jdbc.sql(
                            "insert into delivery.criterion (deliverable, number, text, met) values (:id, :number, :text, :met)")
                    .param("id", deliverable.id())
                    .param("number", i + 1)
                    .param("text", criterion.text())
                    .param("met", criterion.met())
                    .update();
        }
        return true;
    }

    private static Map<String, @Nullable Object> deed(String verb, ChangeRequest.@Nullable Deed deed) {
        var values = new HashMap<String, @Nullable Object>();
        values.put(verb + "By", deed == null ? null : deed.account());
        values.put(verb + "Name", deed == null ? null : deed.name());
        values.put(verb + "At", deed == null ? null : ChangeRequests.utc(deed.at()));
        return values;
    }

    void remove(UUID id) {
        jdbc.sql("delete from delivery.deliverable where id = :id")
                .param("id", id)
                .update();
    }
}
