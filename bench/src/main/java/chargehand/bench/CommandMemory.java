package chargehand.bench;

import chargehand.engine.plan.Plan;
import chargehand.files.ReadPlan;
import chargehand.files.own.JsonPlans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How much memory the real command takes for a plan: its resident set at the highest, as the system counts it.
final class CommandMemory {
    /// What the command gives itself.
    static final String USUAL = "448m";

    private CommandMemory() {}

    /// @param heap what the command may use, as its CHARGEHAND_HEAP
    static double peakMegabytes(Plan plan, String heap) throws IOException {
        var file = Files.createTempFile("portfolio", ".json");
        try {
            try (var out = Files.newOutputStream(file)) {
                JsonPlans.write(new ReadPlan(plan, "JSON", List.of()), out);
            }
            return measure(file, heap);
        } finally {
            Files.delete(file);
        }
    }

    private static double measure(Path file, String heap) throws IOException {
        var launcher = Path.of("chargehand").toAbsolutePath().toString();
        var builder = new ProcessBuilder(launcher, "plan", file.toString(), "--zone", "UTC", "--json")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CHARGEHAND_HEAP", heap);
        var command = builder.start();
        double peak = 0;
        try {
            while (!command.waitFor(20, TimeUnit.MILLISECONDS)) peak = Math.max(peak, residentPeak(command.pid()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (command.exitValue() > 1) throw new IOException("The command ended with " + command.exitValue());
        return peak;
    }

    private static double residentPeak(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")))
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            return 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
