package chargehand.bench;

import chargehand.bench.cvs.CvBench;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// `bin/bench plan | portfolio | cvs | psplib | imopse | forecast | assets`: what is measured without a server.
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        var all = Arrays.asList(arguments);
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case "plan" -> plan(all);
            case "portfolio" -> PortfolioCommand.run(all);
            case "cvs" -> cvs(all);
            case "psplib" -> PsplibCommand.run(all);
            case "assets" -> AssetsCommand.run(all);
            case "imopse" -> ImopseCommand.run(all);
            case "forecast" -> ForecastCommand.run(all);
            default -> {
                System.out.print(help() + "\n" + PsplibCommand.HELP + "\n" + ImopseCommand.HELP + "\n"
                        + ForecastCommand.HELP + "\n" + AssetsCommand.HELP + "\n" + PortfolioCommand.HELP);
                System.exit(all.contains("--help") ? 0 : 64);
            }
        }
    }

    private static void plan(List<String> all) throws IOException {
        if (all.contains("--help")) {
            System.out.print(help());
            return;
        }
        int size = (int) Arguments.number(all, "--size", 10_000);
        long seed = Arguments.number(all, "--seed", 1);
        boolean json = all.contains("--json");
        var figures = new PlanBench(size, seed, line -> {
                    if (!json) System.out.println(line);
                })
                .run();
        var results = new Results("plan", "--size %d --seed %d".formatted(size, seed), figures);
        results.print(json);
        var folder = Arguments.path(all, "--results");
        if (folder != null) results.write(folder);
    }

    private static void cvs(List<String> all) throws IOException {
        if (all.contains("--help")) System.out.print(help());
        else CvBench.run(all);
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
                bin/bench cvs --make DIR [--count N] [--seed N] [--round N]

                How right the CV check is on a folder of CVs with a truth file (docs/cv-check.md), and how many it
                reads in a second; --faults lists each difference. --make makes a folder of made-up CVs (75) in 15
                layouts and three languages, and of those that people wrote; --round: only these of a
                round. Takes seconds. Writes bench/results/cvs-DATE.txt.
                """;
    }
}
