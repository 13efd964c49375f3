package chargehand.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// Proposals as they are stored: at most one of a kind for a plan.
@Repository
class Proposals {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final String SELECT = """
            select id, project, kind, version, at, seed, budget, finish_was, finish_now, bound, why, values, moves,
                facts, findings
            from planning.proposal
            """;
    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Proposal> of(UUID project) {
        return jdbc.sql(SELECT + "where project = :project order by kind desc")
                .param("project", project)
                .query((row, number) -> proposal(row))
                .list();
    }

    Optional<Proposal> find(UUID project, UUID proposal) {
        return jdbc.sql(SELECT + "where project = :project and id = :id")
                .param("project", project)
                .param("id", proposal)
                .query((row, number) -> proposal(row))
                .optional();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        var facts = row.getString("facts");
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("project", UUID.class),
                Proposal.Kind.valueOf(row.getString("kind")),
                row.getLong("version"),
                Plans.instant(row, "at"),
                row.getLong("seed"),
                row.getInt("budget"),
                Plans.instant(row, "finish_was"),
                Plans.instant(row, "finish_now"),
                Plans.optional(row, "bound"),
                row.getString("why"),
                PlanJson.MAPPER.readValue(row.getString("values"), VALUES),
                PackedTasks.unpack(row.getBytes("moves")),
                facts == null ? null : PlanJson.MAPPER.readValue(facts, PlanJson.FactsDocument.class),
                findings(row.getString("findings")));
    }

    private static List<FindingView> findings(String json) {
        return Arrays.asList(PlanJson.MAPPER.readValue(json, FindingView[].class));
    }

    /// What proposals say of today's calendar.
    List<FindingView> findings(UUID project) {
        return jdbc
                .sql("select findings from planning.proposal where project = :project")
                .param("project", project)
                .query((row, number) -> findings(row.getString("findings")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// In place of the one of the same kind.
    void put(Proposal proposal) {
        remove(proposal.project(), proposal.kind());
        jdbc.sql("""
                insert into planning.proposal (id, project, kind, version, at, seed, budget, finish_was, finish_now,
                    bound, why, values, moves, facts, findings)
                values (:id, :project, :kind, :version, :at, :seed, :budget, :was, :now, :bound, :why,
                    cast(:values as jsonb), :moves, cast(:facts as jsonb), cast(:findings as jsonb))
                """)
                .param("id", proposal.id())
                .param("project", proposal.project())
                .param("kind", proposal.kind().name())
                .param("version", proposal.version())
                .param("at", Plans.utc(proposal.at()))
                .param("seed", proposal.seed())
                .param("budget", proposal.budget())
                .param("was", Plans.utc(proposal.finishWas()))
                .param("now", Plans.utc(proposal.finishNow()))
                .param("bound", Plans.utc(proposal.bound()))
                .param("why", proposal.why())
                .param("values", PlanJson.text(proposal.values()))
                .param("moves", PackedTasks.pack(proposal.moves()))
                .param("facts", proposal.facts() == null ? null : PlanJson.text(proposal.facts()))
                .param("findings", PlanJson.text(proposal.findings()))
                .update();
    }

    /// That a better calendar was taken, for whoever looks later what became of it.
    void taken(UUID project, long version, Instant finishWas, Instant finishNow) {
        jdbc.sql("""
                insert into planning.taken_proposal (project, version, finish_was, finish_now)
                values (:project, :version, :was, :now)
                """)
                .param("project", project)
                .param("version", version)
                .param("was", Plans.utc(finishWas))
                .param("now", Plans.utc(finishNow))
                .update();
    }

    int remove(UUID project, Proposal.Kind kind) {
        return jdbc.sql("delete from planning.proposal where project = :project and kind = :kind")
                .param("project", project)
                .param("kind", kind.name())
                .update();
    }

    /// That somebody did not want it, for this version of the plan.
    void dismiss(Proposal proposal) {
        remove(proposal.project(), proposal.kind());
        jdbc.sql("""
                insert into planning.dismissal (project, kind, version) values (:project, :kind, :version)
                on conflict (project, kind) do update set version = excluded.version
                """)
                .param("project", proposal.project())
                .param("kind", proposal.kind().name())
                .param("version", proposal.version())
                .update();
    }

    boolean dismissed(UUID project, Proposal.Kind kind, long version) {
        return jdbc.sql("""
                select count(*) from planning.dismissal
                where project = :project and kind = :kind and version = :version
                """)
                        .param("project", project)
                        .param("kind", kind.name())
                        .param("version", version)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
