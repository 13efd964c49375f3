package chargehand.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// For tests, and for nothing else: one PostgreSQL for all tests of a JVM, started at the first call, not durable,
/// gone when the JVM ends; and a new database for whoever asks. Users and rights are as in a real data folder.
///
/// The variable `CHARGEHAND_TEST_DATABASE_URL` names another PostgreSQL to test with, as a user who may make databases
/// and roles; `bin/test` sets it for the run with PostgreSQL 15.
public final class TestDatabases {
    private static final String PASSWORD = "test";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<String> TEMPLATES = new HashSet<>();
    private static @Nullable DatabaseAccess owner;

    /// Fills an empty database, by migrations for example.
    public interface Filling {
        void fill(DatabaseAccess database) throws Exception;
    }

    private TestDatabases() {}

    /// An empty database.
    public static DatabaseAccess empty() {
        return create("template1");
    }

    /// A copy of a database that is filled once and then only copied, which takes about 50 ms.
    ///
    /// @param name of the one that is filled: same name, same content
    public static DatabaseAccess copyOf(String name, Filling filling) {
        return create(template(name, filling));
    }

    private static synchronized String template(String name, Filling filling) {
        var template = "template_%s_%d".formatted(name, ProcessHandle.current().pid());
        if (TEMPLATES.add(template)) {
            try {
                filling.fill(create(template, "template1"));
            } catch (Exception e) {
                TEMPLATES.remove(template);
                throw new IllegalStateException("The template %s can't be filled.".formatted(name), e);
            }
        }
        return template;
    }

    private static DatabaseAccess create(String template) {
        var name = "test_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        return create(name, template);
    }

    private static synchronized DatabaseAccess create(String name, String template) {
        var owner = owner();
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s owner %s template %s".formatted(name, Cluster.USER, template));
        } catch (SQLException e) {
            throw new IllegalStateException("The test database %s can't be made.".formatted(name), e);
        }
        var url = owner.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
        return new DatabaseAccess(url, Cluster.USER, PASSWORD);
    }

    private static DatabaseAccess owner() {
        var known = owner;
        if (known != null) return known;
        var url = System.getenv("CHARGEHAND_TEST_DATABASE_URL");
        try {
            var made = url == null || url.isBlank() ? start() : DatabaseUrl.parse(url);
            try (var connection = made.connect();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        do $$ begin
                          perform pg_advisory_xact_lock(4711);
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login password '%2$s';
                          end if;
                        end $$""".formatted(Cluster.USER, PASSWORD));
            }
            owner = made;
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The PostgreSQL for tests can't be used.", e);
        }
    }

    private static DatabaseAccess start() throws IOException {
        var folder = DataFolder.at(Files.createTempDirectory("chargehand-test"));
        var cluster = Cluster.in(folder, programsHome(), Durability.NONE);
        var supervisor = Supervisor.start(cluster, Durability.NONE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                supervisor.stop();
                PrivateFiles.deleteTree(folder.top());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return cluster.owner(supervisor.port());
    }

    /// Where tests unpack PostgreSQL, once for all of them: `postgres/target` of the repository.
    static Path programsHome() throws IOException {
        var module = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
        var repository = module.resolveSibling("postgres");
        var home = Files.isDirectory(repository) ? repository.resolve("target/programs") : module.resolve("target");
        return Files.createDirectories(home);
    }
}
