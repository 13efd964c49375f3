package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// As whom PostgreSQL runs. It refuses to run as root, rightly; then it alone becomes somebody else.
sealed interface Privileges {
    /// We are nobody special ourselves.
    record Own() implements Privileges {}

    /// As another user, to whom the folder was handed over.
    record Of(int user, int group) implements Privileges {}

    /// In a user namespace of its own, where root is nobody: for folders which no other user can reach.
    record Namespace() implements Privileges {}

    /// The words that come before the command.
    default List<String> prefix() {
        return switch (this) {
            case Own() -> List.of();
            case Of(var user, var group) ->
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs");
            case Namespace() -> List.of("unshare", "--user");
        };
    }

    default List<String> command(List<String> line) {
        var whole = new ArrayList<>(prefix());
        whole.addAll(line);
        return whole;
    }

    /// Finds out as whom, and hands the folder over.
    ///
    /// @param postgres the folder of PostgreSQL's data, below the data folder; both are handed over
    static Privileges on(DataFolder folder, Path postgres, Programs programs) throws IOException {
        if (!isRoot()) return new Own();
        if (Command.exists("setpriv")) {
            var other = other(folder.top());
            handOver(folder.top(), postgres, other);
            if (reaches(other, postgres, programs)) return other;
            handOver(folder.top(), postgres, new Of(0, 0));
        }
        var namespace = new Namespace();
        if (Command.exists("unshare")
                && Command.run(namespace.command(List.of("true"))).well()) return namespace;
        throw new CannotStart(
                Code.NO_UNPRIVILEGED_USER,
                "PostgreSQL does not run as root, and here it can neither become another user nor get a user namespace.",
                "Start the server as an ordinary user.");
    }

    private static boolean isRoot() throws IOException {
        return Files.exists(Path.of("/proc/self"))
                ? Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    /// Who owns the folder already, else the user `postgres`, else `nobody`.
    private static Of other(Path top) throws IOException {
        var owner = (int) Files.getAttribute(top, "unix:uid");
        if (owner != 0) return new Of(owner, (int) Files.getAttribute(top, "unix:gid"));
        for (var name : List.of("postgres", "nobody")) {
            var user = Command.run(List.of("id", "-u", name));
            var group = Command.run(List.of("id", "-g", name));
            if (user.well() && group.well())
                return new Of(Integer.parseInt(user.output()), Integer.parseInt(group.output()));
        }
        return new Of(65534, 65534);
    }

    private static boolean reaches(Of other, Path postgres, Programs programs) throws IOException {
        return Command.run(other.command(List.of("test", "-w", postgres.toString())))
                        .well()
                && Command.run(other.command(
                                List.of("test", "-x", programs.postgres().toString())))
                        .well();
    }

    /// The data folder itself, without what else is in it, and all that is PostgreSQL's.
    private static void handOver(Path top, Path postgres, Of other) throws IOException {
        give(top, other);
        if (Files.getAttribute(postgres, "unix:uid").equals(other.user())) return;
        Files.walkFileTree(postgres, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) throws IOException {
                // The top comes last: it says that all is done.
                if (!inside.equals(postgres)) give(inside, other);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(Cluster.secrets(postgres))) give(file, other);
                return FileVisitResult.CONTINUE;
            }
        });
        give(postgres, other);
    }

    /// To the user and group; without following a link.
    static void give(Path path, Of other) throws IOException {
        Files.setAttribute(path, "unix:uid", other.user(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", other.group(), LinkOption.NOFOLLOW_LINKS);
    }
}
