package chargehand.bench;

import chargehand.bench.cvs.CvBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `bin/bench plan [--size N] [--seed N] [--json] [--results DIR]`, and `bin/bench cvs`.
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var all = Arrays.asList(arguments);
        if (!all.isEmpty() && all.getFirst().equals("cvs") && !all.contains("--help")) {
            CvBench.run(all);
            return;
        }
        if (all.isEmpty() || all.contains("--help") || !all.getFirst().equals("plan")) {
            System.out.print(help());
            System.exit(all.contains("--help") ? 0 : 64);
        }
        int size = (int) number(all, "--size", 10_000);
        long seed = number(all, "--seed", 1);
        boolean json = all.contains("--json");
        var figures = new PlanBench(size, seed, line -> {
                    if (!json) System.out.println(line);
                })
                .run();
        var results = new Results("plan", "--size %d --seed %d".formatted(size, seed), figures);
        results.print(json);
        int at = all.indexOf("--results");
        if (at >= 0) results.write(Path.of(all.get(at + 1)));
    }

    private static long number(List<String> arguments, String name, long otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0) return otherwise;
        try {
            return Long.parseLong(arguments.get(at + 1).replace("_", ""));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
            System.err.println(name + " needs a whole number.");
            System.exit(64);
            return otherwise;
        }
    }

    private static String help() {
        return """
                bin/bench plan [--size N] [--seed N] [--json]

                How fast the engine plans a made-up portfolio of N tasks (10,000), a fiftieth as many people with
                calendars of their own, and 1.2 links a task: the critical path (of ten times as many tasks), a
                levelled calendar from nothing, the repair after one edit, 500 simulated runs, and the memory of the
                command. Takes about two minutes. Writes bench/results/plan-DATE.txt; --json prints the figures as one
                line of JSON at the end.

                bin/bench cvs DIR [--today DATE] [--faults]
                bin/bench cvs --make DIR [--count N] [--seed N]

                How right the CV check is on a folder of CVs with a truth file (docs/cv-check.md), and how many it
                reads in a second; --faults lists each difference. --make makes a folder of made-up CVs (75) in 15
                layouts and three languages. Takes seconds. Writes bench/results/cvs-DATE.txt.
                """;
    }
}
