package chargehand.server.budget;

import chargehand.server.audit.Audit;
import chargehand.server.budget.Line.State;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Visibility;
import chargehand.server.planning.PlanReading;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Sums;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes amounts in from a table: first to be looked at, then all that can be taken, or none.
@Service
public class MoneyImporting {
    private static final int SHOWN = 1_000;
    private static final int BATCH = 5_000;

    private final MoneyImports imports;
    private final Lines lines;
    private final Approving approving;
    private final ApprovalTelling telling;
    private final Projects projects;
    private final PlanReading plans;
    private final Audit audit;
    private final Clock clock;

    MoneyImporting(
            MoneyImports imports,
            Lines lines,
            Approving approving,
            ApprovalTelling telling,
            Projects projects,
            PlanReading plans,
            Audit audit,
            Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.approving = approving;
        this.telling = telling;
        this.projects = projects;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /// A line with its reason.
    @Schema(name = "RefusedMoney")
    record Refused(int number, String problem, String value) {}

    /// @param columns that were understood
    /// @param sums of what can be taken, by state, each currency for itself
    @Schema(name = "MoneyImport")
    public record Look(
            UUID id,
            String name,
            List<String> columns,
            int rows,
            int fresh,
            int refused,
            Map<String, List<Money>> sums,
            List<Refused> refusals) {}

    /// @throws Problem if the file is no table with amounts
    @Transactional
    public Look look(Caller caller, String name, byte[] file) {
        var id = Ids.next(clock);
        var look = read(caller, id, name, file, null);
        imports.insert(id, caller.account(), name, file);
        return look;
    }

    /// Reads the file again, since projects, tasks and numbers may have changed, and takes what can be taken.
    ///
    /// @param whole nothing at all if a line is refused
    /// @return how many were taken
    @Transactional
    public int accept(Caller caller, UUID id, boolean whole) {
        var stored = imports.take(id, caller.account()).orElseThrow(Problem::notFound);
        var waiting = new TreeMap<UUID, Integer>();
        var look = read(caller, id, stored.name(), stored.content(), waiting);
        if (look.refused() > 0 && whole) throw hasErrors(look);
        waiting.forEach((project, count) -> telling.waits(caller, project, count));
        audit.record(caller, "money-imported", "import", id, null, Map.of("lines", look.fresh()));
        return look.fresh();
    }

    private static Problem hasErrors(Look look) {
        var first = look.refusals().getFirst();
        var sentence = "Line %d: %s %s".formatted(first.number(), first.problem(), first.value());
        return Problem.of(
                        422,
                        "import-has-errors",
                        "Some of it can't be taken",
                        "%d lines can't be taken. %s".formatted(look.refused(), sentence))
                .hint("Correct them in the table and give it again, or take the others without them.")
                .with("sentence", sentence);
    }

    void throwAway(Caller caller, UUID id) {
        if (imports.take(id, caller.account()).isEmpty()) throw Problem.notFound();
    }

    /// @param waiting takes what is read, and hears how many wait by project; null only to look
    private Look read(Caller caller, UUID id, String name, byte[] file, @Nullable Map<UUID, Integer> waiting) {
        var batch = new ArrayList<Line>();
        var refusals = new ArrayList<Refused>();
        var sums = new EnumMap<State, Sums>(State.class);
        int[] counts = new int[2];
        var marking = approving.marking(caller);
        var table = new MoneyTable(new Names(caller), () -> Ids.next(clock));
        Map<MoneyTable.Column, Integer> columns;
        try {
            columns = table.read(file, row -> {
                var line = row.line();
                if (line == null) {
                    counts[1]++;
                    if (refusals.size() < SHOWN)
                        refusals.add(new Refused(
                                row.number(), String.valueOf(row.problem()), row.value() == null ? "" : row.value()));
                    return;
                }
                counts[0]++;
                sums.computeIfAbsent(line.state(), any -> new Sums()).add(line.amount());
                if (waiting == null) return;
                batch.add(line);
                if (batch.size() >= BATCH) flush(batch, marking, waiting);
            });
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Problem problem) throw problem;
            throw noTable(name);
        }
        if (!columns.containsKey(MoneyTable.Column.amount)) throw noTable(name);
        if (waiting != null) flush(batch, marking, waiting);
        var said = new TreeMap<String, List<Money>>();
        sums.forEach((state, sum) -> said.put(state.name(), sum.amounts()));
        return new Look(
                id,
                name,
                columns.keySet().stream().map(Enum::name).toList(),
                counts[0] + counts[1],
                counts[0],
                counts[1],
                said,
                refusals);
    }

    private void flush(List<Line> batch, Approving.Marking marking, Map<UUID, Integer> waiting) {
        var marked = batch.stream().map(marking::marked).toList();
        for (var each : marked) if (each.approval() != null) waiting.merge(each.project(), 1, Integer::sum);
        lines.insert(marked);
        batch.clear();
    }

    private static Problem noTable(String name) {
        var sentence = "The file is no table with a heading “amount”.";
        var way = "Give CSV with commas, semicolons or tabs, in UTF-8, with the headings of the guide.";
        return Problem.of(422, "file-unreadable", "The file can't be read", sentence)
                .hint(way)
                .with("file", name)
                .with("reason", "no-table")
                .with("sentence", sentence)
                .with("way", way);
    }

    /// What the names of a file mean to one caller.
    private final class Names implements MoneyTable.Known {
        private final Map<String, UUID> byName = new HashMap<>();
        private final Map<UUID, Map<String, String>> tasks = new HashMap<>();
        private final Map<UUID, Set<String>> numbers = new HashMap<>();

        Names(Caller caller) {
            Visibility where = caller.where(Permission.MONEY_EDIT);
            for (var project : projects.all(where)) {
                byName.putIfAbsent(project.name().toLowerCase(Locale.ROOT), project.id());
                byName.put(project.id().toString(), project.id());
            }
        }

        @Override
        public @Nullable UUID project(String name) {
            return byName.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public @Nullable String task(UUID project, String name) {
            return tasks.computeIfAbsent(project, this::tasksOf).get(name.toLowerCase(Locale.ROOT));
        }

        private Map<String, String> tasksOf(UUID project) {
            var known = new HashMap<String, String>();
            plans.current(project)
                    .ifPresent(current -> current.plan().tasks().forEach(task -> {
                        known.putIfAbsent(
                                task.name().toLowerCase(Locale.ROOT), task.id().value());
                        known.put(
                                task.id().value().toLowerCase(Locale.ROOT),
                                task.id().value());
                    }));
            plans.current(project)
                    .ifPresent(current -> current.plan()
                            .tasks()
                            .forEach(task -> known.put(task.wbs(), task.id().value())));
            return known;
        }

        @Override
        public boolean fresh(Line line) {
            if (line.number() == null) return true;
            var supplier = line.supplier() == null ? "" : line.supplier().toLowerCase(Locale.ROOT);
            var key = "%s %s %s"
                    .formatted(line.state().name(), supplier, line.number().toLowerCase(Locale.ROOT));
            return numbers.computeIfAbsent(line.project(), each -> new HashSet<>(lines.numbers(each)))
                    .add(key);
        }
    }
}
