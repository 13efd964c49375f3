package chargehand.server.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The newest events, in memory once for all who listen. Who falls so far behind that what comes next has been
/// overwritten is let go.
final class Recent {
    private static final int SIZE = 4096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final @Nullable Heard[] ring = new Heard[SIZE];
    private long count;
    private long lastSeq;
    private boolean closed;

    /// A place in the order, for one listener.
    ///
    /// @param count of events that came before
    /// @param seq of the last of them
    record Place(long count, long seq) {}

    /// What comes after a place.
    sealed interface Next {
        /// Perhaps none, if nothing came in time.
        record Events(List<Heard> events, Place place) implements Next {}

        /// The listener was too slow.
        record Lost() implements Next {}

        /// The server goes down.
        record Closed() implements Next {}
    }

    void startAt(long seq) {
        lock.lock();
        try {
            lastSeq = seq;
        } finally {
            lock.unlock();
        }
    }

    Place place() {
        lock.lock();
        try {
            return new Place(count, lastSeq);
        } finally {
            lock.unlock();
        }
    }

    void add(List<Heard> events) {
        lock.lock();
        try {
            for (var heard : events) {
                long seq = heard.event().seq();
                // Read twice where one who listened before has not ended yet; told once.
                if (seq <= lastSeq) continue;
                ring[(int) (count++ % SIZE)] = heard;
                lastSeq = seq;
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Next after(Place place, long waitMillis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (count == place.count && !closed && left > 0) left = more.awaitNanos(left);
            if (closed) return new Next.Closed();
            if (count - place.count > SIZE) return new Next.Lost();
            var events = new ArrayList<Heard>();
            for (long i = place.count; i < count; i++) {
                var event = ring[(int) (i % SIZE)];
                if (event != null) events.add(event);
            }
            return new Next.Events(events, new Place(count, lastSeq));
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }
}
