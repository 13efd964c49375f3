package chargehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `bin/bench portfolio [--size N] [--people N] [--seconds S] [--edits N] [--seed N] [--plot FILE]`.
final class PortfolioCommand {
    static final String HELP = """
            bin/bench portfolio [--size N] [--people N] [--seconds S] [--edits N] [--seed N] [--plot FILE] [--json]

            What the engine makes of a made-up portfolio of N tasks (10,000) in projects of 50, and people (200) with
            calendars of their own: the first calendar; weighted lateness after S seconds (10) of search beside the best of
            ten priority rules, of projects that begin one after another, with
            deadlines at 0.9 to 1.3 of what each takes by the best rule and weights of 1 to 10; a
            schedule with calendars, zones, lags and windows beside a bare one; repairs after N edits (1,000): time, and
            how much later all ends than levelled anew. Then 1,000 to 100,000 tasks: how the first calendar's time grows,
            and the memory of ./chargehand plan at 100,000. Where TaskJuggler is installed (Debian: apt-get install tj3),
            its time for 5,000 tasks and 200 people beside ours. Takes about five minutes. Writes
            bench/results/portfolio-DATE.txt; --plot draws the growth.
            """;

    private PortfolioCommand() {}

    static void run(List<String> all) throws IOException {
        if (all.contains("--help")) {
            System.out.print(HELP);
            return;
        }
        int size = (int) Arguments.number(all, "--size", 10_000);
        int people = (int) Arguments.number(all, "--people", Math.max(1, size / 50));
        int seconds = (int) Arguments.number(all, "--seconds", 10);
        int edits = (int) Arguments.number(all, "--edits", 1_000);
        long seed = Arguments.number(all, "--seed", 1);
        boolean json = all.contains("--json");
        var log = new ArrayList<String>();
        var bench = new PortfolioBench(size, people, seconds, edits, seed, line -> {
            log.add(line);
            if (!json) System.out.println(line);
        });
        bench.run();
        var growth = Growth.measured(seed);
        bench.large(growth.getLast());
        bench.beside();
        var table = Growth.table(growth);
        if (!json) System.out.print("\n" + table);
        var plot = Arguments.path(all, "--plot");
        if (plot != null) Files.writeString(plot, GrowthPlot.svg(growth));
        if (json) new Results("portfolio", "", bench.figures()).print(true);
        var options = String.format(
                Locale.ROOT,
                "--size %d --people %d --seconds %d --edits %d --seed %d",
                size,
                people,
                seconds,
                edits,
                seed);
        Row.write(all, "portfolio", options, String.join("\n", log) + "\n\n" + table);
    }
}
