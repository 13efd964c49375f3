package chargehand.server.identity;

import chargehand.server.shared.Problem;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// Which passwords are good enough, and their hashes: bcrypt over SHA-256, since bcrypt alone looks at 72 bytes only.
///
/// Hashing is slow on purpose. It has threads of its own, at most two and never all cores, so that a storm of sign-ins
/// takes nothing from those who are at work.
@Component
class Passwords {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int WAITING = 64;

    private final BCryptPasswordEncoder encoder;
    private final Set<String> common;
    private final ExecutorService threads;
    private final Future<String> nobodys;

    Passwords(@Value("${chargehand.password-strength:11}") int strength) {
        encoder = new BCryptPasswordEncoder(strength);
        common = CommonPasswords.read();
        int most = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);
        threads = new ThreadPoolExecutor(
                most,
                most,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("password-", 1).daemon().factory());
        nobodys = threads.submit(() -> encoder.encode("nobody"));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    void check(String password, String login) {
        var why = weakness(password, login);
        if (why != null)
            throw Problem.of(422, "weak-password", "The password is too easy to guess", why)
                    .hint("Take several words that have nothing to do with each other.")
                    .with("field", "password")
                    .with("shortest", SHORTEST);
    }

    private @Nullable String weakness(String password, String login) {
        if (password.length() < SHORTEST) return "It needs at least %d characters.".formatted(SHORTEST);
        if (password.length() > LONGEST) return "It may have %d characters at most.".formatted(LONGEST);
        var plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(login.toLowerCase(Locale.ROOT))) return "It holds the name that one signs in with.";
        if (plain.chars().distinct().count() < 4) return "It is made of too few different characters.";
        return common.contains(plain) ? "It is one of the passwords that are tried first." : null;
    }

    String hash(String password) {
        return slowly(() -> encoder.encode(digest(password)));
    }

    /// Does the same work whether there is a hash to compare with or not, so that its time tells nothing.
    boolean matches(String password, @Nullable String hash) {
        boolean same = slowly(() -> encoder.matches(digest(password), hash == null ? nobodys.get() : hash));
        return same && hash != null;
    }

    /// Whether a hash was made when less was asked for than today.
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private static String digest(String password) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T slowly(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw Problem.of(503, "busy", "Too many sign in at once", "Nothing is wrong with what was sent.")
                    .hint("Try again in a few seconds.")
                    .with("retryAfterSeconds", 5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
