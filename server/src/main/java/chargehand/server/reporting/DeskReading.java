package chargehand.server.reporting;

import chargehand.server.delivery.ChangeReading;
import chargehand.server.delivery.ChangeReading.Waiting;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import chargehand.server.logbook.LogEntry;
import chargehand.server.logbook.Logbook;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Desk.ToChase;
import chargehand.server.reporting.Desk.ToDecide;
import chargehand.server.reporting.Desk.ToRelease;
import chargehand.server.reporting.PortfolioRows.Deadline;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import chargehand.server.reporting.Rhythms.Rhythm;
import chargehand.server.reporting.Update.Audience;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lays the desk of whoever answers for projects.
@Service
class DeskReading {
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final double LIKELY = 0.8;
    private static final String UNSIGNED = "unsigned";
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final DeskRows rows;
    private final AskedOwners asked;
    private final PortfolioRows portfolio;
    private final Projects projects;
    private final Updates updates;
    private final UpdateFacts facts;
    private final Questions questions;
    private final Satisfactions satisfactions;
    private final SuggestionReading suggestions;
    private final ChangeReading changes;
    private final Rhythms rhythms;
    private final ReleaseSwitches switches;
    private final ByItselfReading byItself;
    private final Logbook logbook;
    private final People people;
    private final Companies companies;
    private final Clock clock;

    DeskReading(
            DeskRows rows,
            AskedOwners asked,
            PortfolioRows portfolio,
            Projects projects,
            Updates updates,
            UpdateFacts facts,
            Questions questions,
            Satisfactions satisfactions,
            SuggestionReading suggestions,
            ChangeReading changes,
            Rhythms rhythms,
            ReleaseSwitches switches,
            ByItselfReading byItself,
            Logbook logbook,
            People people,
            Companies companies,
            Clock clock) {
        this.rows = rows;
        this.asked = asked;
        this.portfolio = portfolio;
        this.projects = projects;
        this.updates = updates;
        this.facts = facts;
        this.questions = questions;
        this.satisfactions = satisfactions;
        this.suggestions = suggestions;
        this.changes = changes;
        this.rhythms = rhythms;
        this.switches = switches;
        this.byItself = byItself;
        this.logbook = logbook;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Desk read(Caller caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var answered = new HashSet<>(rows.answeredFor(caller.account(), caller.person(), clock.instant()));
        var mine = projects.all(caller.where(Permission.PLAN_EDIT)).stream()
                .filter(each -> answered.contains(each.id()))
                .toList();
        var ids = mine.stream().map(Project::id).toArray(UUID[]::new);
        var zone = ZoneId.of(companies.get().zone());
        var since = evening(now, zone);
        var waiting = changes.waiting(List.of(ids));
        return new Desk(
                now,
                since,
                mine.stream()
                        .map(each -> new Desk.Place(each.id(), each.name(), each.zone(), each.version()))
                        .toList(),
                decide(caller, ids, zone, waiting),
                mine.stream().flatMap(each -> release(each, now).stream()).toList(),
                chase(ids, now, zone, waiting),
                questions.open(caller, List.of(ids)),
                satisfactions.lately(List.of(ids)),
                suggestions.of(caller, List.of(ids)),
                rows.moved(ids, since, caller.account()));
    }

    /// The end of the working day before: on Monday that of Friday.
    private static Instant evening(Instant now, ZoneId zone) {
        var day = LocalDate.ofInstant(now, zone).minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
            day = day.minusDays(1);
        return day.atTime(EVENING).atZone(zone).toInstant();
    }

    private List<ToDecide> decide(Caller caller, UUID[] ids, ZoneId zone, List<Waiting> waiting) {
        var all = new ArrayList<>(rows.complications(ids));
        for (var each : waiting) if (!each.kind().equals(UNSIGNED)) all.add(change(each));
        all.addAll(rows.proposals(ids));
        all.addAll(rows.requests(caller.person(), zone));
        var forecasts = portfolio.forecasts(ids);
        portfolio.deadlines(ids).forEach((project, promises) -> {
            var forecast = forecasts.get(project);
            for (var each : promises) {
                var chance = forecast == null ? null : forecast.chances().get(each.task());
                boolean missed = each.planned().isAfter(each.by());
                if (missed || chance != null && chance < LIKELY) all.add(promise(each, chance == null ? 0 : chance));
            }
        });
        return all;
    }

    private static ToDecide change(Waiting waiting) {
        return new ToDecide(
                waiting.kind(),
                waiting.project(),
                waiting.change(),
                null,
                waiting.title(),
                waiting.text(),
                Map.of(),
                waiting.by(),
                waiting.at(),
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private ToDecide promise(Deadline promise, double chance) {
        return new ToDecide(
                "promise",
                promise.project(),
                null,
                promise.isOfAll() ? null : promise.task(),
                promise.name(),
                promise.promisedTo() == null ? "" : promise.promisedTo(),
                Map.of(),
                null,
                clock.instant(),
                false,
                promise.by(),
                promise.planned(),
                chance,
                null,
                null,
                null);
    }

    private List<ToRelease> release(Project project, Instant now) {
        var all = new ArrayList<ToRelease>();
        var on = switches.of(List.of(project.id()));
        for (var rhythm : rhythms.of(project.id()))
            if (rhythm.audience() != Audience.client || project.client() != null)
                release(project, rhythm, now, on).ifPresent(all::add);
        return all;
    }

    /// Whoever was never told is told first; then when something has changed and the rhythm says so. Of what was
    /// finished without anybody being told, nobody waits to hear.
    private Optional<ToRelease> release(Project project, Rhythm rhythm, Instant now, List<ReleaseSwitch> on) {
        var audience = rhythm.audience();
        var last = updates.last(List.of(project.id()), audience).stream()
                .findFirst()
                .orElse(null);
        var released =
                last == null || last.released() == null ? null : last.released().at();
        var draft = updates.draft(project.id(), audience).orElse(null);
        var told = draft != null ? draft : last;
        boolean newer =
                told != null && facts.edited(project.id()) > told.facts().edited();
        boolean over = released == null
                ? project.status() != Project.Status.finished
                : newer && released.isBefore(now.minus(Duration.ofDays(rhythm.days())));
        boolean due = rhythm.days() > 0 && over;
        return draft == null && !due
                ? Optional.empty()
                : Optional.of(new ToRelease(
                        project.id(),
                        audience,
                        draft == null ? null : draft.withoutPay(),
                        released,
                        newer,
                        on.stream()
                                .filter(each -> each.audience() == audience)
                                .findFirst()
                                .map(each -> byItself.of(project, rhythm, each))
                                .orElse(null)));
    }

    private List<ToChase> chase(UUID[] ids, Instant now, ZoneId zone, List<Waiting> waiting) {
        var all = new ArrayList<>(rows.needs(ids, now));
        all.addAll(rows.reviews(ids, now));
        all.addAll(asked.in(rows.silent(ids, now)));
        all.addAll(asked.in(rows.stale(ids, now)));
        var today = LocalDate.ofInstant(now, zone);
        var pressing = logbook.pressing(ids, today);
        var owners = people
                .of(pressing.stream()
                        .map(LogEntry::owner)
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
        for (var each : pressing) all.add(entry(each, today, owners));
        for (var each : waiting)
            if (each.kind().equals(UNSIGNED) && each.at().isBefore(now.minus(PATIENCE))) all.add(unsigned(each));
        return all;
    }

    private static ToChase entry(LogEntry entry, LocalDate today, Map<UUID, String> owners) {
        boolean overdue = entry.day() != null && entry.day().isBefore(today);
        var kind = overdue ? entry.kind().name() + "Overdue" : "issueUnowned";
        var owner = entry.owner() == null ? null : owners.get(entry.owner());
        return new ToChase(
                kind,
                entry.project(),
                entry.id(),
                null,
                null,
                entry.title(),
                owner == null ? List.of() : List.of(owner),
                entry.day(),
                entry.made().at());
    }

    private static ToChase unsigned(Waiting waiting) {
        return new ToChase(
                UNSIGNED,
                waiting.project(),
                waiting.change(),
                null,
                null,
                waiting.title(),
                List.of(),
                null,
                waiting.at());
    }
}
