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
import chargehand.server.planning.Projects;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the client what is handed over, and us what they say to it.
@Component
class DeliverableLetters {
    private final Notices notices;
    private final Recipients recipients;
    private final Projects projects;
    private final Accountables accountables;
    private final Clock clock;

    DeliverableLetters(
            Notices notices, Recipients recipients, Projects projects, Accountables accountables, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.projects = projects;
        this.accountables = accountables;
        this.clock = clock;
    }

    void handed(Caller by, Deliverable deliverable) {
        var criteria = deliverable.criteria().stream()
                .map(each -> new Line(each.text(), null))
                .toList();
        tell(by, deliverable, recipients.clientsOf(deliverable.project()), "deliverable.handed", criteria, "/portal");
    }

    void accepted(Caller by, Deliverable deliverable) {
        tell(by, deliverable, answering(deliverable), "deliverable.accepted", List.of(), ours(deliverable));
    }

    void sentBack(Caller by, Deliverable deliverable) {
        tell(by, deliverable, answering(deliverable), "deliverable.back", List.of(), ours(deliverable));
    }

    private List<UUID> answering(Deliverable deliverable) {
        return accountables.answering(deliverable.project(), clock.instant());
    }

    private static String ours(Deliverable deliverable) {
        return "/projects/%s/changes".formatted(deliverable.project());
    }

    private void tell(
            Caller by, Deliverable about, Collection<UUID> accounts, String kind, List<Line> lines, String path) {
        var project = projects.find(about.project()).orElseThrow();
        Object[] values = {
            "project",
            project.name(),
            "name",
            about.name(),
            "by",
            by.name(),
            "reason",
            Objects.requireNonNullElse(about.reason(), "")
        };
        notices.tell(
                accounts,
                new Occasion(Kind.CHANGE, about.project(), false, by.account()),
                words -> letter(words, kind, values, lines, path));
    }

    private static Letter letter(LetterWords words, String kind, Object[] values, List<Line> lines, String path) {
        return new Letter(
                words.say(kind + ".subject", values),
                words.say(kind + ".lead", values),
                lines,
                path,
                words.say("deliverable.act"));
    }
}
