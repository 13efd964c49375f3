package chargehand.server.forecasting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.work.Texts;
import chargehand.server.work.WorkIntake;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The risk register: written, switched off and on, closed; and what happened becomes a complication.
@Service
public class RiskKeeping {
    private static final int MOST = 50;
    private static final int MOST_PERCENT = 1_000;
    private static final int MOST_MINUTES = 250 * 480;
    private static final int MOST_DAYS = 1_000;
    private static final double ALL = 100;

    private final Risks risks;
    private final PlanReading plans;
    private final WorkIntake work;
    private final Audit audit;
    private final LiveEvents events;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    RiskKeeping(
            Risks risks,
            PlanReading plans,
            WorkIntake work,
            Audit audit,
            LiveEvents events,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.risks = risks;
        this.plans = plans;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /// @param percent the chance that it happens, 1 to 99
    /// @param tasks that it hits; absent or none for all of the project
    /// @param longer percent by which each of them takes longer
    /// @param minutes of work that each of them takes besides
    /// @param days by which each of them begins later
    @Schema(name = "RiskWrite")
    public record Written(
            @Nullable String what,
            Risk.@Nullable Cause cause,
            @Nullable Integer percent,
            @Nullable List<String> tasks,
            @Nullable Integer longer,
            @Nullable Integer minutes,
            @Nullable Integer days,
            @Nullable Money cost,
            @Nullable UUID owner,
            @Nullable String response,
            @Nullable LocalDate review,
            @Nullable Boolean counted) {}

    Risk find(UUID project, UUID id) {
        return risks.find(project, id).orElseThrow(Problem::notFound);
    }

    @Transactional
    public Risk add(Caller caller, UUID project, Written written) {
        if (risks.of(project).size() >= MOST)
            throw Problem.invalid("what", "A project has at most %d risks.".formatted(MOST));
        var risk = risk(Ids.next(clock), caller, project, written, 1);
        return put(caller, risk, "risk-added");
    }

    private Risk risk(UUID id, Caller caller, UUID project, Written written, long version) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        if (current.draft()) throw Problem.invalid("project", "A draft has the risks of its plan.");
        var tasks = written.tasks() == null ? List.<String>of() : List.copyOf(written.tasks());
        var there = current.plan().positions();
        for (var each : tasks)
            if (there.keySet().stream().noneMatch(known -> known.value().equals(each))) throw Problem.notFound();
        return new Risk(
                id,
                project,
                Texts.line("what", written.what()),
                Objects.requireNonNullElse(written.cause(), Risk.Cause.project),
                within("percent", written.percent(), 1, 99) / ALL,
                tasks,
                within("longer", written.longer(), 0, MOST_PERCENT),
                within("minutes", written.minutes(), 0, MOST_MINUTES),
                within("days", written.days(), 0, MOST_DAYS),
                written.cost(),
                written.owner(),
                Texts.optionalLine("response", written.response()),
                written.review(),
                !Boolean.FALSE.equals(written.counted()),
                Risk.State.open,
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                version);
    }

    private static int within(String field, @Nullable Integer value, int least, int most) {
        int given = value == null ? 0 : value;
        if (given < least || given > most)
            throw Problem.invalid(field, "It lies from %d to %,d.".formatted(least, most));
        return given;
    }

    private Risk put(Caller caller, Risk risk, String action) {
        risks.put(risk);
        audit.record(caller, action, "risk", risk.id(), risk.project(), Map.of("what", risk.what()));
        events.publish("risk", risk.project(), null, caller.account(), EventScope.project(risk.project()));
        listeners.publishEvent(new PromiseChanged(risk.project()));
        return risk;
    }

    /// All of it anew; who added it and when stays.
    @Transactional
    public Risk write(Caller caller, UUID project, UUID id, Written written) {
        var known = find(project, id);
        if (known.state() != Risk.State.open)
            throw Problem.invalid("state", "It is closed.").hint("Add it again if it may happen again.");
        return put(caller, risk(id, caller, project, written, known.version() + 1), "risk-written");
    }

    /// @param task on which it is told as a complication, if it happened; null where it is only gone
    @Transactional
    public Risk close(Caller caller, UUID project, UUID id, boolean happened, @Nullable String task) {
        var known = find(project, id);
        if (known.state() != Risk.State.open) throw Problem.invalid("state", "It is closed already.");
        var closed = new Risk(
                known.id(),
                known.project(),
                known.what(),
                known.cause(),
                known.chance(),
                known.tasks(),
                known.percent(),
                known.minutes(),
                known.days(),
                known.cost(),
                known.owner(),
                known.response(),
                known.review(),
                known.counted(),
                happened ? Risk.State.happened : Risk.State.gone,
                known.byName(),
                known.at(),
                known.version() + 1);
        if (happened) {
            var at = task != null ? task : known.tasks().stream().findFirst().orElse(null);
            if (at == null) throw Problem.invalid("task", "It isn't said which task it came in the way of.");
            work.complication(caller, project, at, known.what(), known.minutes() > 0 ? known.minutes() : null, null);
        }
        return put(caller, closed, happened ? "risk-happened" : "risk-gone");
    }
}
