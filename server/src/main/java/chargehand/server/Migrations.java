package chargehand.server;

import chargehand.postgres.CannotStart;
import chargehand.postgres.CannotStart.Code;
import chargehand.postgres.DatabaseAccess;
import chargehand.postgres.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;

/// The steps by which the database came to what it is: files of `db/`, applied by Flyway and noted in its table. The
/// first part of their path is the module, and the schema.
final class Migrations implements Structure {
    /// Holds nothing but Flyway's own table; set in application.yaml, too.
    private static final String HOME = "chargehand";

    private static final String HISTORY = HOME + ".flyway_schema_history";

    /// Brings the database to the newest state, as the server does when it starts.
    static void migrate(DatabaseAccess access) {
        Flyway.configure()
                .dataSource(access.jdbcUrl(), access.user(), access.password())
                .locations("classpath:db")
                .defaultSchema(HOME)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /// @throws CannotStart if a newer Chargehand has worked on the database
    void refuseNewer(DatabaseAccess access) {
        try (var connection = access.connect()) {
            for (var step : steps(connection)) if (text(step).isEmpty()) throw newer(step);
        } catch (SQLException e) {
            throw new CannotStart(
                    Code.DATABASE_UNREACHABLE,
                    "The database can't be asked how new it is: %s.".formatted(e.getMessage()),
                    "Start again; if it stays, the data folder's postgres/postgresql.log tells more.",
                    e);
        }
    }

    private static CannotStart newer(Step step) {
        return new CannotStart(
                Code.DATA_OF_NEWER_VERSION,
                "The database was changed by a newer Chargehand (%s).".formatted(step.name()),
                "Start it with the newer Chargehand, or restore a backup of this version into another folder.");
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        if (isEmpty(connection)) return List.of();
        return list(connection, """
                select nspname from pg_namespace where nspname = '%s'
                    or nspname in (select split_part(script, '/', 1) from %s where type = 'SQL') order by 1""".formatted(HOME, HISTORY));
    }

    @Override
    public List<Step> steps(Connection connection) throws SQLException {
        if (isEmpty(connection)) return List.of();
        var steps = new ArrayList<Step>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select script, checksum from %s where type = 'SQL' and success order by installed_rank"
                                .formatted(HISTORY))) {
            while (rows.next()) steps.add(new Step(rows.getString(1), rows.getInt(2)));
        }
        return steps;
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return list(connection, "select 1 where to_regclass('%s') is not null".formatted(HISTORY))
                .isEmpty();
    }

    @Override
    public boolean knows(Step step) {
        return text(step).filter(text -> checksum(text) == step.checksum()).isPresent();
    }

    private static Optional<String> text(Step step) {
        try (var in = Migrations.class.getResourceAsStream("/db/" + step.name())) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As Flyway reckons it: over the lines, without what ends them.
    private static int checksum(String text) {
        var sum = new CRC32();
        text.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    @Override
    public void rebuild(Connection connection, List<Step> steps) throws SQLException {
        rememberSessions(connection);
        execute(connection, "create temp table history (like %s including all) on commit drop".formatted(HISTORY));
        for (var schema : schemas(connection)) execute(connection, "drop schema %s cascade".formatted(schema));
        execute(connection, "create schema " + HOME);
        execute(connection, "create table %s (like history including all)".formatted(HISTORY));
        execute(connection, "set local search_path to %s, public".formatted(HOME));
        for (var step : steps) execute(connection, text(step).orElseThrow());
    }

    private static void rememberSessions(Connection connection) throws SQLException {
        execute(connection, "create temp table session_of_today (id uuid) on commit drop");
        if (!list(connection, "select 1 where to_regclass('identity.session') is not null")
                .isEmpty()) execute(connection, "insert into session_of_today select id from identity.session");
    }

    /// Who has signed out since the backup stays signed out: only sessions that were still there today go on.
    @Override
    public void filled(Connection connection) throws SQLException {
        execute(connection, """
                do $$ begin
                  if to_regclass('identity.session') is not null then
                    delete from identity.session where id not in (select id from session_of_today);
                  end if;
                end $$""");
    }

    private static List<String> list(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }

    private static void execute(Connection connection, String line) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }
}
