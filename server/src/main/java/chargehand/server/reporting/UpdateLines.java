package chargehand.server.reporting;

import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.planning.OwnTask;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Deed;
import chargehand.server.reporting.Update.Promise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of an update in the lines of a letter, as they were released: each date with its chance.
final class UpdateLines {
    private final LetterWords words;
    private final Update update;
    private final Update.Facts facts;
    private final ZoneId zone;
    private final List<Line> lines = new ArrayList<>();

    UpdateLines(LetterWords words, Update update) {
        this.words = words;
        this.update = update;
        facts = update.facts();
        zone = ZoneId.of(facts.zone());
    }

    static @Nullable Deed switchedOn(Update update) {
        return update.released() == null ? null : update.released().switchedOn();
    }

    /// For those whom it is for: with what is theirs, what it does to them and what is wanted from them.
    List<Line> all(List<OwnTask> own) {
        addItself();
        for (var each : own) add(words.say("update.yours", "name", each.name()), days(each));
        facts.promise().ifPresent(this::addPromise);
        for (var each : new ForYou(words, update, words::day).sentences()) add(words.say("update.forYou"), each);
        addOtherDates();
        if (update.audience() == Audience.client)
            for (var each : facts.asked())
                add(
                        words.say("update.wanted"),
                        each.due() == null ? each.what() : each.what() + " · " + words.day(each.due()));
        return lines;
    }

    /// For those who answer for the project.
    List<Line> dates() {
        addItself();
        facts.promise().ifPresent(this::addPromise);
        addOtherDates();
        return lines;
    }

    private void add(String name, String value) {
        lines.add(new Line(name, value));
    }

    private void addItself() {
        var on = switchedOn(update);
        if (on != null) add(words.say("update.byItself"), words.say("update.byItself.on", "name", on.name()));
    }

    private String days(OwnTask task) {
        return words.say(
                "update.yours.days",
                "from",
                UpdateLetters.day(words, task.start(), zone),
                "to",
                UpdateLetters.lastDay(words, task.finish(), zone));
    }

    private void addOtherDates() {
        var first = facts.promise().orElse(null);
        for (var each : facts.promises()) if (each != first) addPromise(each);
        add(
                words.say("update.finish"),
                doneBy(facts.finish().likely(), facts.finish().planned()));
    }

    private void addPromise(Promise promise) {
        var by = UpdateLetters.lastDay(words, promise.by(), zone);
        add(words.say("update.promise", "name", promise.name(), "day", by), kept(promise));
    }

    private String kept(Promise promise) {
        if (promise.kept() != null) return words.say("update.done");
        var done = doneBy(promise.likely(), promise.planned());
        if (promise.chance() == null) return done;
        return done + "; " + words.say("update.chance", "chance", Math.round(promise.chance() * 100));
    }

    private String doneBy(@Nullable Instant likely, Instant planned) {
        return likely == null
                ? words.say("update.planned", "day", UpdateLetters.lastDay(words, planned, zone))
                : words.say("update.likely", "day", UpdateLetters.lastDay(words, likely, zone), "chance", 80);
    }
}
