package chargehand.server.reporting;

import chargehand.server.forecasting.Promise;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.Load;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Portfolio.Decision;
import chargehand.server.reporting.Portfolio.MonthLoad;
import chargehand.server.reporting.Portfolio.Promised;
import chargehand.server.reporting.Portfolio.Row;
import chargehand.server.reporting.Portfolio.SkillLoad;
import chargehand.server.reporting.Portfolio.Watched;
import chargehand.server.reporting.PortfolioRows.Deadline;
import chargehand.server.reporting.PortfolioRows.Forecast;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads the portfolio: every project that the caller sees, on one page.
@Service
class PortfolioReading {
    private static final int MONTHS_AHEAD = 6;
    private static final int MOST_SKILLS = 8;
    /// A skill that is booked less than this in every month is not short.
    private static final long NEARLY_ALL = 80;

    private static final double LIKELY = 0.8;

    private final Projects projects;
    private final PortfolioRows rows;
    private final Load load;
    private final Clock clock;

    PortfolioReading(Projects projects, PortfolioRows rows, Load load, Clock clock) {
        this.projects = projects;
        this.rows = rows;
        this.load = load;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Portfolio read(Caller caller) {
        var all = projects.all(caller.where(Permission.PORTFOLIO_SEE));
        var ids = all.stream().map(Project::id).toArray(UUID[]::new);
        var milestones = rows.milestones(ids);
        var deadlines = rows.deadlines(ids);
        var forecasts = rows.forecasts(ids);
        var proposals = rows.proposals(ids);
        var requests = rows.requests(ids);
        var told = new ArrayList<Row>();
        for (var project : all) {
            var id = project.id();
            var promises = deadlines.getOrDefault(id, List.of());
            var forecast = forecasts.get(id);
            var decisions = new ArrayList<Decision>();
            if (project.status() != Project.Status.finished)
                decisions.addAll(decisions(
                        project,
                        promises,
                        forecast,
                        proposals.getOrDefault(id, List.of()),
                        requests.getOrDefault(id, 0)));
            told.add(new Row(
                    id,
                    project.name(),
                    project.client(),
                    project.kind(),
                    project.status(),
                    project.accountable(),
                    project.start(),
                    project.finish(),
                    forecast == null ? null : forecast.finish(),
                    promises.isEmpty() ? null : promised(promises.getLast(), forecast),
                    project.done(),
                    milestones.getOrDefault(id, List.of()),
                    decisions,
                    project.version()));
        }
        var watched = new ArrayList<Watched>();
        for (var project : all)
            watched.addAll(
                    watched(project, deadlines.getOrDefault(project.id(), List.of()), forecasts.get(project.id())));
        watched.sort(Comparator.comparing(Watched::by).thenComparing(Watched::name));
        return new Portfolio(clock.instant(), told, watched, caller.may(Permission.PEOPLE_SEE) ? shortOf() : List.of());
    }

    private List<Watched> watched(Project project, List<Deadline> promises, @Nullable Forecast forecast) {
        boolean over = project.status() == Project.Status.finished;
        return promises.stream()
                .map(each -> watched(each, forecast))
                .filter(each -> !over || each.state() == Promise.State.broken)
                .toList();
    }

    private Watched watched(Deadline deadline, @Nullable Forecast forecast) {
        var known = forecast == null ? null : forecast.chances().get(deadline.task());
        var chance = deadline.finished() == null ? known : null;
        return new Watched(
                deadline.project(),
                deadline.isOfAll() ? null : deadline.task(),
                deadline.name(),
                deadline.by(),
                deadline.promisedTo(),
                deadline.finished() == null ? deadline.planned() : deadline.finished(),
                Promise.State.of(deadline.by(), deadline.finished(), chance, clock.instant()),
                chance);
    }

    private static Promised promised(Deadline deadline, @Nullable Forecast forecast) {
        return new Promised(
                deadline.by(),
                forecast == null ? null : forecast.chances().get(deadline.task()),
                deadline.promisedTo());
    }

    private static List<Decision> decisions(
            Project project,
            List<Deadline> promises,
            @Nullable Forecast forecast,
            List<Decision> proposals,
            int requests) {
        var decisions = new ArrayList<Decision>();
        for (var each : promises)
            if (each.planned().isAfter(each.by())) decisions.add(decision("promise-missed", each, project));
        for (var each : promises) {
            var chance = forecast == null ? null : forecast.chances().get(each.task());
            if (chance != null && chance < LIKELY && !each.planned().isAfter(each.by()))
                decisions.add(decision("promise-at-risk", each, project));
        }
        decisions.addAll(proposals);
        if (requests > 0)
            decisions.add(new Decision(
                    "request", "Requests for people's time: %d".formatted(requests), project.id(), null, null));
        if (project.accountable() == null)
            decisions.add(new Decision("no-accountable", "Nobody is accountable", project.id(), null, null));
        return decisions;
    }

    private static Decision decision(String code, Deadline deadline, Project project) {
        return new Decision(code, deadline.name(), project.id(), deadline.isOfAll() ? null : deadline.task(), null);
    }

    /// How much of the time of those who have a skill is booked, month by month.
    private List<SkillLoad> shortOf() {
        var month = YearMonth.from(LocalDate.now(clock));
        var edges = new ArrayList<LocalDate>();
        for (int i = 0; i <= MONTHS_AHEAD; i++) edges.add(month.plusMonths(i).atDay(1));
        var sums = new TreeMap<String, long[][]>();
        for (var person : load.of(edges))
            for (var skill : person.person().skills().keySet()) {
                var sum = sums.computeIfAbsent(skill, any -> new long[2][MONTHS_AHEAD]);
                for (int i = 0; i < MONTHS_AHEAD; i++) {
                    sum[0][i] += person.booked()[i];
                    sum[1][i] += person.minutes()[i];
                }
            }
        return sums.entrySet().stream()
                .map(each -> skillLoad(each, month))
                .filter(each -> most(each) >= NEARLY_ALL)
                .sorted(Comparator.comparingLong(PortfolioReading::most)
                        .reversed()
                        .thenComparing(SkillLoad::skill))
                .limit(MOST_SKILLS)
                .toList();
    }

    private static SkillLoad skillLoad(Map.Entry<String, long[][]> sum, YearMonth first) {
        var months = new ArrayList<MonthLoad>();
        for (int i = 0; i < MONTHS_AHEAD; i++) {
            long here = sum.getValue()[1][i];
            months.add(new MonthLoad(
                    first.plusMonths(i).toString(), here == 0 ? 0 : Math.round(sum.getValue()[0][i] * 100.0 / here)));
        }
        return new SkillLoad(sum.getKey(), months);
    }

    private static long most(SkillLoad load) {
        return load.months().stream().mapToLong(MonthLoad::percent).max().orElse(0);
    }
}
