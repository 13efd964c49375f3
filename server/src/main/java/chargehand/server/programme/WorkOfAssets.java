package chargehand.server.programme;

import chargehand.engine.plan.TaskId;
import chargehand.server.assets.Asset;
import chargehand.server.assets.Register;
import chargehand.server.forecasting.Forecasts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Projects;
import chargehand.server.programme.Replacements.Replacement;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An asset's way to its task, and back.
@Component
class WorkOfAssets {
    private final Register register;
    private final Replacements replacements;
    private final Projects projects;
    private final PlanReading plans;
    private final Forecasts forecasts;

    WorkOfAssets(
            Register register, Replacements replacements, Projects projects, PlanReading plans, Forecasts forecasts) {
        this.register = register;
        this.replacements = replacements;
        this.projects = projects;
        this.plans = plans;
        this.forecasts = forecasts;
    }

    /// @param finish by the calendar
    /// @param likely by when it is done with 80 %
    @Schema(name = "AssetWork")
    record Work(
            UUID project,
            String projectName,
            String task,
            String name,
            @Nullable Instant finish,
            @Nullable Instant likely) {}

    @Transactional(readOnly = true)
    List<Work> of(Caller caller, UUID asset) {
        if (register.find(asset).isEmpty()) throw Problem.notFound();
        var seen = caller.where(Permission.PLAN_SEE);
        return replacements.ofAssets(List.of(asset)).stream()
                .flatMap(row -> projects.find(row.project()).stream()
                        .filter(each -> seen.has(
                                each.id(),
                                each.client() == null ? null : each.client().id()))
                        .flatMap(each -> work(row, each.name()).stream()))
                .toList();
    }

    /// Nothing where the task was removed from its plan.
    private Optional<Work> work(Replacement row, String project) {
        var current = plans.current(row.project()).orElseThrow(Problem::notFound);
        var place = current.plan().positions().get(new TaskId(row.task()));
        if (place == null) return Optional.empty();
        var chance = forecasts.find(row.project()).map(each -> each.tasks().get(new TaskId(row.task())));
        return Optional.of(new Work(
                row.project(),
                project,
                row.task(),
                current.plan().tasks().get(place).name(),
                current.calendar().tasks().get(place).finish(),
                chance.map(each -> each.p80()).orElse(null)));
    }

    /// @param ends the day on which it ends
    @Schema(name = "ReplacedAsset")
    record Replaced(
            String task, UUID asset, String name, @Nullable LocalDate ends) {}

    List<Replaced> replacedBy(UUID project) {
        var rows = replacements.ofProject(project);
        var assets = register.of(rows.stream().map(Replacement::asset).toList());
        return rows.stream()
                .flatMap(row ->
                        Optional.ofNullable(assets.get(row.asset())).stream().map(each -> replaced(row, each)))
                .toList();
    }

    private static Replaced replaced(Replacement row, Asset asset) {
        return new Replaced(row.task(), asset.id(), asset.name(), asset.ends());
    }
}
