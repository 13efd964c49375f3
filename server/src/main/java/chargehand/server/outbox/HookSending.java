package chargehand.server.outbox;

import chargehand.server.identity.Recipients;
import chargehand.server.outbox.Hook.Call;
import chargehand.server.outbox.Hook.Call.State;
import chargehand.server.outbox.HookLine.Outcome;
import chargehand.server.shared.Problem;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Calls other programs: one call at a time to each, in order as long as none fails, on whichever node.
///
/// That a call is on its way is stored before anything is said. If the server dies meanwhile, one with a signature is
/// made
/// again under the same id, by which its receiver can tell; a chat can't, so it isn't made again unless a person says
/// so.
@Component
class HookSending {
    private static final Logger LOG = LoggerFactory.getLogger(HookSending.class);
    private static final String HMAC = "HmacSHA256";
    private static final int LANES = 4;
    private static final int GONE = 410;
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final Hooks hooks;
    private final HookCalls calls;
    private final HookAddresses addresses;
    private final Recipients recipients;
    private final Clock clock;
    private final Semaphore lanes = new Semaphore(LANES);
    private volatile boolean stopping;

    HookSending(Hooks hooks, HookCalls calls, HookAddresses addresses, Recipients recipients, Clock clock) {
        this.hooks = hooks;
        this.calls = calls;
        this.addresses = addresses;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT3S", fixedDelayString = "PT1S")
    void round() {
        if (stopping) return;
        calls.settle();
        if (!calls.isAnyDue(clock.instant())) return;
        for (int i = 0; i < LANES && lanes.tryAcquire(); i++)
            Thread.ofVirtual().name("hook").start(this::lane);
    }

    private void lane() {
        try {
            while (!stopping && one()) {}
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Calls wait for the database", away);
        } finally {
            lanes.release();
        }
    }

    /// @return false if nothing is due
    private boolean one() {
        var call = calls.next(clock.instant()).orElse(null);
        if (call == null) return false;
        make(call);
        return true;
    }

    /// Makes one that is stored as being on its way.
    void make(Call call) {
        var hook = hooks.find(call.hook()).orElse(null);
        if (hook == null) return;
        if (isStillTheirs(hook, call)) settle(hook, call);
        else calls.end(call.id(), State.failed, null, "unseen");
    }

    /// Somebody's own hears nothing about what they may not see any more.
    private boolean isStillTheirs(Hook hook, Call call) {
        var account = hook.whose().account();
        if (account == null) return true;
        boolean here = !recipients.of(List.of(account)).isEmpty();
        return here && (call.project() == null || recipients.sees(account, call.project()));
    }

    private void settle(Hook hook, Call call) {
        try {
            switch (HookLine.post(addresses.check(hook.address()), headers(hook, call), call.body())) {
                case Outcome.Answered answer
                when answer.isTaken() -> calls.end(call.id(), State.sent, answer.status(), null);
                case Outcome.Answered(int status)
                when status == GONE -> calls.end(call.id(), State.failed, status, "refused");
                case Outcome.Answered(int status) -> again(call, status, status / 100 == 3 ? "redirected" : "refused");
                case Outcome.Unreached(var code) -> again(call, null, code);
                case Outcome.Unsure(var code) -> {
                    if (hook.kind() == Hook.Kind.chat) calls.end(call.id(), State.unsure, null, code);
                    else again(call, null, code);
                }
            }
        } catch (Problem notThere) {
            again(call, null, notThere.code());
        }
    }

    private Map<String, String> headers(Hook hook, Call call) {
        if (hook.secret() == null) return Map.of();
        var at = Long.toString(clock.instant().getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Chargehand-Event", call.event());
        headers.put("X-Chargehand-Delivery", call.id().toString());
        headers.put("X-Chargehand-Timestamp", at);
        headers.put("X-Chargehand-Signature", "sha256=" + signature(hook.secret(), at + "." + call.body()));
        return headers;
    }

    /// Over the time, too, so that nobody can say later what was said once.
    static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void again(Call call, @Nullable Integer status, String trouble) {
        var next = call.isTrial() ? null : next(call);
        if (next == null) calls.end(call.id(), State.failed, status, trouble);
        else calls.later(call.id(), next, status, trouble);
    }

    /// Twice as long each time, for three days; null if it is enough.
    private @Nullable Instant next(Call call) {
        var pause = FIRST_PAUSE;
        var waited = Duration.ZERO;
        for (int i = 1; i < call.tries(); i++) {
            waited = waited.plus(pause);
            pause = pause.multipliedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        }
        return waited.compareTo(PATIENCE) > 0 ? null : clock.instant().plus(pause);
    }

    /// What is being said is said to its end.
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        quiet();
    }

    /// Waits until nobody is saying anything, for five seconds at most.
    void quiet() throws InterruptedException {
        if (lanes.tryAcquire(LANES, 5, TimeUnit.SECONDS)) lanes.release(LANES);
    }
}
