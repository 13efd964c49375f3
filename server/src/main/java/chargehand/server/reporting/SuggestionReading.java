package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.planning.TaskKey;
import chargehand.server.reporting.Suggestion.About;
import chargehand.server.reporting.Suggestion.Piece;
import chargehand.server.reporting.SuggestionRows.Answered;
import chargehand.server.reporting.SuggestionRows.Blocked;
import chargehand.server.reporting.SuggestionRows.Closed;
import chargehand.server.reporting.SuggestionRows.Done;
import chargehand.server.reporting.SuggestionRows.HandOver;
import chargehand.server.reporting.SuggestionRows.Pair;
import chargehand.server.work.EarlyWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds what whoever answers for projects might do next about their work: what to clear, whom to thank,
/// which hand-overs wait, and who might sit together. What was answered is not suggested again.
@Service
class SuggestionReading {
    /// Of a kind; who has done these is told the next ones.
    private static final int MOST = 3;

    private static final int SHOWN = 5;
    private static final Duration LATELY = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(14);
    /// So many hand-overs are several.
    private static final int SEVERAL = 3;
    /// So long beside each other is long.
    private static final Duration LONG = Duration.ofDays(4);

    private final SuggestionRows rows;
    private final EarlyWork early;
    private final Clock clock;

    SuggestionReading(SuggestionRows rows, EarlyWork early, Clock clock) {
        this.rows = rows;
        this.early = early;
        this.clock = clock;
    }

    /// For somebody who answers for the projects; nobody is asked to thank themselves.
    @Transactional(readOnly = true)
    List<Suggestion> of(Caller caller, Collection<UUID> projects) {
        if (projects.isEmpty()) return List.of();
        var ids = projects.toArray(UUID[]::new);
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var answered = rows.answered(ids);
        return Stream.of(clearing(ids), thanking(caller, ids, now), handingOver(ids, now), together(ids, now, answered))
                .flatMap(kind -> kind.filter(each -> isOpen(each, answered)).limit(MOST).toList().stream())
                .toList();
    }

    private static boolean isOpen(Suggestion suggestion, Set<Answered> answered) {
        return suggestion.facts().stream()
                .noneMatch(fact -> answered.contains(new Answered(suggestion.project(), suggestion.kind(), fact)));
    }

    /// First what most tasks come after.
    private Stream<Suggestion> clearing(UUID[] ids) {
        var blocked = rows.blocked(ids);
        var waiting = rows.othersAfter(
                blocked.stream().map(Blocked::key).toList(), Collections.nCopies(blocked.size(), null));
        return blocked.stream()
                .map(each -> clear(each, waiting.getOrDefault(each.key(), List.of())))
                .filter(each -> each.about() == About.standsStill || each.count() > 0)
                .sorted(Comparator.comparingInt(Suggestion::count)
                        .reversed()
                        .thenComparing(each -> each.from() == null ? Instant.MAX : each.from()));
    }

    private static Suggestion clear(Blocked blocked, List<Piece> after) {
        boolean need = blocked.need() != null;
        return suggestion(
                need ? About.standsStill : About.inTheWay,
                blocked.project(),
                blocked.task(),
                after,
                after.size(),
                blocked.what(),
                blocked.sees() == null ? List.of() : List.of(blocked.sees()),
                false,
                blocked.at(),
                null,
                List.of(need ? Suggestion.need(blocked.id()) : Suggestion.complication(blocked.id())));
    }

    private static Suggestion suggestion(
            About about,
            UUID project,
            Piece task,
            List<Piece> other,
            int count,
            @Nullable String what,
            List<String> who,
            boolean free,
            @Nullable Instant from,
            @Nullable Instant until,
            List<String> facts) {
        return new Suggestion(
                about.kind,
                about,
                project,
                task.task(),
                task.name(),
                other.stream().limit(SHOWN).toList(),
                count,
                what,
                who,
                free,
                from,
                until,
                facts);
    }

    /// The last first.
    private Stream<Suggestion> thanking(Caller caller, UUID[] ids, Instant now) {
        var since = now.minus(LATELY);
        var all = new ArrayList<Suggestion>();
        for (var each : rows.closed(ids, since)) if (!each.account().equals(caller.account())) all.add(thank(each));
        var done = rows.done(ids, since).stream()
                .filter(each -> !each.person().equals(caller.person()))
                .toList();
        var ahead = ahead(done, now);
        var early = done.stream().filter(each -> ahead.contains(each.key())).toList();
        var waited = rows.othersAfter(
                early.stream().map(Done::key).toList(),
                early.stream().<@Nullable UUID>map(Done::person).toList());
        for (var each : early)
            if (waited.containsKey(each.key())) all.add(thank(each, waited.getOrDefault(each.key(), List.of())));
        return all.stream()
                .sorted(Comparator.comparing(Suggestion::from, Comparator.nullsLast(Comparator.reverseOrder())));
    }

    private Set<TaskKey> ahead(List<Done> done, Instant now) {
        var byPerson = new LinkedHashMap<UUID, Map<TaskKey, Instant>>();
        for (var each : done)
            byPerson.computeIfAbsent(each.person(), any -> new LinkedHashMap<>())
                    .put(each.key(), each.started());
        var ahead = new HashSet<TaskKey>();
        byPerson.forEach((person, begun) -> ahead.addAll(early.of(person, begun, now)));
        return ahead;
    }

    private static Suggestion thank(Closed closed) {
        return suggestion(
                About.closedInTime,
                closed.project(),
                closed.task(),
                List.of(),
                0,
                closed.what(),
                List.of(closed.by()),
                false,
                closed.closed(),
                null,
                List.of(Suggestion.complication(closed.id())));
    }

    private static Suggestion thank(Done done, List<Piece> waited) {
        return suggestion(
                About.early,
                done.project(),
                done.task(),
                waited,
                waited.size(),
                null,
                List.of(done.name()),
                false,
                done.finished(),
                null,
                List.of(Suggestion.task(done.task().task())));
    }

    private Stream<Suggestion> handingOver(UUID[] ids, Instant now) {
        return Stream.concat(
                rows.handOversOpen(ids, now).stream().map(SuggestionReading::handOver),
                rows.notTakenUp(ids, now).stream().map(SuggestionReading::handOver));
    }

    private static Suggestion handOver(HandOver open) {
        return suggestion(
                open.need() == null ? About.notTakenUp : About.handOverOpen,
                open.project(),
                open.task(),
                List.of(open.before()),
                1,
                open.what(),
                open.next(),
                open.free(),
                open.done(),
                null,
                List.of(open.need() == null ? Suggestion.task(open.task().task()) : Suggestion.need(open.need())));
    }

    /// Those first who hand over most. What was answered counts no more, so that only new hand-overs
    /// suggest it again.
    private Stream<Suggestion> together(UUID[] ids, Instant now, Set<Answered> answered) {
        var byTwo = new LinkedHashMap<Two, List<Pair>>();
        for (var each : rows.pairs(ids, now, now.plus(AHEAD))) {
            var fact = Suggestion.handOver(each.before().task(), each.after().task());
            if (!answered.contains(new Answered(each.project(), Suggestion.Kind.together, fact)))
                byTwo.computeIfAbsent(new Two(each.project(), each.one(), each.other()), any -> new ArrayList<>())
                        .add(each);
        }
        return byTwo.entrySet().stream()
                .flatMap(each -> together(each.getKey(), each.getValue()).stream())
                .sorted(Comparator.comparingInt(Suggestion::count).reversed());
    }

    private record Two(UUID project, String one, String other) {}

    private static List<Suggestion> together(Two two, List<Pair> all) {
        var handOvers = all.stream().filter(each -> !each.together()).distinct().toList();
        if (handOvers.size() >= SEVERAL) return List.of(together(About.handOvers, two, handOvers));
        return all.stream()
                .filter(each -> each.together()
                        && Duration.between(each.from(), each.to()).compareTo(LONG) >= 0)
                .limit(1)
                .map(each -> together(About.sideBySide, two, List.of(each)))
                .toList();
    }

    private static Suggestion together(About about, Two two, List<Pair> pairs) {
        var first = pairs.getFirst();
        var pieces = about == About.sideBySide
                ? List.of(first.after())
                : pairs.stream()
                        .flatMap(each -> Stream.of(each.before(), each.after()))
                        .filter(each -> !each.equals(first.before()))
                        .distinct()
                        .toList();
        return suggestion(
                about,
                two.project(),
                first.before(),
                pieces,
                pairs.size(),
                null,
                List.of(two.one(), two.other()),
                false,
                first.from(),
                pairs.getLast().to(),
                pairs.stream()
                        .map(each -> Suggestion.handOver(
                                each.before().task(), each.after().task()))
                        .limit(SuggestionAnswering.MOST)
                        .toList());
    }
}
