package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is told of questions: managers and who knows the field when one is asked, clients when it is answered, and
/// officials when nobody does.
@Component
class QuestionLetters {
    private final Notices notices;
    private final Audiences audiences;
    private final Recipients recipients;
    private final Projects projects;
    private final Accountables accountables;
    private final Clock clock;

    QuestionLetters(
            Notices notices,
            Audiences audiences,
            Recipients recipients,
            Projects projects,
            Accountables accountables,
            Clock clock) {
        this.notices = notices;
        this.audiences = audiences;
        this.recipients = recipients;
        this.projects = projects;
        this.accountables = accountables;
        this.clock = clock;
    }

    /// To whoever answers for the project today, and to who knows the field.
    ///
    /// @param expert the account, or null where the field is that of who answers
    void asked(Caller by, UUID id, String text, @Nullable UUID expert) {
        var project = projects.find(id).orElseThrow();
        var occasion = new Occasion(Kind.QUESTION, id, false, by.account());
        notices.tell(
                accountables.answering(id, clock.instant()),
                occasion,
                words -> new Letter(
                        words.say("question.subject", "project", project.name()),
                        words.say("question.lead", "name", by.name(), "text", text),
                        List.of(),
                        updatesOf(project),
                        words.say("question.act")));
        if (expert != null)
            notices.tellAlone(
                    List.of(expert),
                    occasion,
                    words -> new Letter(
                            words.say("question.subject", "project", project.name()),
                            words.say("question.field.lead", "name", by.name(), "text", text),
                            List.of(),
                            "/work",
                            words.say("question.act")));
    }

    private static String updatesOf(Project project) {
        return "/projects/%s/updates".formatted(project.id());
    }

    /// To whoever answers for the project today: they release it, or write another.
    void drafted(Caller by, Question question) {
        var project = projects.find(question.project()).orElseThrow();
        var draft = Objects.requireNonNull(question.draft());
        notices.tellAlone(
                accountables.answering(project.id(), clock.instant()),
                new Occasion(Kind.QUESTION, project.id(), false, by.account()),
                words -> new Letter(
                        words.say("draft.subject", "project", project.name()),
                        words.say("draft.lead", "name", by.name(), "answer", draft.text()),
                        List.of(new Line(
                                words.say(
                                        "draft.asked", "name", question.asked().name()),
                                question.text())),
                        updatesOf(project),
                        words.say("draft.act")));
    }

    /// To the officials, and once more to whoever answers for the project today or knows the field.
    void late(Question question) {
        var project = projects.find(question.project()).orElseThrow();
        var occasion = new Occasion(Kind.QUESTION, project.id(), false, null);
        var whom = audiences.of(project.id(), Audience.official);
        whom.addAll(accountables.answering(project.id(), clock.instant()));
        notices.tell(whom, occasion, words -> late(words, question, project, updatesOf(project)));
        var expert = toDraft(question);
        if (expert != null && !whom.contains(expert))
            notices.tellAlone(List.of(expert), occasion, words -> late(words, question, project, "/work"));
    }

    /// Who was told because they know the field, and has drafted nothing; null where they may no longer.
    private @Nullable UUID toDraft(Question question) {
        if (question.knows() == null || question.draft() != null) return null;
        var expert = question.knows().account();
        var may = recipients.whoMay(Permission.QUESTIONS_DRAFT, List.of(expert), question.project());
        return may.contains(expert) ? expert : null;
    }

    private static Letter late(LetterWords words, Question question, Project project, String path) {
        var asked = question.asked();
        return new Letter(
                words.say("question.late.subject", "project", project.name()),
                words.say(
                        "question.late.lead",
                        "name",
                        asked.name(),
                        "day",
                        UpdateLetters.day(words, asked.at(), ZoneId.of(project.zone())),
                        "text",
                        question.text()),
                List.of(),
                path,
                words.say("question.act"));
    }

    void answered(Caller by, Question question, UUID asker) {
        var project = projects.find(question.project()).orElseThrow();
        notices.tell(
                List.of(asker),
                new Occasion(Kind.QUESTION, project.id(), false, by.account()),
                words -> new Letter(
                        words.say("answer.subject", "project", project.name()),
                        words.say("answer.lead", "name", by.name(), "answer", String.valueOf(question.answer())),
                        answered(words, question, ZoneId.of(project.zone())),
                        "/portal",
                        words.say("answer.act")));
    }

    private static List<Line> answered(LetterWords words, Question question, ZoneId zone) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(words.say("answer.asked"), question.text()));
        for (var each : question.facts())
            if (each.name() != null && each.asOf() != null)
                lines.add(new Line(
                        words.say("answer.fact." + each.kind().name()),
                        words.say(
                                "answer.fact",
                                "name",
                                each.day() == null || each.state() == null
                                        ? each.name()
                                        : words.say(
                                                "answer.fact." + each.state(),
                                                "name",
                                                each.name(),
                                                "day",
                                                UpdateLetters.lastDay(words, each.day(), zone)),
                                "day",
                                UpdateLetters.day(words, each.asOf(), zone))));
        return lines;
    }
}
