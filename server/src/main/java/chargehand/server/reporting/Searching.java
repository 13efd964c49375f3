package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Visibility;
import chargehand.server.reporting.SearchController.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Searches everything that the caller may see. Of tasks the beginnings of words are found, by an
/// index; of the few
/// other things any part of the name.
@Service
class Searching {
    private static final int MOST = 20;
    private static final int MOST_TASKS = 12;
    private static final int MOST_LETTERS = 100;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final JdbcClient jdbc;

    Searching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<Found> search(String asked, Caller caller) {
        var text = asked.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) return List.of();
        if (text.length() > MOST_LETTERS) text = text.substring(0, MOST_LETTERS);
        var found = new ArrayList<Found>();
        var projects = caller.where(Permission.PROJECT_SEE);
        found.addAll(projects(text, projects));
        found.addAll(clients(text, caller.where(Permission.CLIENTS_SEE), projects));
        if (caller.may(Permission.PEOPLE_SEE)) found.addAll(people(text));
        found.addAll(tasks(text, caller.where(Permission.PLAN_SEE)));
        found.addAll(entries(text, caller.where(Permission.WORK_SEE)));
        found.addAll(questions(text, caller.where(Permission.QUESTIONS_SEE)));
        var looked = text;
        return found.stream()
                .sorted(Comparator.comparingInt(each -> rank(each.name(), looked)))
                .limit(MOST)
                .toList();
    }

    /// The very name, one that begins with it, one with a word that does, others.
    private static int rank(String name, String text) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(text)) return 0;
        if (lower.startsWith(text)) return 1;
        return lower.contains(" " + text) ? 2 : 3;
    }

    private List<Found> projects(String text, Visibility seen) {
        return seeing(jdbc.sql("""
                select 'project' as noun, cast(p.id as text) as id, null as project, p.name, c.name as hint
                from planning.project p left join identity.client c on c.id = p.client
                where not p.draft and p.name ilike :like
                    and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                order by p.name limit :most
                """), seen)
                .param("like", like(text))
                .param("most", MOST)
                .query(Searching::found)
                .list();
    }

    /// Also those of whom one sees a project only.
    private List<Found> clients(String text, Visibility seen, Visibility projects) {
        return seeing(jdbc.sql("""
                select 'client' as noun, cast(c.id as text) as id, null as project, c.name, null as hint
                from identity.client c
                where c.name ilike :like and (:all or c.id = any(cast(:clients as uuid[]))
                    or (:named and exists (select 1 from identity.project_scope s
                        where s.client = c.id and s.project = any(cast(:projects as uuid[])))))
                order by c.name limit :most
                """), seen)
                .param("like", like(text))
                .param("named", !projects.projects().isEmpty())
                .param("most", MOST)
                .query(Searching::found)
                .list();
    }

    private List<Found> people(String text) {
        return jdbc.sql("""
                select 'person' as noun, cast(p.id as text) as id, null as project, p.name,
                    (select string_agg(s.skill, ', ' order by s.skill) from people.skill s where s.person = p.id) as hint
                from people.person p
                where p.name ilike :like or p.email ilike :like
                    or exists (select 1 from people.skill s where s.person = p.id and s.skill ilike :like)
                order by p.name limit :most
                """)
                .param("like", like(text))
                .param("most", MOST)
                .query(Searching::found)
                .list();
    }

    private List<Found> tasks(String text, Visibility seen) {
        var words =
                WORD.matcher(text).results().map(each -> each.group() + ":*").collect(Collectors.joining(" & "));
        if (words.isEmpty()) return List.of();
        return seeing(jdbc.sql("""
                select 'task' as noun, t.id, t.project, t.document #>> '{task,name}' as name, p.name as hint
                from planning.task t join planning.project p on p.id = t.project
                where to_tsvector('simple'::regconfig, coalesce(t.document #>> '{task,name}', ''))
                        @@ to_tsquery('simple', :words)
                    and not p.draft
                    and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                limit :most
                """), seen)
                .param("words", words)
                .param("most", MOST_TASKS)
                .query(Searching::found)
                .list();
    }

    /// Of logbooks.
    private List<Found> entries(String text, Visibility seen) {
        return seeing(jdbc.sql("""
                select 'log' as noun, cast(e.id as text) as id, e.project, e.title as name, p.name as hint
                from logbook.entry e join planning.project p on p.id = e.project
                where e.title ilike :like
                    and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                order by e.made_at desc limit :most
                """), seen)
                .param("like", like(text))
                .param("most", MOST_TASKS)
                .query(Searching::found)
                .list();
    }

    /// Of clients, by their words and those of their answers.
    private List<Found> questions(String text, Visibility seen) {
        return seeing(jdbc.sql("""
                select 'question' as noun, cast(q.id as text) as id, q.project, left(q.text, 200) as name, p.name as hint
                from reporting.question q join planning.project p on p.id = q.project
                where (q.text ilike :like or q.answer ilike :like)
                    and (:all or p.client = any(cast(:clients as uuid[])) or p.id = any(cast(:projects as uuid[])))
                order by q.asked_at desc limit :most
                """), seen)
                .param("like", like(text))
                .param("most", MOST_TASKS)
                .query(Searching::found)
                .list();
    }

    private static JdbcClient.StatementSpec seeing(JdbcClient.StatementSpec statement, Visibility seen) {
        return statement
                .param("all", seen.company())
                .param("clients", seen.clientArray())
                .param("projects", seen.projectArray());
    }

    private static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                Objects.requireNonNull(row.getString("noun")),
                Objects.requireNonNull(row.getString("id")),
                row.getString("project") == null ? null : UUID.fromString(row.getString("project")),
                Objects.requireNonNull(row.getString("name")),
                row.getString("hint"));
    }
}
