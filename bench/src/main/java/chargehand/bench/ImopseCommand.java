package chargehand.bench;

import chargehand.bench.imopse.ImopseBench;
import java.io.IOException;
import java.util.List;

/// `bin/bench imopse DIR [--seconds S] [--seeds K] [--sample M] [--out FILE]`.
final class ImopseCommand {
    static final String HELP = """
            bin/bench imopse DIR [--seconds S] [--seeds K] [--sample M] [--out FILE]

            Finds who does what when on the instances of a folder (.def of iMOPSE: people with skills at levels, tasks
            that need one), S seconds each (2) on all cores, with seeds 1 to K (1); with --sample every M-th instance
            only. Prints the mean duration, how far it is from the bound at most, and how many are proved optimal.
            --out writes instance,seed,schedules,makespan,bound,proved,millis,starts,assignees: hours and people by
            task in file order, with blanks between.
            """;

    private ImopseCommand() {}

    static void run(List<String> arguments) throws IOException {
        var folder = Arguments.folder(arguments, HELP);
        int seconds = (int) Arguments.number(arguments, "--seconds", 2);
        int seeds = (int) Arguments.number(arguments, "--seeds", 1);
        int sample = (int) Arguments.number(arguments, "--sample", 1);
        var row = new ImopseBench(folder, seconds, seeds, sample).run(Arguments.path(arguments, "--out"));
        System.out.print(row);
        var options = "--seconds %d --seeds %d --sample %d".formatted(seconds, seeds, sample);
        Row.write(arguments, "imopse", folder.getFileName() + " " + options, row);
    }
}
