package chargehand.server.reporting;

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
import chargehand.server.reporting.Update.Audience;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What clients are told when an update is released or a question is answered, and managers when one is asked.
@Component
class UpdateLetters {
    private final Notices notices;
    private final Recipients recipients;
    private final Projects projects;
    private final Accountables accountables;
    private final Clock clock;

    UpdateLetters(Notices notices, Recipients recipients, Projects projects, Accountables accountables, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.projects = projects;
        this.accountables = accountables;
        this.clock = clock;
    }

    /// To the client's people; others read updates where they work.
    void released(Caller by, Update update) {
        if (update.audience() != Audience.client) return;
        var project = projects.find(update.project()).orElseThrow();
        notices.tell(
                recipients.clientsOf(project.id()),
                new Occasion(Kind.UPDATE, project.id(), false, by.account()),
                words -> released(words, by, update, project));
    }

    private static Letter released(LetterWords words, Caller by, Update update, Project project) {
        var zone = ZoneId.of(update.facts().zone());
        var summary = update.words().summary();
        return new Letter(
                words.say(
                        "update.subject",
                        "project",
                        project.name(),
                        "day",
                        day(words, update.facts().asOf(), zone)),
                summary.isBlank() ? words.say("update.lead", "name", by.name(), "project", project.name()) : summary,
                lines(words, update.facts(), zone),
                "/portal",
                words.say("update.act"));
    }

    private static String day(LetterWords words, Instant at, ZoneId zone) {
        return words.day(LocalDate.ofInstant(at, zone));
    }

    /// Facts as they were released: each date with its chance.
    private static List<Line> lines(LetterWords words, Update.Facts facts, ZoneId zone) {
        var lines = new ArrayList<Line>();
        var likely = facts.finish().likely();
        lines.add(new Line(
                words.say("update.finish"),
                likely == null
                        ? words.say(
                                "update.planned",
                                "day",
                                day(words, facts.finish().planned(), zone))
                        : words.say("update.likely", "day", day(words, likely, zone), "chance", 80)));
        for (var each : facts.promises())
            lines.add(new Line(
                    words.say("update.promise", "name", each.name(), "day", day(words, each.by(), zone)),
                    kept(words, each, zone)));
        for (var each : facts.asked())
            lines.add(new Line(
                    words.say("update.wanted"),
                    each.due() == null ? each.what() : each.what() + " · " + words.day(each.due())));
        return lines;
    }

    private static String kept(LetterWords words, Update.Promise promise, ZoneId zone) {
        if (promise.kept() != null) return words.say("update.done");
        return promise.chance() == null
                ? words.say("update.planned", "day", day(words, promise.planned(), zone))
                : words.say("update.chance", "chance", Math.round(promise.chance() * 100));
    }

    /// To whoever answers for the project today.
    void asked(Caller by, UUID id, String text) {
        var project = projects.find(id).orElseThrow();
        notices.tell(
                accountables.answering(id, clock.instant()),
                new Occasion(Kind.QUESTION, id, false, by.account()),
                words -> new Letter(
                        words.say("question.subject", "project", project.name()),
                        words.say("question.lead", "name", by.name(), "text", text),
                        List.of(),
                        "/projects/%s/updates".formatted(id),
                        words.say("question.act")));
    }

    void answered(Caller by, Question question, UUID asker) {
        var project = projects.find(question.project()).orElseThrow();
        notices.tell(
                List.of(asker),
                new Occasion(Kind.QUESTION, project.id(), false, by.account()),
                words -> new Letter(
                        words.say("answer.subject", "project", project.name()),
                        words.say("answer.lead", "name", by.name(), "answer", String.valueOf(question.answer())),
                        List.of(new Line(words.say("answer.asked"), question.text())),
                        "/portal",
                        words.say("answer.act")));
    }
}
