package chargehand.bench.cvs;

import chargehand.files.cv.CvFile;
import chargehand.files.cv.CvFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `bin/bench cvs DIR`: how right and how fast CVs of a folder are read; `--make DIR`: makes such a folder.
public final class CvBench {
    private static final int MADE = 75;

    private CvBench() {}

    public static void run(List<String> arguments) throws IOException {
        int make = arguments.indexOf("--make");
        if (make >= 0) {
            make(Path.of(arguments.get(make + 1)), arguments);
            return;
        }
        var folder =
                arguments.stream().skip(1).filter(each -> !each.startsWith("-")).findFirst();
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder.get()))) {
            System.err.println(
                    "bin/bench cvs needs a folder of CVs with a truth file, or --make DIR; docs/cv-check.md has the format.");
            System.exit(64);
            return;
        }
        measure(Path.of(folder.get()), arguments);
    }

    /// With `--round` only the described ones of that round.
    static void make(Path folder, List<String> arguments) throws IOException {
        Files.createDirectories(folder);
        int round = (int) number(arguments, "--round", 0);
        var truth = new ArrayList<String>();
        if (round == 0)
            truth.addAll(invent(folder, (int) number(arguments, "--count", MADE), number(arguments, "--seed", 1)));
        truth.addAll(describe(folder, round == 0 ? DescribedCvs.all() : DescribedCvs.of(round)));
        Files.write(folder.resolve("truth.jsonl"), truth);
        System.out.printf("%d CVs in %s%n", truth.size(), folder);
    }

    /// Each layout in turn, each CV from a seed of its own.
    private static List<String> invent(Path folder, int count, long seed) throws IOException {
        var truth = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var layout = Layout.values()[i % Layout.values().length];
            truth.add(write(folder, "%03d".formatted(i + 1), MadeUpCvs.make(seed * 1000 + i), layout));
        }
        return truth;
    }

    private static List<String> describe(Path folder, Map<String, MadeUpCv> described) throws IOException {
        var truth = new ArrayList<String>();
        int at = 0;
        for (var each : described.entrySet()) {
            for (var layout : DescribedCvs.layouts(each.getValue(), at))
                truth.add(write(folder, "round-" + each.getKey(), each.getValue(), layout));
            at++;
        }
        return truth;
    }

    private static String write(Path folder, String name, MadeUpCv cv, Layout layout) throws IOException {
        var file = "%s-%s.%s"
                .formatted(name, layout.name().toLowerCase(Locale.ROOT).replace('_', '-'), layout.extension());
        Files.write(folder.resolve(file), layout.render(cv));
        return truth(cv, layout).json(file);
    }

    public static CvTruth truth(MadeUpCv cv, Layout layout) {
        var known = cv.truth();
        return layout == Layout.PICTURE ? new CvTruth("picture", List.of(), List.of(), Map.of(), Map.of()) : known;
    }

    private static void measure(Path folder, List<String> arguments) throws IOException {
        var truths = CvTruth.read(folder);
        boolean faults = arguments.contains("--faults");
        int today = arguments.indexOf("--today");
        var day = today < 0 ? MadeUpCvs.NOW.atDay(23) : LocalDate.parse(arguments.get(today + 1));
        var score = new CvScore(day, fault -> {
            if (faults) System.out.println("  " + fault);
        });
        long start = System.nanoTime();
        var read = read(folder);
        double seconds = (System.nanoTime() - start) / 1e9;
        read.forEach((name, file) -> {
            if (truths.containsKey(name)) score.add(name, file, java.util.Objects.requireNonNull(truths.get(name)));
        });
        var lines = new ArrayList<>(score.lines());
        lines.add(CvScore.line(
                "CVs a second, from the start of the readers",
                read.size() / seconds,
                ">= 10",
                read.size() / seconds >= 10));
        System.out.println("%d CVs, %d of them with a truth".formatted(read.size(), truths.size()));
        lines.forEach(System.out::println);
        int results = arguments.indexOf("--results");
        if (results >= 0) write(Path.of(arguments.get(results + 1)), folder, read.size(), day, lines);
    }

    private static Map<String, CvFile> read(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.list(folder)) {
            all.filter(Files::isRegularFile).filter(CvBench::isCv).sorted().forEach(files::add);
        }
        int readers = Runtime.getRuntime().availableProcessors();
        var read = new java.util.LinkedHashMap<String, CvFile>();
        try (var cvs = new CvFiles(readers);
                var threads = Executors.newFixedThreadPool(readers)) {
            var waiting = new ArrayList<Future<CvFile>>();
            for (var file : files) waiting.add(threads.submit(() -> cvs.read(file)));
            for (int i = 0; i < files.size(); i++)
                read.put(files.get(i).getFileName().toString(), waiting.get(i).get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read;
    }

    private static boolean isCv(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith("truth.") || name.endsWith(".truth.json") || name.startsWith(".")) return false;
        return name.contains(".") && CvScore.kinds().contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static void write(Path results, Path folder, int count, LocalDate today, List<String> lines)
            throws IOException {
        Files.createDirectories(results);
        var head = "bin/bench cvs %s\n%s, %d cores, Java %s\n%d CVs; positions without an end run until %s\n\n"
                .formatted(
                        folder.getFileName(),
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        count,
                        today);
        Files.writeString(
                results.resolve("cvs-%s.txt".formatted(LocalDate.now(ZoneOffset.UTC))),
                head + String.join("\n", lines) + "\n");
    }

    private static long number(List<String> arguments, String name, long otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(arguments.get(at + 1));
    }
}
