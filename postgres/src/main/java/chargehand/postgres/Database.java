package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The database that one server works with, and the data folder that it holds meanwhile.
public final class Database implements AutoCloseable {
    /// The variable that names another PostgreSQL than our own.
    public static final String URL_VARIABLE = "CHARGEHAND_DATABASE_URL";

    private static final int OLDEST = 150_000;
    private static final String NO_ROLE_OR_PASSWORD = "28P01";
    private static final String NO_DATABASE = "3D000";

    private final DataFolder folder;
    private final FolderLock lock;
    private final DatabaseAccess access;
    private final @Nullable Supervisor supervisor;

    private Database(DataFolder folder, FolderLock lock, DatabaseAccess access, @Nullable Supervisor supervisor) {
        this.folder = folder;
        this.lock = lock;
        this.access = access;
        this.supervisor = supervisor;
    }

    /// Takes the data folder, and starts our own PostgreSQL in it or reaches another one. Returns when it takes
    /// connections.
    ///
    /// @param path made where there is none
    /// @param url of another PostgreSQL, 15 or newer; null or blank for our own
    /// @throws CannotStart in one sentence
    public static Database open(Path path, @Nullable String url) {
        var folder = DataFolder.at(path);
        return open(folder, folder.postgres(), url, Durability.FULL);
    }

    static Database open(DataFolder folder, Path programsHome, @Nullable String url, Durability durability) {
        var lock = FolderLock.take(folder);
        Database database = null;
        try {
            database = url == null || url.isBlank()
                    ? own(folder, lock, programsHome, durability)
                    : other(folder, lock, url);
            database.writeAccess();
            return database;
        } catch (IOException e) {
            throw folder.notWritable(e);
        } finally {
            if (database == null) close(lock);
        }
    }

    private static Database own(DataFolder folder, FolderLock lock, Path programsHome, Durability durability)
            throws IOException {
        var cluster = Cluster.in(folder, programsHome, durability);
        var supervisor = Supervisor.start(cluster, durability);
        var kept = false;
        try (var connection = firstConnection(cluster, supervisor.port())) {
            durability.check(connection);
            kept = true;
            return new Database(folder, lock, cluster.access(supervisor.port()), supervisor);
        } catch (SQLException e) {
            throw new CannotStart(
                    Code.POSTGRESQL_NOT_STARTING,
                    "PostgreSQL runs, but answers: %s.".formatted(e.getMessage()),
                    "Its log is in %s.".formatted(folder.postgres()),
                    e);
        } finally {
            if (!kept) supervisor.stop();
        }
    }

    /// As the server's user; who is made, with the database, at the first start.
    private static Connection firstConnection(Cluster cluster, int port) throws SQLException {
        var access = cluster.access(port);
        try {
            return access.connect();
        } catch (SQLException e) {
            if (!NO_ROLE_OR_PASSWORD.equals(e.getSQLState()) && !NO_DATABASE.equals(e.getSQLState())) throw e;
        }
        try (var connection = cluster.owner(port).connect()) {
            makeUserAndDatabase(connection, access.password());
        }
        return access.connect();
    }

    private static void makeUserAndDatabase(Connection connection, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Our own random hexadecimal digits: nothing to quote.
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'chargehand') then
                        create role chargehand login;
                      end if;
                    end $$""");
            statement.execute("alter role chargehand password '%s'".formatted(password));
            try (var row = statement.executeQuery("select 1 from pg_database where datname = 'chargehand'")) {
                if (row.next()) return;
            }
            statement.execute("create database chargehand owner chargehand");
        }
    }

    private static Database other(DataFolder folder, FolderLock lock, String url) {
        return new Database(folder, lock, checked(DatabaseUrl.parse(url)), null);
    }

    private static DatabaseAccess checked(DatabaseAccess access) {
        try (var connection = access.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('server_version_num')::int," + " current_setting('server_version')")) {
            row.next();
            if (row.getInt(1) < OLDEST)
                throw new CannotStart(
                        Code.DATABASE_TOO_OLD,
                        "The database at %s is PostgreSQL %s.".formatted(access.jdbcUrl(), row.getString(2)),
                        "Chargehand needs PostgreSQL 15 or newer.");
            return access;
        } catch (SQLException e) {
            throw new CannotStart(
                    Code.DATABASE_UNREACHABLE,
                    "The database of CHARGEHAND_DATABASE_URL can't be used: %s".formatted(e.getMessage()),
                    "See that it runs, and that address, user and password are right; without the variable, Chargehand"
                            + " starts its own.",
                    e);
        }
    }

    /// Does something with the database of a folder, whether a server runs on it or not: with the one that runs, or
    /// with one that is started for it and stopped afterwards.
    ///
    /// @param url of another PostgreSQL; null or blank for the folder's own
    public static <T> T use(Path path, @Nullable String url, Function<DatabaseAccess, T> work) {
        if (url != null && !url.isBlank()) return work.apply(checked(DatabaseUrl.parse(url)));
        try (var database = open(path, null)) {
            return work.apply(database.access());
        } catch (CannotStart why) {
            if (why.code() != Code.FOLDER_IN_USE) throw why;
            return work.apply(readAccess(DataFolder.at(path)));
        }
    }

    private static DatabaseAccess readAccess(DataFolder folder) {
        try {
            var known = PrivateFiles.read(folder.access());
            return new DatabaseAccess(
                    known.getProperty("url", ""), known.getProperty("user", ""), known.getProperty("password", ""));
        } catch (IOException e) {
            throw folder.notWritable(e);
        }
    }

    private void writeAccess() throws IOException {
        PrivateFiles.write(
                folder.access(), Map.of("url", access.jdbcUrl(), "user", access.user(), "password", access.password()));
    }

    public DatabaseAccess access() {
        return access;
    }

    public DataFolder folder() {
        return folder;
    }

    /// False while our own PostgreSQL has died and is not yet back. Of another one nothing is known: true.
    public boolean isReady() {
        return supervisor == null || supervisor.isReady();
    }

    /// The process of our own PostgreSQL; empty if it is another one.
    public OptionalLong pid() {
        return supervisor == null ? OptionalLong.empty() : OptionalLong.of(supervisor.pid());
    }

    /// Writes the server's address into the data folder, for whoever tries to start a second one.
    public void announce(URI address) {
        try {
            lock.announce(address);
        } catch (IOException e) {
            throw folder.notWritable(e);
        }
    }

    /// Stops our own PostgreSQL cleanly and lets go of the folder. Connections should have ended before.
    @Override
    public void close() {
        try {
            if (supervisor != null) supervisor.stop();
        } catch (IOException e) {
            throw folder.notWritable(e);
        } finally {
            close(lock);
        }
    }

    private static void close(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException gone) {
            // The lock ends with this process in any case.
            System.getLogger(Database.class.getName())
                    .log(System.Logger.Level.WARNING, "The data folder''s lock: {0}", gone.getMessage());
        }
    }
}
