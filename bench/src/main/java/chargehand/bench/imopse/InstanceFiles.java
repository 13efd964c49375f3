package chargehand.bench.imopse;

import chargehand.bench.imopse.Instance.Job;
import chargehand.bench.imopse.Instance.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads `.def` files as iMOPSE has them.
final class InstanceFiles {
    private static final Pattern SKILL = Pattern.compile("(Q\\d+):\\s*(\\d+)");

    private InstanceFiles() {}

    /// All of a folder and those beneath, by name.
    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".def"))
                    .sorted()
                    .toList();
        }
    }

    /// @throws IOException if it can't be read as such a file
    static Instance read(Path file) throws IOException {
        var people = new ArrayList<Person>();
        var rows = new ArrayList<String>();
        var part = "";
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("===")) part = "";
            else if (line.startsWith("ResourceID") || line.startsWith("TaskID")) part = line.substring(0, 4);
            else if (part.equals("Reso") && !line.isBlank()) people.add(person(line));
            else if (part.equals("Task") && !line.isBlank()) rows.add(line);
        }
        try {
            var name = file.getFileName().toString().replaceFirst("\\.def$", "");
            if (people.isEmpty() || rows.isEmpty()) throw new IOException("%s has nobody or nothing.".formatted(file));
            return new Instance(name, people, jobs(rows));
        } catch (IndexOutOfBoundsException | NumberFormatException unlike) {
            throw new IOException("%s is no instance that can be read.".formatted(file), unlike);
        }
    }

    private static Person person(String line) {
        var levels = new HashMap<String, Integer>();
        var skills = SKILL.matcher(line);
        while (skills.find()) levels.merge(skills.group(1), Integer.valueOf(skills.group(2)), Math::max);
        return new Person(line.strip().split("\\s+")[0], Map.copyOf(levels));
    }

    /// "44  37  Q12: 1  41 7": a number, hours, the skill with its level, and what comes before.
    private static List<Job> jobs(List<String> rows) {
        var places = new HashMap<String, Integer>();
        for (var row : rows) places.put(row.strip().split("\\s+")[0], places.size());
        var jobs = new ArrayList<Job>();
        for (var row : rows) {
            var words = row.strip().split("\\s+");
            var after = new int[words.length - 4];
            for (int i = 0; i < after.length; i++) {
                var place = places.get(words[i + 4]);
                if (place == null) throw new NumberFormatException("There is no task " + words[i + 4] + ".");
                after[i] = place;
            }
            var skill = words[2].replace(":", "");
            jobs.add(new Job(words[0], Integer.parseInt(words[1]), skill, Integer.parseInt(words[3]), after));
        }
        return jobs;
    }
}
