package chargehand.server.delivery;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.Accountables;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people are told of a change: whoever answers for the project, the client, whoever asked, and
/// those whose work moves.
@Component
class ChangeLetters {
    private final Notices notices;
    private final Recipients recipients;
    private final Projects projects;
    private final Accountables accountables;
    private final Clock clock;

    ChangeLetters(Notices notices, Recipients recipients, Projects projects, Accountables accountables, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.projects = projects;
        this.accountables = accountables;
        this.clock = clock;
    }

    void asked(Caller by, ChangeRequest change) {
        var project = project(change);
        tell(
                by,
                change,
                answering(change),
                words -> letter(words, "change.asked", change, project, by, List.of(), ours(change)));
    }

    private Project project(ChangeRequest change) {
        return projects.find(change.project()).orElseThrow();
    }

    private Set<UUID> answering(ChangeRequest change) {
        return new LinkedHashSet<>(accountables.answering(change.project(), clock.instant()));
    }

    private void tell(
            Caller by,
            ChangeRequest change,
            Collection<UUID> accounts,
            java.util.function.Function<LetterWords, Letter> letter) {
        var others =
                accounts.stream().filter(each -> !each.equals(by.account())).toList();
        notices.tell(others, new Occasion(Kind.CHANGE, change.project(), false, by.account()), letter);
    }

    private static String ours(ChangeRequest change) {
        return "/projects/%s/changes".formatted(change.project());
    }

    private static Letter letter(
            LetterWords words,
            String kind,
            ChangeRequest change,
            Project project,
            Caller by,
            List<Line> lines,
            String path) {
        Object[] values = {
            "project",
            project.name(),
            "title",
            change.title(),
            "name",
            by.name(),
            "wish",
            change.wish(),
            "reason",
            Objects.requireNonNullElse(change.reason(), "")
        };
        return new Letter(
                words.say(kind + ".subject", values),
                words.say(kind + ".lead", values),
                lines,
                path,
                words.say(kind + ".act", values));
    }

    void offered(Caller by, ChangeRequest change, Offer offer) {
        var project = project(change);
        tell(
                by,
                change,
                recipients.clientsOf(change.project()),
                words -> letter(words, "change.offered", change, project, by, terms(words, offer.terms()), "/portal"));
    }

    /// Each date with what it is without the change, and the price.
    private static List<Line> terms(LetterWords words, Offer.Terms terms) {
        var zone = ZoneId.of(terms.zone());
        var lines = new ArrayList<Line>();
        for (var each : terms.dates())
            lines.add(new Line(
                    each.task() == null ? words.say("change.date") : words.say("change.promise", "name", each.name()),
                    moves(words, each.likely(), each.likelyWas(), zone)));
        var price = terms.price();
        if (price != null) lines.add(new Line(words.say("change.price"), Price.shown(price.amount(), language(words))));
        return lines;
    }

    private static Locale language(LetterWords words) {
        return words == LetterWords.in("de") ? Locale.GERMANY : Locale.UK;
    }

    private static String moves(LetterWords words, Instant now, @Nullable Instant was, ZoneId zone) {
        var day = words.day(OfferDates.day(now, zone));
        var before = was == null ? day : words.day(OfferDates.day(was, zone));
        return day.equals(before)
                ? words.say("change.stays", "now", day)
                : words.say("change.moves", "now", day, "was", before);
    }

    /// Everybody whom it touches, each once: those who work on what moves hear which of it is theirs.
    void signed(Caller by, ChangeRequest change, Offer offer, Map<UUID, List<Moved.Task>> moved) {
        var project = project(change);
        var zone = ZoneId.of(offer.terms().zone());
        moved.forEach((account, tasks) -> tell(
                by,
                change,
                List.of(account),
                words -> letter(words, "change.signed", change, project, by, yours(words, tasks, zone), "/work")));
        var ours = answering(change);
        if (!change.ofClient()) ours.add(change.asked().account());
        ours.removeAll(moved.keySet());
        tell(
                by,
                change,
                ours,
                words ->
                        letter(words, "change.signed", change, project, by, terms(words, offer.terms()), ours(change)));
        tell(
                by,
                change,
                recipients.clientsOf(change.project()),
                words -> letter(words, "change.signed", change, project, by, terms(words, offer.terms()), "/portal"));
    }

    private static List<Line> yours(LetterWords words, List<Moved.Task> tasks, ZoneId zone) {
        return tasks.stream()
                .map(each -> new Line(
                        words.say("change.signed.yours", "task", each.name()),
                        words.say(
                                "change.signed.at",
                                "start",
                                words.day(OfferDates.day(each.start().plusMillis(1), zone)),
                                "finish",
                                words.day(OfferDates.day(each.finish(), zone)))))
                .toList();
    }

    void declined(Caller by, ChangeRequest change) {
        var project = project(change);
        var heard = answering(change);
        if (!change.ofClient()) heard.add(change.asked().account());
        tell(
                by,
                change,
                heard,
                words -> letter(words, "change.declined", change, project, by, List.of(), ours(change)));
    }

    /// To whoever asked.
    void refused(Caller by, ChangeRequest change) {
        var project = project(change);
        var path = change.ofClient() ? "/portal" : ours(change);
        tell(
                by,
                change,
                List.of(change.asked().account()),
                words -> letter(words, "change.refused", change, project, by, List.of(), path));
    }

    void outdated(Caller by, ChangeRequest change) {
        var project = project(change);
        tell(
                by,
                change,
                answering(change),
                words -> letter(words, "change.outdated", change, project, by, List.of(), ours(change)));
    }
}
