package chargehand.server.reporting;

import chargehand.server.delivery.ChangeReading;
import chargehand.server.forecasting.Promise;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.PortfolioRows.Deadline;
import chargehand.server.reporting.PortfolioRows.Forecast;
import chargehand.server.reporting.SteeringReport.Moved;
import chargehand.server.reporting.SteeringReport.Promised;
import chargehand.server.reporting.SteeringReport.Status;
import chargehand.server.reporting.SteeringReport.Wanted;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Decision;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what a steering report says: all of it from what others have written, each list short enough for one page.
@Service
class SteeringReading {
    private static final int MOST = 6;
    private static final int LIKELY = 3;

    private final Projects projects;
    private final PortfolioRows rows;
    private final SteeringRows steering;
    private final UpdateFacts facts;
    private final Updates updates;
    private final ChangeReading changes;
    private final Clock clock;

    SteeringReading(
            Projects projects,
            PortfolioRows rows,
            SteeringRows steering,
            UpdateFacts facts,
            Updates updates,
            ChangeReading changes,
            Clock clock) {
        this.projects = projects;
        this.rows = rows;
        this.steering = steering;
        this.facts = facts;
        this.updates = updates;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    SteeringReport read(Caller caller, UUID id) {
        var project = projects.find(id).filter(each -> each.draft() == null).orElseThrow(Problem::notFound);
        var ids = new UUID[] {id};
        var forecast = rows.forecasts(ids).get(id);
        var last = last(id);
        var now = facts.of(id, Audience.official, last, false);
        var zone = ZoneId.of(project.zone());
        var promises = rows.deadlines(ids).getOrDefault(id, List.of()).stream()
                .map(each -> promised(each, forecast))
                .toList();
        var client = project.client();
        boolean money = caller.may(Permission.MONEY_SEE, id, client == null ? null : client.id());
        return new SteeringReport(
                id,
                project.name(),
                client == null ? null : client.name(),
                project.accountable() == null ? null : project.accountable().name(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                project.zone(),
                status(project, promises),
                steering.wishes().colours(),
                project.finish(),
                forecast == null ? null : forecast.finish().get(LIKELY),
                measure(promises),
                now.since(),
                last == null || last.words().summary().isBlank()
                        ? null
                        : last.words().summary(),
                moved(now, zone),
                promises.stream()
                        .filter(each -> each.state() != Promise.State.kept)
                        .limit(MOST)
                        .toList(),
                rows.milestones(ids).getOrDefault(id, List.of()),
                wanted(project, now, zone, money),
                steering.risks(id),
                steering.issues(id),
                money ? steering.money(id) : null);
    }

    /// The promise that the project is measured by: that of the whole, or else the last that is to be kept.
    private static @Nullable Promised measure(List<Promised> promises) {
        return promises.stream()
                .filter(each -> each.name() == null)
                .findFirst()
                .or(() -> promises.reversed().stream()
                        .filter(each -> each.state() != Promise.State.kept)
                        .findFirst())
                .orElse(null);
    }

    /// What officials were told last, or else what the client was.
    private @Nullable Update last(UUID project) {
        return Stream.of(Audience.official, Audience.client)
                .flatMap(each -> updates.last(List.of(project), each).stream())
                .findFirst()
                .orElse(null);
    }

    private Promised promised(Deadline deadline, @Nullable Forecast forecast) {
        var known = forecast == null ? null : forecast.chances().get(deadline.task());
        var chance = deadline.finished() == null ? known : null;
        return new Promised(
                deadline.isOfAll() ? null : deadline.name(),
                deadline.promisedTo(),
                deadline.by(),
                deadline.finished() == null ? deadline.planned() : deadline.finished(),
                Promise.State.of(deadline.by(), deadline.finished(), chance, clock.instant()),
                chance);
    }

    private Status status(Project project, List<Promised> promises) {
        if (project.status() == Project.Status.finished) return Status.finished;
        var worst = Status.open;
        for (var each : promises) {
            // Done, if late: nothing about it is to come.
            if (each.state() == Promise.State.broken && !each.planned().isAfter(clock.instant())) continue;
            var one = status(each);
            if (one.compareTo(worst) < 0) worst = one;
        }
        return worst;
    }

    private static Status status(Promised promise) {
        // Whatever the forecast says: it may be older than the calendar.
        if (promise.planned().isAfter(promise.by())) return Status.late;
        return switch (promise.state()) {
            case broken -> Status.late;
            case atRisk -> Status.atRisk;
            case holds, kept -> Status.onTrack;
            case open -> Status.open;
        };
    }

    private static List<Moved> moved(Update.Facts now, ZoneId zone) {
        var moved = new ArrayList<Moved>();
        add(moved, null, now.finish().likelyWas(), now.finish().likely(), zone);
        for (var each : now.promises()) add(moved, each.name(), each.likelyWas(), each.likely(), zone);
        return moved.stream().limit(MOST).toList();
    }

    private static void add(
            List<Moved> moved, @Nullable String name, @Nullable Instant was, @Nullable Instant now, ZoneId zone) {
        if (was == null || now == null) return;
        if (!lastDay(was, zone).equals(lastDay(now, zone))) moved.add(new Moved(name, was, now));
    }

    /// Midnight is the end of the day before.
    private static LocalDate lastDay(Instant end, ZoneId zone) {
        return LocalDate.ofInstant(end.minusMillis(1), zone);
    }

    private List<Wanted> wanted(Project project, Update.Facts now, ZoneId zone, boolean money) {
        var ids = new UUID[] {project.id()};
        var wanted = new ArrayList<Wanted>();
        if (project.accountable() == null) wanted.add(new Wanted("noAccountable", "", null));
        for (var each : now.toDecide())
            if (each.kind() == Decision.Kind.need || money && each.kind() == Decision.Kind.money)
                wanted.add(wanted(each));
        changes.waiting(List.of(project.id())).stream()
                .sorted(Comparator.comparing(ChangeReading.Waiting::at))
                .forEach(each ->
                        wanted.add(new Wanted(each.kind(), each.title(), LocalDate.ofInstant(each.at(), zone))));
        int proposals =
                rows.proposals(ids).getOrDefault(project.id(), List.of()).size();
        if (proposals > 0) wanted.add(new Wanted("proposal", Integer.toString(proposals), null));
        int requests = rows.requests(ids).getOrDefault(project.id(), 0);
        if (requests > 0) wanted.add(new Wanted("request", Integer.toString(requests), null));
        for (var each : now.asked()) wanted.add(new Wanted("client", each.what(), each.due()));
        return wanted.stream().limit(MOST).toList();
    }

    private static Wanted wanted(Decision decision) {
        var kind = decision.kind() == Decision.Kind.money ? "money" : decision.day() == null ? "undecided" : "decision";
        return new Wanted(kind, decision.inWords(), decision.day());
    }
}
