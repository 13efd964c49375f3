package chargehand.server.staffing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Finds applications over all vacancies by what their CVs say, in the order in which they came. Nothing is ranked.
@Repository
class ApplicationSearch {
    static final int PAGE = 100;

    private static final String WHERE = """
            where vacancy = any(cast(:vacancies as uuid[]))
                and (cast(:state as text) is null or state = :state)
                and (cast(:read as text) is null or coalesce(cv_state, 'waiting') = :read)
                and (cast(:found as jsonb) is null or cv -> 'criteria' @> cast(:found as jsonb))
                and (cast(:field as text) is null or exists (
                    select 1 from jsonb_array_elements(cv -> 'years') said where said ->> 'field' = :field))
                and (cast(:certificate as text) is null or exists (
                    select 1 from jsonb_array_elements(cv -> 'certificates') said
                    where strpos(lower(said ->> 'name'), lower(:certificate)) > 0))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationSearch(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What is searched for; null for anything.
    ///
    /// @param state of the application
    /// @param cv state of its CV
    /// @param criterion of the profile, and what the CV is found to say to it
    /// @param field in which the CV shows years of work, as `infrastructure`
    /// @param certificate a part of the name of one that the CV claims
    record Filter(
            @Nullable String state,
            @Nullable String cv,
            @Nullable String criterion,
            @Nullable String finding,
            @Nullable String field,
            @Nullable String certificate) {
        /// Two questions make sense together only.
        @Nullable
        Map<String, String> found() {
            if (criterion == null) return null;
            return finding == null ? Map.of("id", criterion) : Map.of("id", criterion, "finding", finding);
        }
    }

    /// @param after the last one that is known already
    List<Application> find(List<UUID> vacancies, Filter filter, @Nullable UUID after) {
        return asked(Applications.SELECT + WHERE + """
                                and (cast(:after as uuid) is null or (at, vacancy, number) > (
                                    select at, vacancy, number from staffing.application where id = :after))
                                order by at, vacancy, number limit :most
                                """, vacancies, filter)
                .param("after", after)
                .param("most", PAGE)
                .query((row, number) -> Applications.application(row))
                .list();
    }

    int count(List<UUID> vacancies, Filter filter) {
        return asked("select count(*) from staffing.application " + WHERE, vacancies, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, List<UUID> vacancies, Filter filter) {
        var found = filter.found();
        return jdbc.sql(sql)
                .param("vacancies", vacancies.toArray(UUID[]::new))
                .param("state", filter.state())
                .param("read", filter.cv())
                .param("found", found == null ? null : json.writeValueAsString(List.of(found)))
                .param("field", filter.field())
                .param("certificate", filter.certificate());
    }
}
