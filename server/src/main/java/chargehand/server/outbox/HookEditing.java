package chargehand.server.outbox;

import chargehand.server.identity.Caller;
import chargehand.server.identity.IdentityChanged;
import chargehand.server.outbox.Hook.Call;
import chargehand.server.outbox.Hook.Whose;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Webhooks of a project, of the whole company, or of one account.
@Service
class HookEditing {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 80;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Hooks hooks;
    private final HookCalls calls;
    private final HookAddresses addresses;
    private final HookTelling telling;
    private final HookSending sending;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HookEditing(
            Hooks hooks,
            HookCalls calls,
            HookAddresses addresses,
            HookTelling telling,
            HookSending sending,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hooks = hooks;
        this.calls = calls;
        this.addresses = addresses;
        this.telling = telling;
        this.sending = sending;
        this.events = events;
        this.clock = clock;
    }

    /// @param hears null: of everything
    record Wanted(@Nullable String name, @Nullable List<Notice.Kind> hears, boolean paused) {}

    List<Hook> of(Whose whose) {
        return hooks.of(whose);
    }

    Hook find(Whose whose, UUID id) {
        return hooks.find(id).filter(each -> each.whose().equals(whose)).orElseThrow(Problem::notFound);
    }

    /// @param secret of its own, or null: one is made
    @Transactional
    Hook add(Caller caller, Whose whose, Hook.Kind kind, String address, @Nullable String secret, Wanted wanted) {
        addresses.check(address);
        if (hooks.of(whose).size() >= MOST)
            throw Problem.invalid("address", "There are %d of them already.".formatted(MOST));
        var hook = new Hook(
                Ids.next(clock),
                whose,
                kind,
                name(wanted),
                address.strip(),
                kind == Hook.Kind.signed ? secret(secret) : null,
                hears(whose, wanted),
                wanted.paused(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.name());
        hooks.insert(hook);
        done(caller, hook, "hook-added");
        return hook;
    }

    private static String name(Wanted wanted) {
        var name = wanted.name() == null
                ? ""
                : wanted.name().replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw Problem.invalid("name", "It has a name of at most %d characters.".formatted(LONGEST_NAME));
        return name;
    }

    private static Set<Notice.Kind> hears(Whose whose, Wanted wanted) {
        var hears = new LinkedHashSet<>(wanted.hears() == null ? whose.hearable() : wanted.hears());
        if (hears.isEmpty() || !whose.hearable().containsAll(hears))
            throw Problem.invalid("hears", "It hears of at least one thing, and of nothing about persons alone.");
        return hears;
    }

    private static String secret(@Nullable String given) {
        if (given == null || given.isBlank()) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        if (given.length() < 16 || given.length() > 200 || !given.matches("[\\x21-\\x7e]+"))
            throw Problem.invalid("secret", "It has 16 to 200 letters, digits and signs, without blanks.");
        return given;
    }

    @Transactional
    Hook change(Caller caller, Whose whose, UUID id, Wanted wanted) {
        var known = find(whose, id);
        var hook = new Hook(
                id,
                whose,
                known.kind(),
                name(wanted),
                known.address(),
                known.secret(),
                hears(whose, wanted),
                wanted.paused(),
                known.madeAt(),
                known.madeBy());
        hooks.put(hook);
        done(caller, hook, "hook-changed");
        return hook;
    }

    /// With what waits for it.
    @Transactional
    void remove(Caller caller, Whose whose, UUID id) {
        var hook = find(whose, id);
        hooks.remove(id);
        done(caller, hook, "hook-removed");
    }

    /// Called at once; what came of it is the answer.
    Call tryOut(Caller caller, Whose whose, UUID id) {
        var hook = find(whose, id);
        var call = telling.trial(hook);
        calls.insert(call);
        done(caller, hook, "hook-tried");
        sending.make(call);
        return calls.find(call.id()).orElseThrow(Problem::notFound);
    }

    @Transactional
    void again(Caller caller, Whose whose, UUID id, UUID call) {
        var hook = find(whose, id);
        if (!calls.again(id, call, clock.instant())) throw Problem.notFound();
        done(caller, hook, "hook-call-again");
    }

    private void done(Caller caller, Hook hook, String action) {
        var detail =
                Map.<String, Object>of("name", hook.name(), "kind", hook.kind().name());
        events.publishEvent(new IdentityChanged(
                caller, action, "hook", hook.id(), hook.whose().project(), null, detail));
    }
}
