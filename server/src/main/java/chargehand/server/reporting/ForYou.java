package chargehand.server.reporting;

import chargehand.server.outbox.LetterWords;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Decision;
import chargehand.server.reporting.Update.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an update does to its audience, in sentences: to clients and officials alone, and in the words of the page.
final class ForYou {
    private final LetterWords words;
    private final Update update;
    private final Function<LocalDate, String> day;
    private final ZoneId zone;

    /// @param day how a day is written
    ForYou(LetterWords words, Update update, Function<LocalDate, String> day) {
        this.words = words;
        this.update = update;
        this.day = day;
        zone = ZoneId.of(update.facts().zone());
    }

    /// What they decide, which of their dates moved, and what the client owes.
    List<String> sentences() {
        return switch (update.audience()) {
            case client -> moved();
            case official -> {
                var all = new ArrayList<String>();
                for (var each : update.facts().toDecide()) all.add(decide(each));
                all.addAll(moved());
                all.addAll(owed());
                yield all;
            }
            case manager, worker -> List.of();
        };
    }

    private String decide(Decision decision) {
        return switch (decision.kind()) {
            case need ->
                decision.day() == null
                        ? words.say("update.forYou.decide", "what", decision.inWords())
                        : words.say(
                                "update.forYou.decide.by",
                                "day",
                                day.apply(decision.day()),
                                "what",
                                decision.inWords());
            case money -> words.say("update.forYou.approve", "what", decision.inWords());
            case accountable -> words.say("update.forYou.accountable");
        };
    }

    private List<String> moved() {
        return update.facts().promises().stream()
                .filter(this::hasMoved)
                .map(this::moved)
                .toList();
    }

    private boolean hasMoved(Promise promise) {
        var was = promise.likelyWas();
        var now = promise.likely();
        return promise.kept() == null
                && was != null
                && now != null
                && !lastDay(was).equals(lastDay(now));
    }

    private String moved(Promise promise) {
        return words.say(
                key(promise),
                "was",
                written(promise.likelyWas()),
                "now",
                written(promise.likely()),
                "by",
                written(promise.by()),
                "chance",
                promise.chance() == null ? 0 : Math.round(promise.chance() * 100),
                "name",
                promise.name());
    }

    private String key(Promise promise) {
        if (update.audience() == Audience.official) return "update.forYou.moved.official";
        var likely = promise.likely();
        boolean within = likely != null && !likely.isAfter(promise.by());
        return within ? "update.forYou.moved.client.before" : "update.forYou.moved.client.after";
    }

    private String written(@Nullable Instant end) {
        return end == null ? "–" : day.apply(lastDay(end));
    }

    /// Midnight belongs to the day before.
    private LocalDate lastDay(Instant end) {
        return LocalDate.ofInstant(end.minusMillis(1), zone);
    }

    private List<String> owed() {
        var owed = new ArrayList<String>();
        for (var each : update.facts().asked())
            if (each.overdue() && each.due() != null)
                owed.add(words.say("update.forYou.owes", "day", day.apply(each.due()), "what", each.what()));
        return owed;
    }
}
