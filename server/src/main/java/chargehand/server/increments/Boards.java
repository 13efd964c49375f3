package chargehand.server.increments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Boards, as they are stored: one a project, from the first time that anybody looks.
@Repository
class Boards {
    private static final int LONGEST_WORD = 4;
    private static final int MOST_INITIALS = 5;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Boards(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param name of the project, of which the prefix of its keys is made
    Board of(UUID project, String name) {
        return find(project).orElseGet(() -> {
            var wanted = prefix(name);
            for (int again = 1; ; again++) {
                insert(project, again == 1 ? wanted : wanted + again);
                var made = find(project);
                if (made.isPresent()) return made.get();
            }
        });
    }

    Optional<Board> find(UUID project) {
        return jdbc.sql("select * from increments.board where project = :project")
                .param("project", project)
                .query(this::board)
                .optional();
    }

    private Board board(ResultSet row, int number) throws SQLException {
        return new Board(
                Objects.requireNonNull(row.getObject("project", UUID.class)),
                row.getString("prefix"),
                List.of(json.readValue(row.getString("columns"), Board.Column[].class)),
                row.getBoolean("merged_done"),
                row.getLong("version"));
    }

    private void insert(UUID project, String prefix) {
        jdbc.sql("""
                insert into increments.board (project, prefix, columns) values (:project, :prefix, cast(:columns as jsonb))
                on conflict do nothing
                """)
                .param("project", project)
                .param("prefix", prefix)
                .param("columns", json.writeValueAsString(Board.USUAL))
                .update();
    }

    /// The initials of a name, or the beginning of a single word: 2 to 5 capital letters.
    static String prefix(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        var words = Stream.of(plain.split("[^A-Z0-9]+"))
                .filter(each -> !each.isEmpty())
                .toList();
        var letters = words.size() == 1
                ? words.getFirst()
                        .substring(0, Math.min(LONGEST_WORD, words.getFirst().length()))
                : words.stream()
                        .limit(MOST_INITIALS)
                        .map(each -> each.substring(0, 1))
                        .collect(Collectors.joining());
        if (letters.isEmpty() || !Character.isLetter(letters.charAt(0))) letters = "P" + letters;
        return letters.length() < 2 ? letters + "X" : letters;
    }

    /// @return false if another board has its prefix
    boolean put(Board board) {
        return jdbc.sql("""
                update increments.board set prefix = :prefix, columns = cast(:columns as jsonb), merged_done = :merged,
                    version = version + 1
                where project = :project and not exists (
                    select 1 from increments.board b where b.prefix = :prefix and b.project <> :project)
                """)
                        .param("project", board.project())
                        .param("prefix", board.prefix())
                        .param("columns", json.writeValueAsString(board.columns()))
                        .param("merged", board.mergedDone())
                        .update()
                > 0;
    }

    /// Something on it is different now.
    ///
    /// @return its version
    long touch(UUID project) {
        return jdbc.sql("update increments.board set version = version + 1 where project = :project returning version")
                .param("project", project)
                .query(Long.class)
                .single();
    }
}
