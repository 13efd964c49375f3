package chargehand.server.reporting;

import chargehand.server.forecasting.Promise;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.planning.Deadlines;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.PortfolioRows.Deadline;
import chargehand.server.reporting.Value.Kept;
import chargehand.server.reporting.Value.Of;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what managing the projects that the caller sees was good for in the last year.
@Service
class ValueReading {
    private static final Duration BACK = Duration.ofDays(365);

    private final Projects projects;
    private final PortfolioRows portfolio;
    private final ValueRows rows;
    private final Deadlines deadlines;
    private final Clock clock;

    ValueReading(Projects projects, PortfolioRows portfolio, ValueRows rows, Deadlines deadlines, Clock clock) {
        this.projects = projects;
        this.portfolio = portfolio;
        this.rows = rows;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Value read(Caller caller) {
        var seen = projects.all(caller.where(Permission.PORTFOLIO_SEE)).stream()
                .collect(Collectors.toMap(
                        Project::id, (Function<Project, Of>) each -> new Of(each.id(), each.name(), each.zone())));
        var ids = seen.keySet().toArray(UUID[]::new);
        var now = clock.instant();
        var since = now.minus(BACK);
        var promised = portfolio.deadlines(ids);
        return new Value(
                now.truncatedTo(ChronoUnit.MINUTES),
                since,
                rows.taken(seen, since),
                rows.caught(seen, since, promised),
                promised.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> isDue(each) && !ended(each).isBefore(since))
                        .map(each -> kept(Objects.requireNonNull(seen.get(each.project())), each))
                        .sorted(Comparator.comparing(Kept::by).reversed().thenComparing(Kept::name))
                        .toList());
    }

    private boolean isDue(Deadline deadline) {
        return deadline.finished() != null || clock.instant().isAfter(deadline.by());
    }

    private static java.time.Instant ended(Deadline deadline) {
        return Objects.requireNonNullElse(deadline.finished(), deadline.by());
    }

    private Kept kept(Of project, Deadline deadline) {
        var moves = deadline.isOfAll()
                ? rows.moves(project.id())
                : deadlines.moved(project.id(), deadline.task()).stream()
                        .filter(each -> each.was() != null && each.by() != null)
                        .map(each -> Objects.requireNonNull(each.was()))
                        .toList();
        return new Kept(
                project,
                deadline.isOfAll() ? null : deadline.task(),
                deadline.name(),
                deadline.promisedTo(),
                moves.isEmpty() ? deadline.by() : moves.getFirst(),
                deadline.by(),
                moves.size(),
                deadline.finished(),
                Promise.State.of(deadline.by(), deadline.finished(), null, clock.instant()));
    }
}
