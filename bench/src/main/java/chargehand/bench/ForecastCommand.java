package chargehand.bench;

import chargehand.bench.forecast.ForecastBench;
import chargehand.files.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `bin/bench forecast DIR` or `bin/bench forecast FILE.csv --split 0.7 --out QUANTILES.csv`.
final class ForecastCommand {
    static final String HELP = """
            bin/bench forecast DIR [--plot FILE.svg] [--json]
            bin/bench forecast FILE.csv [--split 0.7] [--out QUANTILES.csv] [--plot FILE.svg] [--strict] [--json]

            How well forecasts that learn from finished work do on the public records SiP and CESAW, which DIR holds as
            sip and cesaw, or on a history of one's own, beside the estimates as they are, evidence-based scheduling, and
            a reference class weighted by hand. The last 30 % by estimate date (or start, where none says) are forecast
            from what was finished before each. Columns of FILE: id,person,project,kind,estimate_hours,actual_hours,
            estimated_on,started_on,completed_on; team,part,requester,priority count where there are. --out writes
            id,q10,q25,q50,q75,q90 in hours for each held-out row; --plot draws how much happened of what was called 10, 25,
            50, 75 and 90 % likely. Rows from which nothing can be learned are listed with
            the reason; with --strict a single one ends it (exit 65). A few minutes. Writes
            bench/results/forecast-DATE.txt.
            """;

    private ForecastCommand() {}

    static void run(List<String> arguments) throws IOException {
        if (arguments.size() < 2 || arguments.get(1).startsWith("--") || arguments.contains("--help")) {
            System.out.print(HELP);
            System.exit(arguments.contains("--help") ? 0 : 64);
        }
        var from = Path.of(arguments.get(1));
        if (!Files.exists(from)) {
            System.err.println(from + " does not exist.");
            System.exit(66);
        }
        boolean json = arguments.contains("--json");
        var table = new StringBuilder();
        var bench = new ForecastBench(line -> {
            table.append(line).append('\n');
            if (!json) System.out.println(line);
        });
        try {
            double split = Arguments.share(arguments, "--split", 0.7);
            var outcome = Files.isDirectory(from)
                    ? bench.records(from)
                    : bench.history(from, split, Arguments.path(arguments, "--out"), arguments.contains("--strict"));
            if (json) System.out.println(outcome.json());
            else outcome.lines().forEach(System.out::println);
            var plot = Arguments.path(arguments, "--plot");
            if (plot != null) Files.writeString(plot, outcome.reliability());
            var text = table + "\n" + String.join("\n", outcome.lines()) + "\n";
            if (Files.isDirectory(from)) Row.write(arguments, "forecast", "DIR", text);
        } catch (UnreadableFile wrong) {
            System.err.println(wrong.getMessage() + " " + wrong.hint());
            System.exit(65);
        }
    }
}
