package chargehand.bench;

import chargehand.bench.psplib.PsplibBench;
import java.io.IOException;
import java.util.List;

/// `bin/bench psplib DIR --schedules N --seeds K [--sample M] [--seconds S] [--best-known FILE] [--out FILE]`.
final class PsplibCommand {
    static final String HELP = """
            bin/bench psplib DIR [--schedules N] [--seeds K] [--sample M] [--seconds S] [--best-known FILE] [--out FILE]

            Levels the instances of a folder (.sm of PSPLIB, .rcp of Patterson) within N schedules each (1,000), with
            seeds 1 to K (1); with --sample every M-th instance only. Every pass of schedule generation counts,
            in either direction. With --seconds what is open then is looked into for so long from the start, to prove
            it or to find better (one thread each). Prints the mean deviation from the critical path and, beside a table of best known
            values, from those. --out writes instance,seed,schedules,makespan,bound,proved,millis,starts: starts
            of all jobs in file order, in periods, with blanks between.
            """;

    private PsplibCommand() {}

    static void run(List<String> arguments) throws IOException {
        var folder = Arguments.folder(arguments, HELP);
        int schedules = (int) Arguments.number(arguments, "--schedules", 1_000);
        int seeds = (int) Arguments.number(arguments, "--seeds", 1);
        int sample = (int) Arguments.number(arguments, "--sample", 1);
        int seconds = (int) Arguments.number(arguments, "--seconds", 0);
        var known = Arguments.path(arguments, "--best-known");
        var row = new PsplibBench(folder, schedules, seeds, sample, seconds, known)
                .run(Arguments.path(arguments, "--out"));
        System.out.print(row);
        var proving = seconds > 0 ? " --seconds " + seconds : "";
        var options = "--schedules %d --seeds %d --sample %d".formatted(schedules, seeds, sample) + proving;
        var figures = options.replaceAll("[^0-9]+", "-").replaceFirst("^-", "");
        var name = "psplib-%s-%s".formatted(folder.getFileName(), figures);
        Row.write(arguments, name, folder.getFileName() + " " + options, row);
    }
}
