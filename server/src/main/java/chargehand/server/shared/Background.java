package chargehand.server.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;

/// Threads for what nobody waits for: they get the processor when those who answer somebody leave it. The JVM heeds
/// priorities of threads on no Linux, so the system is asked; where it can't be, they are threads like others.
public final class Background {
    private static final Path SELF = Path.of("/proc/thread-self");
    /// A tenth of what a thread of the usual niceness gets (Linux, `sched_prio_to_weight`).
    private static final int NICE = 10;

    private Background() {}

    /// @return makes threads of that name that don't keep the server running
    public static ThreadFactory threads(String name) {
        return work -> {
            var thread = new Thread(
                    () -> {
                        giveWay();
                        work.run();
                    },
                    name);
            thread.setDaemon(true);
            return thread;
        };
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
