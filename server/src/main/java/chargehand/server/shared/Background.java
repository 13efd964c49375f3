package chargehand.server.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Threads for what nobody waits for: they get the processor when those who answer somebody leave it. The JVM heeds
/// priorities of threads on no Linux, so the system is asked; where it can't be, they are threads like others.
public final class Background {
    private static final Path SELF = Path.of("/proc/thread-self");
    /// A tenth of what a thread of the usual niceness gets (Linux, `sched_prio_to_weight`).
    private static final int NICE = 10;

    private Background() {}

    /// @return makes threads of that name that don't keep the server running
    public static ThreadFactory threads(String name) {
        return work -> new GivingWay(work, name);
    }

    /// Does at the usual priority what others may have to wait for, as for a lock that it holds: whoever gives way
    /// while holding one lets everybody give way. Where the usual priority is had already, it is simply done.
    ///
    /// @return what `work` returns, once it has; what it throws is thrown
    public static <T extends @Nullable Object> T promptly(Supplier<T> work) {
        if (!(Thread.currentThread() instanceof GivingWay)) return work.get();
        try {
            return CompletableFuture.supplyAsync(work, Thread::startVirtualThread)
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    private static final class GivingWay extends Thread {
        GivingWay(Runnable work, String name) {
            super(
                    () -> {
                        giveWay();
                        work.run();
                    },
                    name);
            setDaemon(true);
        }
    }

    private static void giveWay() {
        try {
            var thread = Files.readSymbolicLink(SELF).getFileName();
            new ProcessBuilder("renice", "-n", String.valueOf(NICE), "-p", String.valueOf(thread))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException unknownHere) {
            // Only slower for others.
        }
    }
}
