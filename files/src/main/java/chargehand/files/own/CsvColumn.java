package chargehand.files.own;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The columns of a CSV plan, in the order in which they are written, each with the names under which it is
/// read.
enum CsvColumn {
    ID("id", "no", "nr", "number", "task id", "unique id", "nummer", "vorgangsnummer"),
    LEVEL("level", "outline level", "ebene", "gliederungsebene"),
    WBS("wbs", "wbs code", "outline number", "outline", "psp", "psp code", "gliederung", "gliederungsnummer"),
    NAME("name", "task", "task name", "title", "vorgang", "vorgangsname", "aufgabe", "titel", "bezeichnung"),
    WORK("work", "effort", "estimate", "aufwand", "arbeit", "schätzung"),
    DURATION("duration", "dauer"),
    ELAPSED("elapsed", "elapsed time", "kalenderdauer", "wartezeit"),
    MILESTONE("milestone", "meilenstein"),
    SUMMARY("summary", "sammelvorgang"),
    AFTER("after", "predecessors", "predecessor", "depends on", "nach", "vorgänger"),
    ASSIGNEES(
            "assignees",
            "assignee",
            "assigned to",
            "resources",
            "resource names",
            "who",
            "zuständig",
            "bearbeiter",
            "ressourcen",
            "ressourcennamen",
            "wer"),
    NOT_BEFORE("not before", "start no earlier than", "nicht vor", "frühestens"),
    PINNED("pinned", "must start on", "fester anfang", "fester beginn", "fixiert"),
    DEADLINE("deadline", "due", "due date", "stichtag", "frist", "fällig"),
    PRIORITY("priority", "priorität"),
    START("start", "begin", "anfang", "beginn"),
    FINISH("finish", "end", "ende", "fertig"),
    LIKELY_BY("likely by", "wahrscheinlich bis"),
    CRITICAL("critical", "kritisch");

    private static final Map<String, CsvColumn> BY_NAME = new HashMap<>();

    static {
        for (var column : values()) for (var name : column.names) BY_NAME.put(name, column);
    }

    private final List<String> names;

    CsvColumn(String... names) {
        this.names = List.of(names);
    }

    /// Whatever the case, with spaces, `-` or `_` between words.
    static Optional<CsvColumn> named(String header) {
        var name = header.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", " ")
                .replaceAll("\\.$", "");
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// As it is written.
    String header() {
        return names.getFirst();
    }
}
