package chargehand.server.shared;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// What takes the processor for long while somebody waits for it. It is worked out once for all who ask for the same
/// meanwhile, one after the other and by a thread of the system's: a request's own thread is virtual, and a few of
/// those
/// that only compute let no other request have its turn.
///
/// @param <K> what is asked for
/// @param <V> what comes of it
public final class Awaited<K, V> implements AutoCloseable {
    private final Map<K, CompletableFuture<V>> coming = new ConcurrentHashMap<>();
    private final ExecutorService worker;

    /// @param name of the thread
    public Awaited(String name) {
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// @param work is not called if the same is already asked for
    /// @return what `work` returns; what it throws is thrown to all who wait for it
    public V get(K key, Supplier<V> work) {
        var mine = new CompletableFuture<V>();
        var theirs = coming.putIfAbsent(key, mine);
        if (theirs == null) worker.execute(() -> complete(key, mine, work));
        try {
            return (theirs == null ? mine : theirs).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    private void complete(K key, CompletableFuture<V> result, Supplier<V> work) {
        try {
            var worked = work.get();
            coming.remove(key, result);
            result.complete(worked);
        } catch (Throwable failed) {
            coming.remove(key, result);
            result.completeExceptionally(failed);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
