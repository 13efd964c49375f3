package chargehand.bench;

import chargehand.bench.assets.AssetScore;
import chargehand.bench.assets.AssetTruth;
import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.LifecycleCatalogue;
import chargehand.files.UnreadableFile;
import chargehand.files.own.EndOfLifeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `bin/bench assets FILE [--catalogue PATH] [--faults]`.
final class AssetsCommand {
    static final String HELP = """
            bin/bench assets FILE.csv [--catalogue PATH] [--faults] [--json]

            How right lines about what is run are matched to products and versions. FILE has the columns
            line,product,cycle,eol in any order; ids and cycles are endoflife.date's. A line without a product must not
            be matched; one without a cycle only has its date compared. --catalogue completes our catalogue by a file
            or a folder of JSON files in endoflife.date's format; --faults lists each line that is not right. Ours are
            in examples/assets/lines.csv. Takes seconds. Writes bench/results/assets-DATE.txt.
            """;

    private static final int WARM_LINES = 20_000;

    private AssetsCommand() {}

    static void run(List<String> arguments) throws IOException {
        if (arguments.size() < 2 || arguments.get(1).startsWith("--") || arguments.contains("--help")) {
            System.out.print(HELP);
            System.exit(arguments.contains("--help") ? 0 : 64);
        }
        var file = Path.of(arguments.get(1));
        if (!Files.isRegularFile(file)) {
            System.err.println(file + " is no file.");
            System.exit(66);
        }
        try {
            measure(file, arguments);
        } catch (UnreadableFile | AssetTruth.NoTruth wrong) {
            System.err.println(wrong.getMessage());
            System.exit(65);
        }
    }

    private static void measure(Path file, List<String> arguments)
            throws IOException, UnreadableFile, AssetTruth.NoTruth {
        var catalogue = LifecycleCatalogue.own();
        var more = Arguments.path(arguments, "--catalogue");
        if (more != null) catalogue = catalogue.with(EndOfLifeFiles.read(more));
        var truths = AssetTruth.read(file);
        var lines = new AssetLines(catalogue);
        var score = new AssetScore();
        for (var truth : truths) score.add(truth, lines.match(truth.line()));
        double rate = rate(truths, lines);
        if (arguments.contains("--faults")) score.faults().forEach(System.out::println);
        if (arguments.contains("--json")) System.out.println(score.json());
        else score.lines(rate).forEach(System.out::println);
        var name = "%s%s".formatted(file.getFileName(), more == null ? "" : " --catalogue PATH");
        Row.write(arguments, "assets", name, String.join("\n", score.lines(rate)) + "\n");
    }

    /// Lines a second once it is warm.
    private static double rate(List<AssetTruth> truths, AssetLines lines) {
        if (truths.isEmpty()) return 0;
        int rounds = WARM_LINES / truths.size() + 1;
        long start = 0;
        for (int round = 0; round < 2 * rounds; round++) {
            if (round == rounds) start = System.nanoTime();
            for (var truth : truths) lines.match(truth.line());
        }
        return (double) rounds * truths.size() / ((System.nanoTime() - start) / 1e9);
    }
}
