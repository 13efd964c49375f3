package chargehand.files.own;

import chargehand.engine.forecast.Forecast.Chance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;

/// A forecast as machines read it: one object, as `docs/contracts/forecast.schema.json` says.
public final class ForecastJson {
    private static final double THOUSAND = 1000;

    private ForecastJson() {}

    /// Does not close the stream.
    public static void write(Foreseen foreseen, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> new Writing(json, foreseen).write());
    }

    private record Writing(JsonOutput json, Foreseen foreseen) {
        void write() {
            var plan = foreseen.plan();
            json.text("project", plan.name());
            json.text("zone", plan.zone().getId());
            json.number("runs", foreseen.forecast().runs());
            json.number("seed", foreseen.forecast().seed());
            json.object("basis", this::basis);
            json.text("planned", times().text(foreseen.calendar().finish()));
            json.object("finish", () -> chances(foreseen.forecast().finish()));
            json.list(
                    "tasks",
                    IntStream.range(0, plan.tasks().size()).boxed().toList(),
                    index -> json.object(() -> task(index)));
        }

        private Times times() {
            return new Times(foreseen.plan().zone());
        }

        private void basis() {
            var basis = foreseen.basis();
            json.text("from", basis == null ? "prior" : "history");
            if (basis == null) return;
            json.number("finishedWork", basis.finishedWork());
            json.number("refused", basis.refused());
            json.number("together", rounded(basis.together()));
        }

        private void chances(Chance chance) {
            json.text("p10", times().text(chance.p10()));
            json.text("p50", times().text(chance.p50()));
            json.text("p80", times().text(chance.p80()));
            json.text("p90", times().text(chance.p90()));
        }

        private void task(int index) {
            var task = foreseen.plan().tasks().get(index);
            var driver = foreseen.forecast().drivers().get(index);
            json.text("id", task.id().value());
            json.text("name", task.name());
            json.flag("summary", task.isSummary());
            json.text(
                    "planned",
                    times().text(foreseen.calendar().tasks().get(index).finish()));
            json.object("finish", () -> chances(foreseen.forecast().tasks().get(index)));
            json.number("critical", rounded(driver.critical()));
            json.number("sensitivity", rounded(driver.sensitivity()));
            var deadline = task.deadline();
            var kept = foreseen.forecast().kept().get(task.id());
            if (deadline == null || kept == null) return;
            json.text("promised", times().text(deadline.by()));
            json.number("chance", rounded(kept));
        }

        private static double rounded(double share) {
            return Math.round(share * THOUSAND) / THOUSAND;
        }
    }
}
