package chargehand.server.interchange;

import chargehand.engine.explain.Explainer;
import chargehand.engine.forecast.Forecaster;
import chargehand.files.Planned;
import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Writes a project as other programs read it, as it is planned now.
@Service
class Exporting {
    /// Enough that a P80 is right to within about two percentage points.
    private static final int RUNS = 500;

    private static final long SEED = 1;

    private final PlanReading plans;

    Exporting(PlanReading plans) {
        this.plans = plans;
    }

    record Exported(String name, byte[] bytes) {}

    /// @throws Problem if there is no such project
    Exported export(UUID project, ExportFormat format) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        var plan = current.plan();
        var calendar = current.calendar();
        var forecast = Forecaster.forecast(plan, calendar, current.now(), RUNS, SEED);
        var reasons = Explainer.explain(plan, calendar, current.now());
        var planned = new Planned(plan, calendar, forecast, reasons, List.of(), current.now());
        var bytes = new ByteArrayOutputStream();
        try {
            format.writer().write(planned, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Exported(plan.name(), bytes.toByteArray());
    }
}
