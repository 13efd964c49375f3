package chargehand.bench.peers;

import chargehand.bench.Arguments;
import chargehand.bench.Row;
import chargehand.bench.psplib.BestKnown;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/// `bin/bench peers DIR [--sample M] [--seconds 1,5] [--best-known FILE] [--out FILE]`.
public final class PeersCommand {
    private static final String HELP = """
            bin/bench peers DIR [--sample M] [--seconds S,T,…] [--best-known FILE] [--out FILE]

            Solves every M-th (24th) instance of a folder (.sm of PSPLIB, .rcp of Patterson) by ours and by OR-Tools
            CP-SAT 9.15 (two workers), one after the other, within each of the given numbers of seconds (1,5). Ours
            searches within 240,000 placed jobs a second of that, and uses what is left to prove; each runs on two threads
            and stops when it has a proof. Prints for each the mean deviation from the critical path, the share as good as
            the best known (beside a table of best known values), the share proved and the mean time. Every
            schedule is checked. The first run downloads CP-SAT (about 100 MB). --out writes
            peer,instance,seconds,makespan,bound,proved,millis,starts. With M = 24 it takes up to five minutes.
            Writes bench/results/peers-….txt.
            """;

    private PeersCommand() {}

    public static void main(String[] given) throws IOException {
        var arguments = Arrays.asList(given);
        var folder = Arguments.folder(arguments, HELP);
        int sample = (int) Arguments.number(arguments, "--sample", 24);
        var limits = limits(arguments);
        var known = Arguments.path(arguments, "--best-known");
        var bench = new PeersBench(limits, known == null ? null : BestKnown.read(known));
        bench.run(folder, sample);
        var out = Arguments.path(arguments, "--out");
        if (out != null) Files.write(out, bench.lines());
        var row = "%s: every %d. instance%n".formatted(folder.getFileName(), sample) + bench.table();
        System.out.print(row);
        var seconds = String.join(",", limits.stream().map(String::valueOf).toList());
        var options = "%s --sample %d --seconds %s".formatted(folder.getFileName(), sample, seconds);
        var name = "peers-%s-%d-%s".formatted(folder.getFileName(), sample, seconds.replace(',', '-'));
        Row.write(arguments, name, options, row);
    }

    private static List<Integer> limits(List<String> arguments) {
        var text = Arguments.text(arguments, "--seconds");
        var seconds = text == null ? "1,5" : text;
        if (!seconds.matches("[1-9]\\d{0,3}(,[1-9]\\d{0,3})*")) {
            System.err.println("--seconds needs whole numbers with commas between them, such as 1,5,20.");
            System.exit(64);
        }
        return Arrays.stream(seconds.split(",")).map(Integer::valueOf).toList();
    }
}
