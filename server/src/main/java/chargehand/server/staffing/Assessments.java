package chargehand.server.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The assessments, as they are stored: more come, none changes.
@Repository
class Assessments {
    private static final String SELECT = """
            select id, project, title, answers, facts, plan_version, result, author, author_name, at
            from staffing.assessment
            """;
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Assessments(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<StoredAssessment> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, number) -> assessment(row))
                .optional();
    }

    /// The newest first.
    List<StoredAssessment> of(UUID project) {
        return jdbc.sql(SELECT + "where project = :project order by at desc, id desc limit :most")
                .param("project", project)
                .param("most", MOST)
                .query((row, number) -> assessment(row))
                .list();
    }

    /// Of ideas that are no project, the newest first.
    ///
    /// @param author whose; null for everybody's
    List<StoredAssessment> ofIdeas(@Nullable UUID author) {
        return jdbc.sql(SELECT + """
                where project is null and (cast(:author as uuid) is null or author = :author)
                order by at desc, id desc limit :most
                """)
                .param("author", author)
                .param("most", MOST)
                .query((row, number) -> assessment(row))
                .list();
    }

    void insert(StoredAssessment assessment) {
        jdbc.sql("""
                insert into staffing.assessment (id, project, title, answers, facts, plan_version, outcome, result, rules,
                    author, author_name, at)
                values (:id, :project, :title, cast(:answers as jsonb), cast(:facts as jsonb), :version, :outcome,
                    cast(:result as jsonb), :rules, :author, :name, :at)
                """)
                .param("id", assessment.id())
                .param("project", assessment.project())
                .param("title", assessment.title())
                .param("answers", json.writeValueAsString(assessment.answers()))
                .param("facts", json.writeValueAsString(assessment.facts()))
                .param("version", assessment.planVersion())
                .param("outcome", assessment.result().answer())
                .param("result", json.writeValueAsString(assessment.result()))
                .param("rules", assessment.result().rules().version())
                .param("author", assessment.author().account())
                .param("name", assessment.author().name())
                .param("at", assessment.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private StoredAssessment assessment(ResultSet row) throws SQLException {
        return new StoredAssessment(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getObject("project", UUID.class),
                row.getString("title"),
                json.readValue(row.getString("answers"), new TypeReference<Map<String, GivenAnswer>>() {}),
                json.readValue(row.getString("facts"), new TypeReference<Map<String, Fact>>() {}),
                row.getObject("plan_version", Long.class),
                json.readValue(row.getString("result"), AssessmentView.class),
                new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
