package chargehand.bench.psplib;

import chargehand.bench.psplib.Instance.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads instances: `.sm` of PSPLIB (one mode) and `.rcp` of Patterson.
public final class InstanceFiles {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private InstanceFiles() {}

    /// All of a folder and those beneath, ordered by name as people count: `j30_2` before `j30_10`.
    public static List<Path> in(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(each ->
                            each.toString().endsWith(".sm") || each.toString().endsWith(".rcp"))
                    .sorted((one, other) -> key(one).compareTo(key(other)))
                    .toList();
        }
    }

    private static String key(Path file) {
        return NUMBER.matcher(file.toString())
                .replaceAll(digits -> "0".repeat(Math.max(0, 30 - digits.group().length())) + digits.group());
    }

    /// @throws IOException if it can't be read as what its ending says
    public static Instance read(Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\.\\w+$", "");
        try {
            return file.toString().endsWith(".rcp")
                    ? patterson(name, numbers(Files.readString(file)))
                    : psplib(name, Files.readAllLines(file));
        } catch (IndexOutOfBoundsException | NumberFormatException unlike) {
            throw new IOException("%s is no instance that can be read.".formatted(file), unlike);
        }
    }

    /// Jobs, resources; capacities; then for each job its duration, demands and successors.
    private static Instance patterson(String name, int[] numbers) {
        int count = numbers[0];
        int resources = numbers[1];
        var capacity = java.util.Arrays.copyOfRange(numbers, 2, 2 + resources);
        var jobs = new ArrayList<Job>();
        int at = 2 + resources;
        for (int j = 0; j < count; j++) {
            int duration = numbers[at++];
            var demand = java.util.Arrays.copyOfRange(numbers, at, at += resources);
            int successors = numbers[at++];
            jobs.add(new Job(duration, demand, places(numbers, at, at += successors)));
        }
        return new Instance(name, capacity, jobs);
    }

    private static Instance psplib(String name, List<String> lines) {
        int relations = heading(lines, "PRECEDENCE RELATIONS") + 2;
        int requests = heading(lines, "REQUESTS/DURATIONS") + 3;
        int capacities = heading(lines, "RESOURCEAVAILABILITIES") + 2;
        var capacity = numbers(lines.get(capacities));
        var jobs = new ArrayList<Job>();
        for (int j = 0; numbers(lines.get(relations + j)).length > 0; j++) {
            var relation = numbers(lines.get(relations + j));
            var request = numbers(lines.get(requests + j));
            if (relation[0] != j + 1 || relation[1] != 1 || request[0] != j + 1)
                throw new NumberFormatException("Job %d has several modes, or is missing.".formatted(j + 1));
            jobs.add(new Job(
                    request[2],
                    java.util.Arrays.copyOfRange(request, 3, 3 + capacity.length),
                    places(relation, 3, 3 + relation[2])));
        }
        return new Instance(name, capacity, jobs);
    }

    private static int heading(List<String> lines, String words) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(words))
                .findFirst()
                .orElseThrow(() -> new NumberFormatException(words + " is missing."));
    }

    private static int[] places(int[] numbers, int from, int to) {
        return java.util.Arrays.stream(numbers, from, to).map(each -> each - 1).toArray();
    }

    private static int[] numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToInt(each -> Integer.parseInt(each.group()))
                .toArray();
    }
}
