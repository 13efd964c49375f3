package chargehand.server.increments;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.increments.Deck.Item;
import chargehand.server.increments.Increment.Commitment;
import chargehand.server.increments.Increment.Review;
import chargehand.server.increments.Increment.Taken;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Seen;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done with increments.
@Service
class IncrementEditing {
    private static final int LONGEST_GOAL = 300;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_DAYS = 28;

    private final Increments increments;
    private final IncrementReading reading;
    private final Decks decks;
    private final Boards boards;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    IncrementEditing(
            Increments increments,
            IncrementReading reading,
            Decks decks,
            Boards boards,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.increments = increments;
        this.reading = reading;
        this.decks = decks;
        this.boards = boards;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Increment plan(Caller caller, UUID project, IncrementWrite written) {
        decks.of(project);
        var increment = new Increment(
                Ids.next(clock),
                project,
                increments.nextNumber(project),
                line(written.goal()),
                written.starts(),
                written.ends(),
                null,
                null,
                1);
        check(increment);
        store(caller, increment, "increment-planned");
        return increment;
    }

    private void check(Increment increment) {
        long days = ChronoUnit.DAYS.between(increment.starts(), increment.ends()) + 1;
        if (days < 1 || days > MOST_DAYS)
            throw Problem.invalid(
                            "ends", "An increment has one day to four weeks; this would have %d days.".formatted(days))
                    .hint("Let it end at most 27 days after it starts.");
        for (var other : increments.of(increment.project())) {
            if (other.id().equals(increment.id())
                    || other.isOver()
                    || increment.starts().isAfter(other.ends())
                    || other.starts().isAfter(increment.ends())) continue;
            throw Problem.invalid(
                            "starts",
                            "Increment %d goes from %s to %s.".formatted(other.number(), other.starts(), other.ends()))
                    .hint("Let this one start when that one has ended, or change that one first.");
        }
    }

    private void store(Caller caller, Increment increment, String action) {
        if (!increments.put(increment)) throw Version.outdated(increment.version());
        tell(caller, increment, action, Map.of("number", increment.number()));
    }

    private void tell(Caller caller, Increment increment, String action, Map<String, Object> detail) {
        var project = increment.project();
        audit.record(caller, action, "increment", increment.id(), project, detail);
        events.publish("board", project, boards.touch(project), caller.account(), EventScope.project(project));
    }

    private Increment known(UUID project, UUID id, long version) {
        var increment = reading.find(project, id);
        if (increment.version() != version) throw Version.outdated(increment.version());
        if (increment.isOver())
            throw Problem.of(
                            409,
                            "increment-over",
                            "This increment is over",
                            "Increment %d was reviewed, and stays as it is.".formatted(increment.number()))
                    .hint("Plan the next one.");
        return increment;
    }

    @Transactional
    Increment change(Caller caller, UUID project, UUID id, IncrementWrite written, long version) {
        var before = known(project, id, version);
        var increment = new Increment(
                id,
                project,
                before.number(),
                line(written.goal()),
                written.starts(),
                written.ends(),
                before.commitment(),
                null,
                version + 1);
        check(increment);
        store(caller, increment, "increment-changed");
        return increment;
    }

    /// One that nobody has committed to.
    @Transactional
    void remove(Caller caller, UUID project, UUID id, long version) {
        var increment = known(project, id, version);
        if (increment.commitment() != null)
            throw Problem.invalid("increment", "The team has committed to it.").hint("Review it: then it is over.");
        increments.remove(id);
        tell(caller, increment, "increment-removed", Map.of("number", increment.number()));
    }

    /// What it takes on from now on, whole. What another increment has that isn't over leaves that one.
    @Transactional
    Increment take(Caller caller, UUID project, UUID id, Collection<String> tasks, long version) {
        var before = known(project, id, version);
        var deck = decks.of(project);
        var wanted = new LinkedHashSet<>(tasks);
        for (var each : wanted)
            if (deck.item(each).isEmpty())
                throw Problem.invalid("tasks", "There is no task “%s” to take on.".formatted(each));
        var has = now(increments.taken(project).getOrDefault(id, List.of()));
        var gone = has.stream().filter(each -> !wanted.contains(each)).toList();
        var coming = new LinkedHashSet<>(wanted);
        coming.removeAll(has);
        leaveOthers(deck, before, coming);
        var at = now();
        increments.letGo(before, gone, at);
        increments.take(before, coming, at, caller.name());
        var increment = with(before, before.commitment(), null);
        if (!increments.put(increment)) throw Version.outdated(before.version());
        tell(
                caller,
                increment,
                "increment-scope-changed",
                Map.of("number", increment.number(), "added", coming.size(), "removed", gone.size()));
        return increment;
    }

    private static Set<String> now(List<Taken> taken) {
        return taken.stream()
                .filter(each -> each.until() == null)
                .map(Taken::task)
                .collect(Collectors.toSet());
    }

    private void leaveOthers(Deck deck, Increment increment, Set<String> coming) {
        var taken = increments.taken(increment.project());
        for (var other : increments.of(increment.project())) {
            if (other.id().equals(increment.id())) continue;
            var shared = new HashSet<>(now(taken.getOrDefault(other.id(), List.of())));
            shared.retainAll(coming);
            if (shared.isEmpty()) continue;
            if (other.isOver()) {
                var item = deck.item(shared.iterator().next()).orElseThrow();
                throw Problem.invalid(
                        "tasks",
                        "“%s” was done in increment %d.".formatted(item.task().name(), other.number()));
            }
            increments.letGo(other, shared, now());
        }
    }

    private static Increment with(Increment before, @Nullable Commitment commitment, @Nullable Review review) {
        return new Increment(
                before.id(),
                before.project(),
                before.number(),
                before.goal(),
                before.starts(),
                before.ends(),
                commitment,
                review,
                before.version() + 1);
    }

    /// The team means to do what it takes on. What comes and goes from now on is a change of its scope.
    @Transactional
    Increment commit(Caller caller, UUID project, UUID id, long version) {
        var before = known(project, id, version);
        if (before.commitment() != null) return before;
        var deck = decks.of(project);
        var items = reading.taken(deck, id);
        if (items.isEmpty())
            throw Problem.invalid("tasks", "There is nothing in it yet.").hint("Take on some tasks first.");
        double chance = reading.odds(deck).allBy(items, before.ends()).both();
        var increment = with(before, new Commitment(now(), caller.name(), chance), null);
        store(caller, increment, "increment-committed");
        return increment;
    }

    /// It is over. What isn't done goes into another one, or back to the backlog.
    ///
    /// @param next where it goes, or null
    @Transactional
    Increment review(
            Caller caller,
            UUID project,
            UUID id,
            @Nullable String text,
            @Nullable String learnt,
            @Nullable UUID next,
            long version) {
        var before = known(project, id, version);
        var deck = decks.of(project);
        var left = reading.taken(deck, id).stream()
                .filter(each -> !each.done())
                .map(Item::id)
                .toList();
        increments.letGo(before, left, now());
        if (next != null) {
            var other = reading.find(project, next);
            if (other.isOver() || other.id().equals(id))
                throw Problem.invalid("next", "Increment %d takes nothing on any more.".formatted(other.number()));
            increments.take(other, left, now(), caller.name());
        }
        var review = new Review(now(), caller.name(), text("review", text), text("learnt", learnt));
        var increment = with(before, before.commitment(), review);
        store(caller, increment, "increment-reviewed");
        return increment;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String line(@Nullable String written) {
        var line = seen(written).replaceAll("\\s+", " ").strip();
        if (line.isEmpty() || line.length() > LONGEST_GOAL)
            throw Problem.invalid("goal", "A goal has 1 to %d characters.".formatted(LONGEST_GOAL))
                    .hint("Say in a sentence what will be different afterwards.");
        return line;
    }

    private static String text(String field, @Nullable String written) {
        var text = seen(written).strip();
        if (text.length() > LONGEST_TEXT)
            throw Problem.invalid(field, "It has %,d characters at most.".formatted(LONGEST_TEXT));
        return text;
    }

    private static String seen(@Nullable String written) {
        return written == null ? "" : Seen.of(written);
    }
}
