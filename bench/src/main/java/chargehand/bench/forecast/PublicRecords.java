package chargehand.bench.forecast;

import chargehand.files.UnreadableFile;
import chargehand.files.history.Records;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Two public records in the form of any history. Nothing is left out here: which rows count is decided in
/// one place for all histories.
final class PublicRecords {
    private static final String HEADER =
            "id,person,team,project,kind,part,requester,priority,estimate_hours,actual_hours,estimated_on,started_on,completed_on";

    private PublicRecords() {}

    /// SiP: tasks in one file, a row for each developer, and their dates in another. A task is taken once,
    /// with its first developer and its hours as a whole.
    static void sip(Path folder, Path csv) throws IOException, UnreadableFile {
        Map<String, Map<String, String>> dates = new HashMap<>();
        each(Files.newInputStream(folder.resolve("est-act-dates.csv")), row -> dates.put(get(row, "TaskNumber"), row));
        Map<String, Map<String, String>> tasks = new LinkedHashMap<>();
        each(
                Files.newInputStream(folder.resolve("Sip-task-info.csv")),
                row -> tasks.putIfAbsent(get(row, "TaskNumber"), row));
        try (var out = new PrintWriter(Files.newBufferedWriter(csv))) {
            out.println(HEADER);
            tasks.forEach((number, task) -> {
                var days = dates.getOrDefault(number, Map.of());
                out.println(String.join(
                        ",",
                        number,
                        get(task, "DeveloperID"),
                        "",
                        get(task, "ProjectCode"),
                        get(task, "Category") + "/" + get(task, "SubCategory").replace('/', ' '),
                        get(task, "ProjectBreakdownCode"),
                        get(task, "RaisedByID"),
                        get(task, "Priority"),
                        get(task, "HoursEstimate"),
                        get(task, "HoursActual"),
                        get(days, "EstimateOn"),
                        get(days, "StartedOn"),
                        get(days, "CompletedOn")));
            });
        }
    }

    /// CESAW: one row a task and person, in minutes, with the moment of its start and end; nothing says
    /// when it was estimated.
    static void cesaw(Path folder, Path csv) throws IOException, UnreadableFile {
        try (var out = new PrintWriter(Files.newBufferedWriter(csv))) {
            out.println(HEADER);
            var row = new int[1];
            each(new GZIPInputStream(Files.newInputStream(folder.resolve("task_fact.csv.gz"))), task -> {
                row[0]++;
                out.println(String.join(
                        ",",
                        String.valueOf(row[0]),
                        get(task, "person_key"),
                        get(task, "team_key"),
                        get(task, "project_key"),
                        get(task, "phase_short_name").replace('/', ' ').replace(',', ' ') + "/"
                                + get(task, "process_name").replace('/', ' ').replace(',', ' '),
                        get(task, "wbs_element_key"),
                        "",
                        "",
                        hours(get(task, "task_plan_time_minutes")),
                        hours(get(task, "task_actual_time_minutes")),
                        "",
                        get(task, "task_actual_start_date"),
                        get(task, "task_actual_complete_date")));
            });
        }
    }

    private static String hours(String minutes) {
        return String.valueOf(Double.parseDouble(minutes) / 60);
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static void each(InputStream in, Consumer<Map<String, String>> consumer) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
            var records = new Records(reader);
            var header = records.next();
            if (header == null) return;
            for (List<String> cells = records.next(); cells != null; cells = records.next()) {
                var row = new HashMap<String, String>();
                for (int i = 0; i < Math.min(header.size(), cells.size()); i++) row.put(header.get(i), cells.get(i));
                consumer.accept(row);
            }
        }
    }

    /// Each record that a folder holds, as a file in the form of any history.
    static List<Path> of(Path folder, Path temporary) throws IOException, UnreadableFile {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder.resolve("sip"))) {
            var csv = temporary.resolve("sip.csv");
            sip(folder.resolve("sip"), csv);
            files.add(csv);
        }
        if (Files.isDirectory(folder.resolve("cesaw"))) {
            var csv = temporary.resolve("cesaw.csv");
            cesaw(folder.resolve("cesaw"), csv);
            files.add(csv);
        }
        return files;
    }
}
