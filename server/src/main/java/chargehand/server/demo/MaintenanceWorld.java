package chargehand.server.demo;

import chargehand.server.maintenance.MaintenanceIntake.NewPolicy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the made-up data centre is kept running. Days move by whole weeks; what came of rounds belongs to the latest
/// days
/// before the present on which their policy falls.
record MaintenanceWorld(List<Window> windows, List<Freeze> freezes, List<Kept> policies) {
    record Window(String name, String rule, LocalDate first, LocalTime from, int minutes) {}

    record Freeze(String name, LocalDate first, LocalDate last) {}

    /// @param past the last one last
    record Kept(NewPolicy policy, List<Past> past) {}

    /// @param by the name of who told
    record Past(
            String outcome, @Nullable String note, @Nullable List<@Nullable Integer> took, String by) {}
}
