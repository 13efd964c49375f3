package chargehand.server.forecasting;

import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.HoursRange;
import chargehand.engine.forecast.history.Labels;
import chargehand.engine.forecast.history.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finished work, as it is stored.
@Repository
class History {
    private static final String INSERT = """
            insert into forecasting.finished_work (file, project, task, person, team, of_project, kind, part, requester,
                priority, estimate, actual, known, finished, low, high)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    History(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Rises whenever finished work comes, goes, or is told otherwise.
    long version() {
        return jdbc.sql("select coalesce(max(version), 0) from forecasting.history")
                .query(Long.class)
                .single();
    }

    private void rise() {
        jdbc.sql("""
                insert into forecasting.history as known (version) values (1)
                on conflict (one) do update set version = known.version + 1
                """).update();
    }

    /// The latest, so many at most, in the order in which they were finished.
    List<FinishedWork> latest(int most) {
        return jdbc.sql("""
                select * from (
                    select * from forecasting.finished_work where finished is not null
                    order by finished desc, seq desc limit :most) as latest
                order by finished, seq
                """)
                .param("most", most)
                .query((row, number) -> finished(row))
                .list();
    }

    private static FinishedWork finished(ResultSet row) throws SQLException {
        var labels = new Labels(
                row.getString("person"),
                row.getString("team"),
                row.getString("of_project"),
                row.getString("kind"),
                row.getString("part"),
                row.getString("requester"),
                row.getString("priority"));
        var work = new Work(
                Long.toString(row.getLong("seq")),
                labels,
                row.getDouble("estimate"),
                instant(row, "known"),
                range(row));
        return new FinishedWork(work, row.getDouble("actual"), instant(row, "finished"));
    }

    private static @Nullable HoursRange range(ResultSet row) throws SQLException {
        var low = row.getObject("low", Double.class);
        var high = row.getObject("high", Double.class);
        return low == null || high == null ? null : new HoursRange(low, high);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /// Work of a plan.
    ///
    /// @param estimate as it stood when the work was first seen begun
    /// @param range how sure the estimator was then
    /// @param actual null while it goes on
    record Own(
            String task,
            Labels labels,
            double estimate,
            @Nullable HoursRange range,
            @Nullable Double actual,
            Instant begun,
            @Nullable Instant finished) {}

    /// By task.
    Map<String, Own> own(UUID project) {
        var own = new HashMap<String, Own>();
        jdbc.sql("""
                select task, person, team, of_project, kind, part, requester, priority, estimate, low, high, actual, known,
                    finished
                from forecasting.finished_work where project = :project
                """).param("project", project).query(row -> {
            var task = Objects.requireNonNull(row.getString("task"));
            var labels = new Labels(
                    row.getString("person"),
                    row.getString("team"),
                    row.getString("of_project"),
                    row.getString("kind"),
                    row.getString("part"),
                    row.getString("requester"),
                    row.getString("priority"));
            var finished = row.getObject("finished", OffsetDateTime.class);
            own.put(
                    task,
                    new Own(
                            task,
                            labels,
                            row.getDouble("estimate"),
                            range(row),
                            row.getObject("actual", Double.class),
                            instant(row, "known"),
                            finished == null ? null : finished.toInstant()));
        });
        return own;
    }

    /// In the place of what was known of these tasks.
    void put(UUID project, List<Own> changed, List<String> gone) {
        var tasks = new ArrayList<>(gone);
        for (var each : changed) tasks.add(each.task());
        jdbc.sql("delete from forecasting.finished_work where project = :project and task = any(:tasks)")
                .param("project", project)
                .param("tasks", tasks.toArray(String[]::new))
                .update();
        batches.batchUpdate(
                INSERT,
                changed.stream()
                        .map(each -> line(
                                null,
                                project,
                                each.task(),
                                each.labels(),
                                each.estimate(),
                                each.actual(),
                                each.begun(),
                                each.finished(),
                                each.range()))
                        .toList());
        rise();
    }

    /// Rows of a file. Whoever adds the last of them says so by [#told].
    void add(UUID file, List<FinishedWork> rows) {
        batches.batchUpdate(
                INSERT,
                rows.stream()
                        .map(each -> line(
                                file,
                                null,
                                null,
                                each.work().labels(),
                                each.work().hours(),
                                each.hours(),
                                each.work().known(),
                                each.finished(),
                                each.work().range()))
                        .toList());
    }

    private static @Nullable Object[] line(
            @Nullable UUID file,
            @Nullable UUID project,
            @Nullable String task,
            Labels labels,
            double estimate,
            @Nullable Double actual,
            Instant known,
            @Nullable Instant finished,
            @Nullable HoursRange range) {
        return new @Nullable Object[] {
            file,
            project,
            task,
            labels.person(),
            labels.team(),
            labels.project(),
            labels.kind(),
            labels.part(),
            labels.requester(),
            labels.priority(),
            estimate,
            actual,
            utc(known),
            finished == null ? null : utc(finished),
            range == null ? null : range.low(),
            range == null ? null : range.high()
        };
    }

    void told() {
        rise();
    }

    /// @param at when it was taken in
    record FileHead(UUID id, String name, Instant at, String author, int taught, int unfinished, int refused) {}

    void insert(FileHead file, UUID author) {
        jdbc.sql("""
                insert into forecasting.history_file (id, name, at, author, author_name, taught, unfinished, refused)
                values (:id, :name, :at, :author, :authorName, :taught, :unfinished, :refused)
                """)
                .param("id", file.id())
                .param("name", file.name())
                .param("at", utc(file.at()))
                .param("author", author)
                .param("authorName", file.author())
                .param("taught", file.taught())
                .param("unfinished", file.unfinished())
                .param("refused", file.refused())
                .update();
    }

    /// The newest first.
    List<FileHead> files() {
        return jdbc.sql("select * from forecasting.history_file order by at desc, id")
                .query((row, number) -> new FileHead(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("name")),
                        instant(row, "at"),
                        Objects.requireNonNull(row.getString("author_name")),
                        row.getInt("taught"),
                        row.getInt("unfinished"),
                        row.getInt("refused")))
                .list();
    }

    /// @return whether it was there
    boolean remove(UUID file) {
        boolean was = jdbc.sql("delete from forecasting.history_file where id = :id")
                        .param("id", file)
                        .update()
                > 0;
        if (was) rise();
        return was;
    }

    /// How much finished work of plans there is in each project.
    Map<UUID, Integer> ownCounts() {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select project, count(*) as finished from forecasting.finished_work
                where project is not null and finished is not null group by project
                """).query(row -> {
            counts.put(row.getObject("project", UUID.class), row.getInt("finished"));
        });
        return counts;
    }
}
