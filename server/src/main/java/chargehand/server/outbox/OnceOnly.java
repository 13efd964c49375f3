package chargehand.server.outbox;

import chargehand.server.identity.Callers;
import chargehand.server.identity.Needs;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/// A POST with an `Idempotency-Key` is carried out once, however often it is sent.
///
/// What it changes and its answer are stored in one transaction, which this opens around the whole request: all use
/// cases join it. So after a kill at any moment either both are there, and a repetition gets the answer again, or
/// neither is, and a repetition does the work. Nothing is left behind that would have to be cleaned up, on whichever
/// node it happens. A refusal stores nothing; repeated, it is thought about anew.
///
/// Only for those who are signed in, and not where everybody may come in: a wrong password has to be remembered, which
/// would be taken back with the rest.
@Component
@Order(0)
class OnceOnly extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OnceOnly.class);
    private static final String KEY = "Idempotency-Key";

    private final RequestMappingHandlerMapping endpoints;
    private final Callers callers;
    private final Answers answers;
    private final PlatformTransactionManager transactions;
    private final Problems problems;
    private final List<Beforehand> beforehand;
    /// Each of these requests has a connection from its beginning on, even while it waits for another one's edit of the
    /// same plan. Some are left for those who read.
    private final Semaphore places;

    OnceOnly(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            Callers callers,
            Answers answers,
            PlatformTransactionManager transactions,
            Problems problems,
            List<Beforehand> beforehand,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        endpoints = requestMappingHandlerMapping;
        this.callers = callers;
        this.answers = answers;
        this.transactions = transactions;
        this.problems = problems;
        this.beforehand = beforehand;
        places = new Semaphore(Math.max(1, connections / 2), true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null || !needsSomebody(request);
    }

    private boolean needsSomebody(HttpServletRequest request) {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
            var found = endpoints.getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(Needs.class);
        } catch (Exception noSuchEndpoint) {
            // Whoever is asked next says so in the right words.
            return false;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Before the transaction, for this notes when a session was last used, which others of it would wait for.
        var caller = callers.now(request);
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var key = new RequestKey(caller.get().account(), String.valueOf(request.getHeader(KEY)));
            var asked = Asked.read(request);
            for (var each : beforehand) each.prepare(asked.request(), caller.get());
            once(key, asked, response, chain);
        } catch (Problem refused) {
            problems.write(refused, request, response);
        }
    }

    private void once(RequestKey key, Asked asked, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var made = new ContentCachingResponseWrapper(response);
        Answer again;
        places.acquireUninterruptibly();
        try {
            again = inTransaction(key, asked, made, chain);
        } finally {
            places.release();
        }
        // Nobody is told before it is stored.
        if (again == null) made.copyBodyToResponse();
        else again.replay(response);
    }

    private @Nullable Answer inTransaction(
            RequestKey key, Asked asked, ContentCachingResponseWrapper made, FilterChain chain)
            throws ServletException, IOException {
        var transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        Answer known;
        try {
            known = known(key, asked);
            if (known == null) {
                chain.doFilter(asked.request(), made);
                if (isDone(made)) answers.keep(key, asked.hash(), Answer.of(made));
            }
        } catch (RuntimeException | ServletException | IOException failed) {
            takeBack(transaction);
            throw failed;
        }
        // If something within was taken back but not refused, this says so, and stores nothing.
        if (known != null || isDone(made)) transactions.commit(transaction);
        else takeBack(transaction);
        return known;
    }

    private static boolean isDone(ContentCachingResponseWrapper made) {
        return made.getStatus() / 100 == 2;
    }

    /// Where even this fails the connection is gone, and the database does it by itself.
    private void takeBack(TransactionStatus transaction) {
        try {
            transactions.rollback(transaction);
        } catch (TransactionException gone) {
            LOG.debug("A connection was lost before its transaction was taken back", gone);
        }
    }

    private @Nullable Answer known(RequestKey key, Asked asked) {
        if (!answers.begin(key)) throw inFlight();
        var kept = answers.find(key).orElse(null);
        if (kept == null) return null;
        if (!MessageDigest.isEqual(kept.request(), asked.hash())) throw reused();
        return kept.answer();
    }

    private static Problem inFlight() {
        return Problem.of(
                        409,
                        "request-in-flight",
                        "This is being done already",
                        "A request with the same Idempotency-Key is being carried out at this moment.")
                .hint("Send it again in a second: the answer will be the same.")
                .with("retryAfterSeconds", 1);
    }

    private static Problem reused() {
        return Problem.of(
                        422,
                        "idempotency-key-reused",
                        "This key stands for another request",
                        "The same Idempotency-Key was used for a request with another address or body.")
                .hint("Make up a new key for each request; use it again only to repeat that very request.");
    }
}
