package chargehand.server.forecasting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.WorksAgreement;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "History", description = "Finished work, on which forecasts lean.")
class HistoryController {
    private static final int MOST_LETTERS = 120;

    private final History history;
    private final HistoryImporting importing;
    private final HistoryProgress progress;
    private final Companies companies;
    private final Projects projects;
    private final Scores scores;
    private final ReleasedForecasts released;

    HistoryController(
            History history,
            HistoryImporting importing,
            HistoryProgress progress,
            Companies companies,
            Projects projects,
            Scores scores,
            ReleasedForecasts released) {
        this.released = released;
        this.history = history;
        this.importing = importing;
        this.progress = progress;
        this.companies = companies;
        this.projects = projects;
        this.scores = scores;
    }

    /// @param agreement on whose work may count as whose
    /// @param enough with how much finished work forecasts begin to lean on it
    /// @param own the company's projects with the finished work of each that the caller may see
    /// @param otherProjects finished work of projects that the caller may not see
    @Schema(name = "WorkHistory")
    record HistoryView(
            WorksAgreement agreement,
            int finishedWork,
            int enough,
            List<OwnProject> own,
            int otherProjects,
            List<FileView> files) {}

    @Schema(name = "ProjectHistory")
    record OwnProject(UUID project, String name, int finished) {}

    @Schema(name = "HistoryFile")
    record FileView(UUID id, String name, Instant at, String by, int taught, int unfinished, int refused) {}

    @GetMapping("/api/history")
    @Needs(Permission.HISTORY_SEE)
    @Operation(operationId = "getHistory", summary = "On how much finished work forecasts lean, and where it is from")
    HistoryView history(Caller caller) {
        var counts = history.ownCounts();
        var seen = projects.all(caller.where(Permission.HISTORY_SEE)).stream()
                .filter(each -> counts.containsKey(each.id()))
                .map(each -> new OwnProject(each.id(), each.name(), counts.getOrDefault(each.id(), 0)))
                .toList();
        var files = history.files().stream()
                .map(each -> new FileView(
                        each.id(),
                        each.name(),
                        each.at(),
                        each.author(),
                        each.taught(),
                        each.unfinished(),
                        each.refused()))
                .toList();
        int own = counts.values().stream().mapToInt(Integer::intValue).sum();
        int shown = seen.stream().mapToInt(OwnProject::finished).sum();
        int fromFiles = files.stream().mapToInt(FileView::taught).sum();
        return new HistoryView(companies.get().agreement(), own + fromFiles, Learned.FEWEST, seen, own - shown, files);
    }

    /// @param sayable with fewer forecasts than this nothing is said
    /// @param kept forecasts of the projects that the caller may see, as they were kept, and what
    /// happened
    /// @param released the same of what was told in updates: each task once for each update before it ended
    /// @param reckoned what forecasts of past work would have said, each from what was finished before it
    @Schema(name = "ReliabilityView")
    record ReliabilityView(int sayable, Reliability kept, Reliability released, Reliability reckoned) {}

    @GetMapping("/api/history/reliability")
    @Needs(Permission.HISTORY_SEE)
    @Operation(operationId = "getReliability", summary = "How often what was called likely happened")
    ReliabilityView reliability(Caller caller) {
        var seen = projects.all(caller.where(Permission.HISTORY_SEE)).stream()
                .map(Project::id)
                .toList();
        return new ReliabilityView(
                Reliability.SAYABLE, scores.reliability(seen), released.reliability(seen), scores.reckoned());
    }

    @DeleteMapping("/api/history/{file}")
    @Needs(Permission.HISTORY_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeHistoryFile", summary = "Take what came from a file out of the history")
    void remove(Caller caller, @PathVariable UUID file) {
        importing.remove(caller, file);
    }

    @PostMapping(value = "/api/history-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.HISTORY_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "readHistory",
            summary = "Read a history, CSV of any origin, and say what it would teach and which rows are refused")
    HistoryLook read(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        var copy = Files.createTempFile("history", ".csv");
        try {
            file.transferTo(copy);
            return importing.look(caller, plain(file.getOriginalFilename()), copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String plain(@Nullable String given) {
        if (given == null) return "history.csv";
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "_").strip();
        if (clean.isEmpty()) return "history.csv";
        return clean.length() <= MOST_LETTERS ? clean : clean.substring(0, MOST_LETTERS);
    }

    /// @param doing `reading` a file or `taking` its rows; null when nothing is under way
    /// @param of as many rows as there are, where that is known
    @Schema(name = "HistoryProgress")
    record ProgressView(
            @Nullable String doing, long rows, @Nullable Long of) {}

    @GetMapping("/api/history-imports/progress")
    @Needs(Permission.HISTORY_EDIT)
    @Operation(
            operationId = "getHistoryProgress",
            summary = "How far the history that the caller brings in has been read")
    ProgressView progress(Caller caller) {
        return progress.of(caller.account())
                .map(each -> new ProgressView(each.doing(), each.rows(), each.of()))
                .orElse(new ProgressView(null, 0, null));
    }

    @GetMapping("/api/history-imports/{import}")
    @Needs(Permission.HISTORY_EDIT)
    @Operation(operationId = "lookAtHistory", summary = "What a history that was read would teach")
    HistoryLook look(Caller caller, @PathVariable("import") UUID id) {
        return importing.look(caller, id);
    }

    /// @param columns where each column stands, from 0, by its name in a history
    @Schema(name = "HistoryColumns")
    record Columns(Map<String, Integer> columns) {}

    @PutMapping("/api/history-imports/{import}/columns")
    @Needs(Permission.HISTORY_EDIT)
    @Operation(operationId = "mapHistory", summary = "Read the same file with other columns")
    HistoryLook map(Caller caller, @PathVariable("import") UUID id, @RequestBody Columns body) {
        return importing.map(caller, id, body.columns() == null ? Map.of() : body.columns());
    }

    @GetMapping(value = "/api/history-imports/{import}/refusals", produces = "text/csv")
    @Needs(Permission.HISTORY_EDIT)
    @Operation(operationId = "listRefusedRows", summary = "Every refused row with its reason, as CSV")
    String refusals(Caller caller, @PathVariable("import") UUID id) {
        return importing.refusals(caller, id);
    }

    /// @param whole take nothing if a single row is refused
    @Schema(name = "HistoryAcceptance")
    record Acceptance(@Nullable Boolean whole) {}

    @Schema(name = "HistoryTaken")
    record Taken(UUID file) {}

    @PostMapping("/api/history-imports/{import}/acceptance")
    @Needs(Permission.HISTORY_EDIT)
    @Operation(operationId = "acceptHistory", summary = "Take the rows that can be taken, or none")
    Taken accept(Caller caller, @PathVariable("import") UUID id, @RequestBody Acceptance body) {
        return new Taken(importing.accept(caller, id, Boolean.TRUE.equals(body.whole())));
    }

    @DeleteMapping("/api/history-imports/{import}")
    @Needs(Permission.HISTORY_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "throwHistoryAway", summary = "Throw away a history that was read")
    void throwAway(Caller caller, @PathVariable("import") UUID id) {
        importing.throwAway(caller, id);
    }
}
