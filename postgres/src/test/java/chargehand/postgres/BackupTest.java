package chargehand.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/// What a backup holds is what was there: every table is compared by its content.
class BackupTest {
    private static final String FIRST = """
            create schema staff;
            create schema works;
            create table staff.person (
              id uuid primary key, name text not null, lead uuid references staff.person (id), photo bytea,
              skills text[], week jsonb, team int, shout text generated always as (upper(name)) stored);
            create table staff.team (id int generated always as identity primary key, head uuid references staff.person);
            alter table staff.person add foreign key (team) references staff.team (id);
            create table works.note (seq bigserial primary key, person uuid references staff.person on delete cascade,
              text text, at timestamptz, amount numeric(20, 4), ok boolean);
            create function works.never() returns trigger language plpgsql as $$
              begin raise exception 'append only'; end $$;
            create trigger never before update or delete on works.note for each row execute function works.never();
            create trigger greeted before insert on works.note for each row when (new.text = 'forbidden')
              execute function works.never();
            insert into works.note (text) values ('a first row that the step itself makes');
            """;

    @TempDir
    Path folder;

    private DatabaseAccess database = new DatabaseAccess("", "", "");
    private Path file = Path.of("all.zip");

    @BeforeEach
    void fillADatabase() throws Exception {
        file = folder.resolve("all.zip");
        database = TestDatabases.empty();
        execute(database, FIRST, """
                alter table works.note disable trigger greeted;
                insert into staff.person (id, name, photo, skills, week) values
                  ('00000000-0000-7000-8000-000000000001', E'Ada\\t\\\\N "x"\\n', '\\x00ff5c', '{a,"b,c",NULL}', '{"monday":[1]}'),
                  ('00000000-0000-7000-8000-000000000002', 'Bram', null, null, null);
                update staff.person set lead = '00000000-0000-7000-8000-000000000002' where name <> 'Bram';
                insert into staff.team (head) select id from staff.person;
                update staff.person set team = (select min(id) from staff.team);
                insert into works.note (person, text, at, amount, ok)
                  select '00000000-0000-7000-8000-000000000001', case n when 7 then 'forbidden' else 'note ' || n end,
                    '2027-03-28 01:59:59.123456+00'::timestamptz + n * interval '1 hour', n / 7.0, n % 2 = 0
                  from generate_series(1, 500) n;
                alter table works.note enable trigger greeted;
                """);
    }

    @Test
    void bringsBackEveryTableIntoAnEmptyDatabase() throws Exception {
        var before = content(database);
        var written = backup().write(database, file);
        var empty = TestDatabases.empty();

        var restored = restore().read(file, empty);

        assertEquals(3, written.tables());
        assertEquals(505, written.rows());
        assertEquals(written, restored);
        assertEquals(before, content(empty));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void bringsBackWhatWasChangedAndGoesOnCountingWhereItStood() throws Exception {
        var before = content(database);
        backup().write(database, file);
        execute(
                database,
                "truncate works.note",
                "alter table works.note add column later text",
                "create table staff.new ()");

        restore().read(file, database);

        assertEquals(before, content(database));
        execute(database, "insert into works.note (text) values ('next')", "insert into staff.team default values");
        assertEquals("502", one(database, "select max(seq) from works.note"));
        assertEquals("3", one(database, "select max(id) from staff.team"));
    }

    @Test
    void keepsRulesAndGuardsOfTheTables() throws Exception {
        backup().write(database, file);
        var empty = TestDatabases.empty();

        restore().read(file, empty);

        assertThrows(SQLException.class, () -> execute(empty, "update works.note set text = 'other'"));
        assertThrows(
                SQLException.class, () -> execute(empty, "insert into staff.team (head) values (gen_random_uuid())"));
    }

    @Test
    void showsOneMomentWhileOthersWrite() throws Exception {
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("insert into works.note (text) values ('not yet confirmed')");
            }

            assertEquals(505, backup().write(database, file).rows());
        }
    }

    @Test
    void tellsServersThatListen() throws Exception {
        backup().write(database, file);
        try (var listener = database.connect()) {
            try (var statement = listener.createStatement()) {
                statement.execute("listen " + Restore.CHANNEL);
            }

            restore().read(file, database);

            var heard = listener.unwrap(PGConnection.class).getNotifications(10_000);
            assertEquals(1, heard.length);
        }
    }

    @Test
    void replacesNoFile() throws Exception {
        Files.writeString(file, "the only good one");

        assertSays(Code.BACKUP_FILE_EXISTS, () -> backup().write(database, file));

        assertEquals("the only good one", Files.readString(file));
    }

    @Test
    void leavesNoHalfFileWhereItCanNotWrite() {
        assertSays(Code.FOLDER_NOT_WRITABLE, () -> backup().write(database, folder.resolve("nowhere/all.zip")));
    }

    @Test
    void refusesADamagedFileAndChangesNothing() throws Exception {
        backup().write(database, file);
        var before = content(database);

        change(file, "/data/works.note.tsv", text -> text.replace("note 9", "note 8"));
        assertSays(Code.BACKUP_DAMAGED, () -> restore().read(file, database));
        change(file, "/data/works.note.tsv", null);
        assertSays(Code.BACKUP_DAMAGED, () -> restore().read(file, database));
        change(file, "/manifest.json", text -> text.substring(9));
        assertSays(Code.BACKUP_DAMAGED, () -> restore().read(file, database));
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0});
        assertSays(Code.BACKUP_DAMAGED, () -> restore().read(file, database));

        assertEquals(before, content(database));
    }

    @Test
    void refusesABackupOfANewerVersion() throws Exception {
        backup().write(database, file);

        change(file, "/manifest.json", text -> text.replace("\"checksum\" : 1", "\"checksum\" : 2"));
        assertSays(Code.BACKUP_OF_NEWER_VERSION, () -> restore().read(file, database));
        change(file, "/manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2"));
        assertSays(Code.BACKUP_OF_NEWER_VERSION, () -> restore().read(file, database));
    }

    @Test
    void takesAllBackWhenSomethingFailsOnTheWay() throws Exception {
        backup().write(database, file);
        execute(database, "insert into works.note (text) values ('since')");
        var before = content(database);
        var failing = new Restore(new Toy() {
            @Override
            public void rebuild(Connection connection, List<Step> steps) throws SQLException {
                super.rebuild(connection, steps);
                run(connection, "alter table works.note add check (seq < 400)");
            }
        });

        assertThrows(CannotStart.class, () -> failing.read(file, database));

        assertEquals(before, content(database));
    }

    private static Backup backup() {
        return new Backup(new Toy(), "0.1.0");
    }

    private static Restore restore() {
        return new Restore(new Toy());
    }

    private static void assertSays(Code code, Runnable trying) {
        var why = assertThrows(CannotStart.class, trying::run);

        assertEquals(code, why.code(), why.getMessage());
        assertFalse(why.getMessage().isBlank());
        assertTrue(why.hint().endsWith("."), why.hint());
    }

    private interface Rewriting {
        String of(String text);
    }

    private static void change(Path zip, String entry, @org.jspecify.annotations.Nullable Rewriting rewriting)
            throws IOException {
        try (var inside = FileSystems.newFileSystem(zip)) {
            var place = inside.getPath(entry);
            if (rewriting == null) Files.delete(place);
            else Files.writeString(place, rewriting.of(Files.readString(place)));
        }
    }

    /// The rows of each table as text, in order.
    private static Map<String, String> content(DatabaseAccess access) throws SQLException {
        var content = new TreeMap<String, String>();
        try (var connection = access.connect()) {
            for (var table : new Catalog(connection, new Toy().schemas(connection)).tables())
                content.put(
                        table.quoted(),
                        one(
                                access,
                                "select string_agg(t::text, E'\\n' order by t::text) from " + table.quoted() + " t"));
        }
        return content;
    }

    private static String one(DatabaseAccess access, String query) throws SQLException {
        try (var connection = access.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void execute(DatabaseAccess access, String... lines) throws SQLException {
        try (var connection = access.connect()) {
            for (var line : lines) run(connection, line);
        }
    }

    private static void run(Connection connection, String line) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }

    /// A database of one step.
    private static class Toy implements Structure {
        @Override
        public List<String> schemas(Connection connection) {
            return List.of("staff", "works");
        }

        @Override
        public List<Step> steps(Connection connection) {
            return List.of(new Step("first", 1));
        }

        @Override
        public boolean knows(Step step) {
            return step.equals(new Step("first", 1));
        }

        @Override
        public void rebuild(Connection connection, List<Step> steps) throws SQLException {
            run(connection, "drop schema if exists staff cascade");
            run(connection, "drop schema if exists works cascade");
            run(connection, FIRST);
        }
    }
}
