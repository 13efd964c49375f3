package chargehand.server;

import chargehand.postgres.Backup;
import chargehand.postgres.CannotStart;
import chargehand.postgres.CannotStart.Code;
import chargehand.postgres.DataFolder;
import chargehand.postgres.Database;
import chargehand.postgres.Restore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// `backup FILE` and `restore FILE`.
///
/// @param file to write or to read
record BackupCommand(Path file, Path data, PrintStream out) {
    static final String VERSION = "0.1.0";

    /// What libraries have to say is of no use here; what goes wrong is told by the exception.
    private static void silenceLibraries() {
        LoggingSystem.get(BackupCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
    }

    static BackupCommand parse(List<String> arguments, PrintStream out) throws WrongUse {
        Path file = null;
        var data = Path.of("data");
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (argument.equals("--data")) data = Path.of(ServeOptions.value(argument, rest));
            else if (argument.startsWith("--data=")) data = Path.of(argument.substring("--data=".length()));
            else if (argument.startsWith("-")) throw new WrongUse("There is no option %s.".formatted(argument));
            else if (file != null) throw new WrongUse("One file at a time: '%s' or '%s'?".formatted(file, argument));
            else file = Path.of(argument);
        }
        if (file == null) throw new WrongUse("Which file? ./chargehand backup all.zip, for example.");
        return new BackupCommand(file.toAbsolutePath(), data, out);
    }

    void backup() {
        silenceLibraries();
        if (otherDatabase() == null && !DataFolder.exists(data))
            throw new CannotStart(
                    Code.NOTHING_TO_BACK_UP,
                    "There is no data folder %s.".formatted(data.toAbsolutePath()),
                    "Name the server's data folder with --data.");
        long begun = System.nanoTime();
        var backup = new Backup(new Migrations(), VERSION);
        var written = Database.use(data, otherDatabase(), access -> backup.write(access, file));
        say("Backed up", written, begun);
    }

    void restore() {
        silenceLibraries();
        Restore.refuseMissing(file);
        long begun = System.nanoTime();
        var written = Database.use(data, otherDatabase(), access -> {
            var migrations = new Migrations();
            migrations.refuseNewer(access);
            Migrations.migrate(access);
            var restored = new Restore(migrations).read(file, access);
            Migrations.migrate(access);
            return restored;
        });
        say("Restored", written, begun);
    }

    private static @Nullable String otherDatabase() {
        var url = System.getenv(Database.URL_VARIABLE);
        return url == null || url.isBlank() ? null : url;
    }

    private void say(String done, Backup.Written written, long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        out.println(String.format(
                Locale.ENGLISH,
                "%s: %,d rows of %d tables, %.1f MB in %.1f s. File: %s",
                done,
                written.rows(),
                written.tables(),
                size() / 1e6,
                seconds,
                file));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
