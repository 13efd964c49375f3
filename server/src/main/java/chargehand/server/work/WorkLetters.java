package chargehand.server.work;

import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.planning.OwnTasks.Head;
import chargehand.server.work.Comments.Comment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What people are told about tasks: in words that stand in a mail as well as on the page.
final class WorkLetters {
    private WorkLetters() {}

    static Occasion about(Complication complication) {
        return new Occasion(
                Kind.COMPLICATION,
                complication.project(),
                complication.urgent(),
                complication.told().account());
    }

    static Occasion about(Comment comment) {
        return new Occasion(Kind.MENTION, comment.project(), false, comment.account());
    }

    static Occasion about(Need need, UUID by) {
        return new Occasion(Kind.NEED, need.project(), false, by);
    }

    static Letter told(LetterWords words, Complication complication, Head task) {
        var lines = new ArrayList<Line>();
        if (complication.urgent()) lines.add(new Line(words.say("complication.urgent"), null));
        var effect = complication.effect();
        if (effect != null) {
            if (!effect.finish().equals(effect.was()))
                lines.add(new Line(
                        words.say("complication.finish", "project", task.projectName()),
                        words.say(
                                "complication.moved",
                                "now",
                                day(words, effect.finish(), task.zone()),
                                "was",
                                day(words, effect.was(), task.zone()))));
            for (var each : effect.promises())
                if (each.missed())
                    lines.add(new Line(
                            words.say(
                                    "complication.promise",
                                    "name",
                                    each.name(),
                                    "whom",
                                    each.promisedTo() == null ? "–" : each.promisedTo()),
                            words.say("complication.missed")));
        }
        return new Letter(
                words.say("complication.subject", "task", task.name(), "what", complication.what()),
                words.say(
                        "complication.lead",
                        "name",
                        complication.told().name(),
                        "task",
                        task.name(),
                        "project",
                        task.projectName(),
                        "what",
                        complication.what()),
                lines,
                page(task),
                words.say("complication.act"));
    }

    /// That nobody has done anything about it yet.
    static Letter waiting(LetterWords words, Complication complication, Head task) {
        return new Letter(
                words.say("complication.waiting.subject", "task", task.name(), "what", complication.what()),
                words.say(
                        "complication.waiting.lead",
                        "name",
                        complication.told().name(),
                        "day",
                        day(words, complication.told().at(), task.zone()),
                        "task",
                        task.name(),
                        "project",
                        task.projectName(),
                        "what",
                        complication.what()),
                complication.urgent() ? List.of(new Line(words.say("complication.urgent"), null)) : List.of(),
                page(task),
                words.say("complication.act"));
    }

    private static String day(LetterWords words, Instant at, ZoneId zone) {
        return words.day(LocalDate.ofInstant(at, zone));
    }

    private static String page(Head task) {
        return "/projects/%s?task=%s"
                .formatted(
                        task.key().project(),
                        java.net.URLEncoder.encode(task.key().task(), java.nio.charset.StandardCharsets.UTF_8));
    }

    static Letter mentioned(LetterWords words, Comment comment, Head task) {
        return new Letter(
                words.say("mention.subject", "name", comment.name(), "task", task.name()),
                words.say(
                        "mention.lead",
                        "name",
                        comment.name(),
                        "task",
                        task.name(),
                        "project",
                        task.projectName(),
                        "text",
                        comment.text()),
                List.of(),
                page(task),
                words.say("mention.act"));
    }

    /// @param since when something should have been heard of the task
    record Asked(Head task, Comment comment, Instant since) {}

    /// About several tasks of a project of which nothing was heard.
    static Letter asked(LetterWords words, List<Asked> asked) {
        var first = asked.getFirst().task();
        return new Letter(
                words.say("tasks.asked.subject", "count", asked.size(), "project", first.projectName()),
                words.say("tasks.asked.lead"),
                asked.stream()
                        .map(each -> new Line(
                                each.task().name(),
                                words.say("tasks.asked.since", "day", day(words, each.since(), first.zone()))))
                        .toList(),
                "/work",
                words.say("tasks.asked.act"));
    }

    /// @param by whoever asks
    static Letter asked(LetterWords words, Need need, Head task, String by) {
        return new Letter(
                words.say("need.subject", "task", task.name(), "what", need.what()),
                words.say(
                        "need.lead",
                        "name",
                        by,
                        "task",
                        task.name(),
                        "project",
                        task.projectName(),
                        "what",
                        need.what()),
                need.due() == null ? List.of() : List.of(new Line(words.say("need.due"), words.day(need.due()))),
                "/work",
                words.say("need.act"));
    }

    /// @param late whether its day is over
    static Letter due(LetterWords words, Need need, LocalDate day, Head task, boolean late) {
        return new Letter(
                words.say(
                        late ? "need.overdue.subject" : "need.due.subject", "day", words.day(day), "what", need.what()),
                words.say("need.due.lead", "task", task.name(), "project", task.projectName(), "what", need.what()),
                List.of(),
                "/work",
                words.say("need.act"));
    }
}
