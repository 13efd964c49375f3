package chargehand.server.increments;

import chargehand.server.increments.Deck.Item;
import chargehand.server.work.Waits;
import chargehand.server.work.Waits.Wait;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Suggests what an increment takes on: from the backlog in its order, as much as is done by its end
/// with 80 %. What nobody can begin, and what waits for something that isn't taken on, is left out.
@Component
class Suggesting {
    private static final int MOST = 400;
    private static final int MOST_IN_VAIN = 40;

    private final IncrementReading reading;
    private final CardReading cards;
    private final Waits waits;

    Suggesting(IncrementReading reading, CardReading cards, Waits waits) {
        this.reading = reading;
        this.cards = cards;
        this.waits = waits;
    }

    /// @param chance that it and all taken before it are done by the end
    /// @param why it is left out: `late` if that would be under 80 %, `after` if what it waits for is
    ///     left out, or what makes it not ready; null if it is taken
    @Schema(name = "Suggested")
    record Line(
            String task,
            String key,
            String name,
            @Nullable Double chance,
            @Nullable String why) {}

    /// @param chance that all that is taken is done by the end
    @Schema(name = "Suggestion")
    record Suggestion(List<Line> lines, double chance) {}

    Suggestion of(Deck deck, Increment increment) {
        var odds = reading.odds(deck);
        var elsewhere = cards.increments(deck.current.project());
        var waiting = waits.of(deck.current.project()).stream().collect(Collectors.groupingBy(Wait::task));
        var before = deck.openBefore();
        var earlier = earlier(deck, increment, elsewhere);
        var lines = new ArrayList<Line>();
        var chosen = new HashSet<String>();
        int first = (int) odds.before(deck, increment.number());
        int[] lasts = null;
        double chance = 1;
        int inVain = 0;
        for (var item : deck.open().stream().limit(MOST).toList()) {
            if (inVain > MOST_IN_VAIN) break;
            var other = elsewhere.get(item.id());
            if (other != null && !other.equals(increment.id())) continue;
            var why = held(item, waiting.getOrDefault(item.id(), List.of()), before.get(item.id()), chosen, earlier);
            Double its = null;
            if (why == null) {
                var with = latest(lasts, odds.lasts(item));
                its = odds.allBy(with, first + chosen.size() + 1, increment.ends());
                if (its < IncrementReading.LIKELY) why = "late";
                else {
                    lasts = with;
                    chance = its;
                    chosen.add(item.id());
                }
            }
            inVain = why == null ? 0 : inVain + 1;
            lines.add(new Line(item.id(), deck.key(item), item.task().name(), its, why));
        }
        return new Suggestion(lines, chance);
    }

    private static @Nullable String held(
            Item item, List<Wait> waits, @Nullable Set<String> before, Set<String> chosen, Set<String> earlier) {
        var notReady = CardReading.notReady(item, waits);
        if (!notReady.isEmpty()) return notReady.getFirst();
        if (before == null || item.begun()) return null;
        return before.stream().allMatch(each -> chosen.contains(each) || earlier.contains(each)) ? null : "after";
    }

    /// What increments take on that end before this one starts.
    private Set<String> earlier(Deck deck, Increment increment, Map<String, UUID> elsewhere) {
        var before = reading.all(deck.current.project()).stream()
                .filter(each -> each.ends().isBefore(increment.starts()))
                .map(Increment::id)
                .collect(Collectors.toSet());
        return elsewhere.entrySet().stream()
                .filter(each -> before.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static int[] latest(int @Nullable [] before, int[] its) {
        if (before == null) return its;
        var latest = its.clone();
        for (int run = 0; run < latest.length; run++) latest[run] = Math.max(latest[run], before[run]);
        return latest;
    }
}
