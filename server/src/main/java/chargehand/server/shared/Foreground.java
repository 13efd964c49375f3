package chargehand.server.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The requests that somebody waits for. Work in the background steps aside for them every few milliseconds: threads of
/// lower priority do not do, since a collection of garbage waits for those as well.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Foreground extends OncePerRequestFilter {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    private final AtomicInteger waiting = new AtomicInteger();

    /// Returns once nobody waits, or after 60 ms: a server that is never quiet has work in the background done, too.
    public void stepAside() {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (waiting.get() > 0
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) LockSupport.parkNanos(STEP_NANOS);
    }

    /// Streams of events wait for nothing: they count until they have begun.
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        waiting.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
