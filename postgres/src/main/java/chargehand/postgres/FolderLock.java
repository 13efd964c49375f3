package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Only one server uses a data folder. The lock is the operating system's: it ends with the process, however that
/// ends, so there is no stale one. Who holds it stands in a file beside, since a process that closes the locked file
/// a second time would lose the lock.
final class FolderLock implements AutoCloseable {
    private static final int TRIES = 15;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final DataFolder folder;
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(DataFolder folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Waits a moment for a process that is just ending: one that was killed may hold the lock a little longer.
    ///
    /// @throws CannotStart with [Code#FOLDER_IN_USE], naming the process
    static FolderLock take(DataFolder folder) {
        try {
            var taken = tryTake(folder);
            for (int tried = 0; taken == null && tried < TRIES && !HELD_HERE.contains(folder.top()); tried++) {
                Thread.sleep(PAUSE);
                taken = tryTake(folder);
            }
            if (taken == null) throw inUse(folder);
            taken.announce(null);
            return taken;
        } catch (IOException e) {
            throw folder.notWritable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the data folder.", e);
        }
    }

    private static @Nullable FolderLock tryTake(DataFolder folder) throws IOException {
        // The operating system's lock belongs to the process: within it, we count ourselves.
        if (!HELD_HERE.add(folder.top())) return null;
        FolderLock taken = null;
        try {
            taken = lock(folder);
            return taken;
        } finally {
            if (taken == null) HELD_HERE.remove(folder.top());
        }
    }

    private static @Nullable FolderLock lock(DataFolder folder) throws IOException {
        var options = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var channel = FileChannel.open(folder.lock(), options, PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
        var lock = channel.tryLock();
        if (lock != null) return new FolderLock(folder, channel, lock);
        channel.close();
        return null;
    }

    /// Tells the world who is here.
    ///
    /// @param address of the server's pages, once it has one
    void announce(@Nullable URI address) throws IOException {
        var entries = new HashMap<>(
                Map.of("pid", Long.toString(ProcessHandle.current().pid())));
        if (address != null) entries.put("address", address.toString());
        PrivateFiles.write(folder.holder(), entries);
    }

    private static CannotStart inUse(DataFolder folder) throws IOException {
        var holder = PrivateFiles.read(folder.holder());
        var address = holder.getProperty("address");
        var who = "process " + holder.getProperty("pid", "(unknown)")
                + (address == null ? "" : ", a server at " + address);
        return new CannotStart(
                Code.FOLDER_IN_USE,
                "The data folder %s is in use by %s.".formatted(folder.top(), who),
                "Use that server, stop it first, or name another folder with --data.");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.holder());
        lock.release();
        channel.close();
        HELD_HERE.remove(folder.top());
    }
}
