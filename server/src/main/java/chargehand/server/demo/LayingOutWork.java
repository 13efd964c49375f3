package chargehand.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import chargehand.server.identity.Caller;
import chargehand.server.identity.PortalLinks;
import chargehand.server.reporting.ClientAnswers;
import chargehand.server.reporting.ProjectDocuments;
import chargehand.server.reporting.Questions;
import chargehand.server.reporting.Satisfactions;
import chargehand.server.reporting.Updating;
import chargehand.server.work.WorkIntake;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Lays out what the made-up people need and told each other, in their names.
@Component
class LayingOutWork {
    private static final int MINUTES_OF_A_DAY = 480;

    private final WorkIntake intake;
    private final Updating updating;
    private final Questions questions;
    private final ClientAnswers answers;
    private final ProjectDocuments documents;
    private final Satisfactions satisfactions;
    private final PortalLinks links;
    private final Voices voices;
    private final Clock clock;

    LayingOutWork(
            WorkIntake intake,
            Updating updating,
            Questions questions,
            ClientAnswers answers,
            ProjectDocuments documents,
            Satisfactions satisfactions,
            PortalLinks links,
            Voices voices,
            Clock clock) {
        this.intake = intake;
        this.updating = updating;
        this.questions = questions;
        this.answers = answers;
        this.documents = documents;
        this.satisfactions = satisfactions;
        this.links = links;
        this.voices = voices;
        this.clock = clock;
    }

    /// @param people by name, `projects` by file
    void layOut(WorkWorld world, Shift shift, Map<String, UUID> people, Map<String, UUID> projects) {
        for (var each : world.needs()) {
            var owner = each.owner() == null ? null : need(people, each.owner());
            var due = each.due() == null ? null : shift.date(each.due());
            boolean client = Boolean.TRUE.equals(each.client());
            intake.need(
                    voices.of(each.by(), people),
                    need(projects, each.project()),
                    each.task(),
                    new WorkIntake.NewNeed(each.kind(), each.what(), owner, client, due, each.met()));
        }
        for (var each : world.complications())
            intake.complication(
                    voices.of(each.by(), people),
                    need(projects, each.project()),
                    each.task(),
                    each.what(),
                    each.costDays() == null ? null : each.costDays() * MINUTES_OF_A_DAY,
                    each.done());
        for (var each : world.comments())
            intake.comment(voices.of(each.by(), people), need(projects, each.project()), each.task(), each.text());
    }

    /// What clients were told and asked.
    void layOut(UpdateWorld world, Map<String, UUID> people, Map<String, UUID> projects) {
        for (var each : world.updates())
            updating.lay(
                    voices.of(each.by(), people),
                    need(projects, each.project()),
                    each.summary(),
                    each.why(),
                    each.doing(),
                    each.released());
        for (var each : world.questions()) {
            var project = need(projects, each.project());
            var asked = questions.ask(named(each.by()), project, each.text());
            if (each.answer() != null && each.answeredBy() != null)
                answers.answer(voices.of(each.answeredBy(), people), project, asked, each.answer());
        }
        for (var each : world.documents()) {
            var by = voices.of(each.by(), people);
            var project = need(projects, each.project());
            var made = each.text() == null
                    ? documents.link(by, project, each.name(), each.link())
                    : documents.put(by, project, null, each.name(), each.text().getBytes(UTF_8));
            if (each.shown()) documents.show(by, project, made.id());
        }
        for (var each : world.satisfied())
            satisfactions.lay(
                    named(each.by()),
                    need(projects, each.project()),
                    each.milestone(),
                    each.work(),
                    each.told(),
                    each.words());
        for (var each : world.links()) {
            var until = clock.instant().plus(Duration.ofDays(each.days()));
            // Nobody knows the address, so nobody has to know the password either.
            var password = UUID.randomUUID().toString();
            links.make(
                    voices.of(each.by(), people), need(projects, each.project()), each.whom(), until, password, false);
        }
    }

    private static Caller named(String name) {
        return new Caller(Caller.SYSTEM.account(), name, null, Caller.SYSTEM.grants());
    }

    private static UUID need(Map<String, UUID> known, String name) {
        return Objects.requireNonNull(known.get(name), name);
    }
}
