package chargehand.server.increments;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.increments.Signal.Kind;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes what code hosts tell, if they can sign it: facts about tasks, and what follows for the board
/// and the plan.
@Service
class SignalIntake {
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_TASKS = 50;
    private static final int LONGEST = 300;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signals signals;
    private final Boards boards;
    private final Cards cards;
    private final Decks decks;
    private final BoardEditing editing;
    private final Audit audit;
    private final LiveEvents events;
    private final JsonMapper json;
    private final Clock clock;

    SignalIntake(
            Signals signals,
            Boards boards,
            Cards cards,
            Decks decks,
            BoardEditing editing,
            Audit audit,
            LiveEvents events,
            JsonMapper json,
            Clock clock) {
        this.signals = signals;
        this.boards = boards;
        this.cards = cards;
        this.decks = decks;
        this.editing = editing;
        this.audit = audit;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /// A new secret in place of any before.
    @Transactional
    String renew(Caller caller, UUID project) {
        decks.of(project);
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        signals.put(project, secret, clock.instant(), caller.name());
        audit.record(caller, "signal-source-renewed", "board", project, project, Map.of());
        return secret;
    }

    /// From now on nothing is heard.
    @Transactional
    void remove(Caller caller, UUID project) {
        signals.removeSource(project);
        audit.record(caller, "signal-source-removed", "board", project, project, Map.of());
    }

    /// What a request brings beside its body.
    ///
    /// @param signature in hexadecimal digits, with or without `sha256=` before it
    record Envelope(
            String source,
            @Nullable String event,
            @Nullable String delivery,
            @Nullable String signature) {}

    /// @param tasks the keys of those that it was about
    record Taken(List<String> tasks) {}

    /// @throws Problem 401 for a signature that isn't the secret's; 409 for what was heard before; 413
    ///     for too much
    @Transactional
    Taken take(UUID project, Envelope envelope, byte[] body) {
        if (body.length > MOST_BYTES)
            throw Problem.of(413, "too-large", "That is too much at once", "A signal has 2 MB at most.");
        var signature = verified(project, envelope.signature(), body);
        var event = String.valueOf(shortened(envelope.event()));
        var delivery =
                envelope.delivery() == null || envelope.delivery().length() > 200 ? signature : envelope.delivery();
        if (!signals.heard(project, delivery, signature, event, clock.instant())) throw replayed();
        var heard = HostPayload.read(event, read(body));
        return heard(project, envelope.source(), event, heard);
    }

    /// The same work is done whether there is a secret or not, and the same is said.
    private String verified(UUID project, @Nullable String given, byte[] body) {
        var secret = signals.source(project).map(Signals.Source::secret);
        var expected = hmac(secret.orElse("none"), body);
        var claimed = bytes(given);
        if (!MessageDigest.isEqual(expected, claimed) || secret.isEmpty())
            throw Problem.of(
                            401,
                            "signal-forged",
                            "This signal isn't signed as it should be",
                            "Its signature isn't what the secret of this project makes of its body.")
                    .hint("Set the project's secret at the code host, or renew it here and set the new one there.");
        return HexFormat.of().formatHex(expected);
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(@Nullable String given) {
        if (given == null) return new byte[0];
        try {
            return HexFormat.of().parseHex(given.strip().replaceFirst("^sha256=", ""));
        } catch (IllegalArgumentException noDigits) {
            return new byte[0];
        }
    }

    private static Problem replayed() {
        return Problem.of(
                        409,
                        "signal-replayed",
                        "This was heard before",
                        "A delivery of this id or with this content has come already; nothing is done twice.")
                .hint("Nothing is to be done. A code host that repeats by itself can stop.");
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            throw Problem.of(400, "malformed-json", "That is no JSON", "The body of a signal is JSON.")
                    .hint("Choose application/json as the content type at the code host.");
        }
    }

    private Taken heard(UUID project, String source, String event, List<Heard> all) {
        var board = boards.find(project).orElseThrow(Problem::notFound);
        var deck = decks.of(project);
        var keys = new TreeSet<String>();
        var done = new HashSet<String>();
        for (var each : all) {
            var tasks = tasks(project, board, each);
            if (tasks.isEmpty() && isOfProject(each.kind())) store(project, source, null, each);
            for (var task : tasks) {
                var item = deck.item(task).orElse(null);
                if (item == null || !done.add(each.kind() + " " + task)) continue;
                var signal = store(project, source, task, each);
                keys.add(deck.key(item));
                act(project, board, task, signal);
            }
        }
        var caller = named(source, null);
        audit.record(caller, "signal-heard", "board", project, project, Map.of("event", event, "tasks", keys.size()));
        events.publish("board", project, boards.touch(project), null, EventScope.project(project));
        return new Taken(List.copyOf(keys));
    }

    private static boolean isOfProject(Kind kind) {
        return kind == Kind.released || kind == Kind.deployed || kind == Kind.deployFailed;
    }

    private Set<String> tasks(UUID project, Board board, Heard heard) {
        var named = Pattern.compile("(?i)(?<![A-Z0-9])" + board.prefix() + "-(\\d{1,6})(?!\\d)");
        var numbers = new LinkedHashSet<Integer>();
        for (var text : heard.texts())
            named.matcher(text).results().forEach(each -> numbers.add(Integer.parseInt(each.group(1))));
        var tasks = new LinkedHashSet<String>();
        if (!numbers.isEmpty()) {
            var known = cards.numbered(project, numbers);
            for (var number : numbers) if (known.containsKey(number)) tasks.add(String.valueOf(known.get(number)));
        }
        if (!heard.commits().isEmpty() || heard.branch() != null)
            tasks.addAll(signals.tasksOf(project, heard.commits(), heard.branch(), exceptOf(heard)));
        return tasks.stream().limit(MOST_TASKS).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    /// A commit that names a task on the main branch is no merge of that task.
    private static @Nullable String exceptOf(Heard heard) {
        return heard.kind() == Kind.merged ? heard.ref() : null;
    }

    private Signal store(UUID project, String source, @Nullable String task, Heard heard) {
        var signal = new Signal(
                Ids.next(clock),
                task,
                heard.kind(),
                source,
                shortened(heard.ref()),
                shortened(heard.title()),
                address(heard.url()),
                shortened(heard.who()),
                shortened(heard.commit()),
                clock.instant());
        signals.add(project, signal);
        return signal;
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) return null;
        var seen = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST - 1) + "…";
    }

    /// Only what a browser may follow.
    private static @Nullable String address(@Nullable String url) {
        return url != null && url.matches("https?://\\S{1,500}") ? url : null;
    }

    /// A branch or a commit begins a task, a wanted review puts it where reviews wait, and what is
    /// merged is done, if the board says so. Nothing brings back what is done.
    private void act(UUID project, Board board, String task, Signal signal) {
        var item = decks.of(project).item(task).orElseThrow();
        if (item.done()) return;
        var stands = board.at(item.card().stands(), item.begun(), false);
        var target = switch (signal.kind()) {
            case branch, commit -> item.begun() ? stands : board.first(Stage.work);
            case waits -> board.first(Stage.review);
            case changes -> stands.stage() == Stage.review ? board.first(Stage.work) : stands;
            case merged -> board.mergedDone() ? board.first(Stage.done) : stands;
            case approved, closed, failed, passed, released, deployed, deployFailed -> stands;
        };
        if (!target.equals(stands))
            editing.move(named(signal.source(), signal.who()), project, task, target.id(), true, signal.id());
    }

    private static Caller named(String source, @Nullable String who) {
        var name = who == null || who.isEmpty() ? source : who + " · " + source;
        return new Caller(Caller.SYSTEM.account(), name, null, Caller.SYSTEM.grants());
    }
}
