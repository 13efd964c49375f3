package chargehand.bench;

import chargehand.bench.psplib.PsplibBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// `bin/bench psplib DIR --schedules N --seeds K [--sample M] [--best-known FILE] [--out FILE]`.
final class PsplibCommand {
    static final String HELP = """
            bin/bench psplib DIR [--schedules N] [--seeds K] [--sample M] [--best-known FILE] [--out FILE]

            Levels the instances of a folder (.sm of PSPLIB, .rcp of Patterson) within N schedules each (1,000), with
            seeds 1 to K (1); with --sample every M-th instance only. Every pass of schedule generation counts,
            in either direction. Prints the mean deviation from the critical path and, beside a table of best known
            values, from those. --out writes instance,seed,schedules,makespan,bound,proved,millis,starts: starts
            of all jobs in file order, in periods, with blanks between.
            """;

    private PsplibCommand() {}

    static void run(List<String> arguments) throws IOException {
        if (arguments.size() < 2 || arguments.get(1).startsWith("--") || arguments.contains("--help")) {
            System.out.print(HELP);
            System.exit(arguments.contains("--help") ? 0 : 64);
        }
        var folder = Path.of(arguments.get(1));
        if (!Files.isDirectory(folder)) {
            System.err.println(folder + " is no folder.");
            System.exit(66);
        }
        int schedules = (int) Arguments.number(arguments, "--schedules", 1_000);
        int seeds = (int) Arguments.number(arguments, "--seeds", 1);
        int sample = (int) Arguments.number(arguments, "--sample", 1);
        var known = Arguments.path(arguments, "--best-known");
        var row = new PsplibBench(folder, schedules, seeds, sample, known).run(Arguments.path(arguments, "--out"));
        System.out.print(row);
        var results = Arguments.path(arguments, "--results");
        if (results != null)
            write(results, folder, "--schedules %d --seeds %d --sample %d".formatted(schedules, seeds, sample), row);
    }

    private static void write(Path results, Path folder, String options, String row) throws IOException {
        var name =
                folder.getFileName() + "-" + options.replaceAll("[^0-9]+", "-").replaceFirst("^-", "");
        var today = LocalDate.now(ZoneOffset.UTC);
        Files.createDirectories(results);
        Files.writeString(
                results.resolve("psplib-%s-%s.txt".formatted(name, today)),
                "bin/bench psplib %s %s%n%s, %d cores, %s, Java %s%n%n%s"
                        .formatted(
                                folder.getFileName(),
                                options,
                                today,
                                Runtime.getRuntime().availableProcessors(),
                                Results.processor(),
                                Runtime.version(),
                                row));
    }
}
