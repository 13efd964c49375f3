package chargehand.server.logbook;

import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import java.time.LocalDate;
import java.util.List;

/// What people are told about entries of a logbook that they see to.
final class LogLetters {
    private LogLetters() {}

    static Letter given(LetterWords words, LogEntry entry, String project, String by) {
        return new Letter(
                words.say("log.given.subject", "title", entry.title()),
                words.say(
                        "log.given.lead", "name", by, "project", project, "title", entry.title(), "text", entry.text()),
                entry.day() == null ? List.of() : List.of(new Line(words.say("need.due"), words.day(entry.day()))),
                page(entry),
                words.say("log.act"));
    }

    static Letter due(LetterWords words, LogEntry entry, LocalDate day, String project, boolean late) {
        return new Letter(
                words.say(
                        late ? "need.overdue.subject" : "need.due.subject",
                        "day",
                        words.day(day),
                        "what",
                        entry.title()),
                words.say("log.due.lead", "project", project, "title", entry.title()),
                List.of(),
                page(entry),
                words.say("log.act"));
    }

    private static String page(LogEntry entry) {
        return "/projects/%s/log".formatted(entry.project());
    }
}
