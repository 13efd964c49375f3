package chargehand.files.own;

import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;

/// The calendar as machines read it: one object, as `docs/contracts/plan.schema.json` says.
public final class CalendarJson {
    private CalendarJson() {}

    /// Does not close the stream.
    public static void write(Planned planned, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.text("project", planned.plan().name());
            new DerivedOutput(json, planned).write();
            JsonPlanOutput.notCarriedOver(json, planned.notCarriedOver());
        });
    }
}
