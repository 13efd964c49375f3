package chargehand.server.shared;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.springframework.stereotype.Component;

/// Reckoning that nobody waits for, at the lowest priority of the machine: it has what requests leave over.
///
/// Only for what holds neither a lock nor a connection: whoever waits for those would wait for the machine to be idle.
@Component
public class Background {
    private final ForkJoinPool pool =
            new ForkJoinPool(Runtime.getRuntime().availableProcessors(), Background::thread, null, false);

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
        var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("background");
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /// Waits for what it comes to; parallel streams within stay in the background, too.
    ///
    /// @throws java.util.concurrent.CancellationException if the server goes down meanwhile
    /// @throws RuntimeException as the reckoning throws it
    public <T> T reckon(Callable<T> reckoning) {
        return pool.submit(reckoning).join();
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
