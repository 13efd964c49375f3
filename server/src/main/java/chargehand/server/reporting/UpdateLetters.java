package chargehand.server.reporting;

import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Visibility;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.Accountables;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.ByItself.Doubt;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import chargehand.server.reporting.Update.Audience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What each audience is told when an update is released, and those who answer for the project when one waits.
@Component
class UpdateLetters {
    private static final int MOST_OWN = 8;
    private static final Duration LATELY = Duration.ofDays(60);

    private final Notices notices;
    private final Audiences audiences;
    private final Recipients recipients;
    private final Accounts accounts;
    private final OwnTasks tasks;
    private final Projects projects;
    private final Accountables accountables;
    private final Clock clock;

    UpdateLetters(
            Notices notices,
            Audiences audiences,
            Recipients recipients,
            Accounts accounts,
            OwnTasks tasks,
            Projects projects,
            Accountables accountables,
            Clock clock) {
        this.notices = notices;
        this.audiences = audiences;
        this.recipients = recipients;
        this.accounts = accounts;
        this.tasks = tasks;
        this.projects = projects;
        this.accountables = accountables;
        this.clock = clock;
    }

    /// To all of its audience but whoever released it; to those who work on it with what is theirs.
    void released(Caller by, Update update) {
        var project = projects.find(update.project()).orElseThrow();
        var occasion = new Occasion(Kind.UPDATE, project.id(), false, by.account());
        var whom = audiences.of(project.id(), update.audience());
        whom.remove(by.account());
        if (update.audience() != Audience.worker) {
            notices.tell(whom, occasion, words -> released(words, by.name(), update, project, List.of()));
            return;
        }
        for (var each : accounts.names(whom).values()) {
            var own = each.person() == null ? List.<OwnTask>of() : own(each.person(), project.id());
            notices.tell(List.of(each.id()), occasion, words -> released(words, by.name(), update, project, own));
        }
    }

    private List<OwnTask> own(UUID person, UUID project) {
        var now = clock.instant();
        return tasks.of(person, new Visibility(false, Set.of(), Set.of(project)), now, now.minus(LATELY)).stream()
                .filter(each -> !each.isDone())
                .limit(MOST_OWN)
                .toList();
    }

    /// To whoever answers for the project today: nobody of them did it. Managers who are its audience know.
    void releasedByItself(ReleaseSwitch on, Update update) {
        if (update.audience() == Audience.manager) return;
        var project = projects.find(update.project()).orElseThrow();
        notices.tellAlone(
                answering(on),
                new Occasion(Kind.UPDATE, project.id(), false, null),
                words -> new Letter(
                        words.say("update.byItself.subject", "project", project.name()),
                        words.say("update.byItself.lead." + update.audience()),
                        new UpdateLines(words, update).dates(),
                        "/projects/%s/updates".formatted(project.id()),
                        words.say("update.read")));
    }

    /// To whoever answers for the project today: what is due waits for them.
    void doubted(ReleaseSwitch on, Update draft, List<Doubt> doubts) {
        var project = projects.find(draft.project()).orElseThrow();
        notices.tellAlone(
                answering(on),
                new Occasion(Kind.UPDATE, project.id(), false, null),
                words -> new Letter(
                        words.say("update.doubt.subject", "project", project.name()),
                        words.say("update.doubt.lead." + draft.audience()),
                        doubts.stream().map(each -> line(words, each)).toList(),
                        "/projects/%s/updates".formatted(project.id()),
                        words.say("update.doubt.act")));
    }

    /// Where nobody does who can sign in, whoever switched it on.
    private List<UUID> answering(ReleaseSwitch on) {
        var whom = accountables.answering(on.project(), clock.instant());
        return recipients.of(whom).isEmpty() ? List.of(on.account()) : whom;
    }

    private static Line line(LetterWords words, Doubt hold) {
        var names = String.join(", ", hold.names());
        return new Line(words.say("update.doubt." + hold.kind()), names.isEmpty() ? null : names);
    }

    /// To those who have not read it.
    ///
    /// @param by the account that reminds, or null
    void unread(@Nullable UUID by, Update update, List<UUID> whom) {
        var project = projects.find(update.project()).orElseThrow();
        var released = Objects.requireNonNull(update.released());
        notices.tell(whom, new Occasion(Kind.UPDATE, project.id(), false, by), words -> {
            var letter = released(words, released.name(), update, project, List.of());
            return new Letter(
                    words.say("update.unread.subject", "project", project.name()),
                    letter.lead(),
                    letter.lines(),
                    letter.path(),
                    words.say("update.unread.act"));
        });
    }

    private static Letter released(LetterWords words, String by, Update update, Project project, List<OwnTask> own) {
        var zone = ZoneId.of(update.facts().zone());
        var summary = update.words().summary();
        return new Letter(
                words.say(
                        "update.subject",
                        "project",
                        project.name(),
                        "day",
                        day(words, update.facts().asOf(), zone)),
                summary.isBlank() ? lead(words, by, update, project) : summary,
                new UpdateLines(words, update).all(own),
                update.audience() == Audience.client ? "/portal" : "/projects/%s/updates".formatted(project.id()),
                words.say(update.audience() == Audience.client ? "update.act" : "update.read"));
    }

    private static String lead(LetterWords words, String by, Update update, Project project) {
        return UpdateLines.switchedOn(update) == null
                ? words.say("update.lead", "name", by, "project", project.name())
                : words.say("update.lead.byItself", "project", project.name());
    }

    static String day(LetterWords words, Instant at, ZoneId zone) {
        return words.day(LocalDate.ofInstant(at, zone));
    }

    /// Until when something is done: midnight belongs to the day before.
    static String lastDay(LetterWords words, Instant until, ZoneId zone) {
        return day(words, until.minusMillis(1), zone);
    }

    /// That the forecast is of an older plan, so that updates have neither likely dates nor chances.
    void stale(UUID id, Instant asOf, List<UUID> whom) {
        var project = projects.find(id).orElseThrow();
        notices.tell(
                whom,
                new Occasion(Kind.NEED, id, false, null),
                words -> new Letter(
                        words.say("forecast.stale.subject", "project", project.name()),
                        words.say("forecast.stale.lead", "day", day(words, asOf, ZoneId.of(project.zone()))),
                        List.of(),
                        "/projects/%s/forecast".formatted(id),
                        words.say("forecast.stale.act")));
    }
}
