package chargehand.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The kinds of files that are read, by what is in them.
public enum FileKind {
    MICROSOFT_PROJECT("Microsoft Project", "mpp", "mpt"),
    MSPDI("Microsoft Project XML", "xml", "mspdi"),
    PRIMAVERA_XER("Primavera XER", "xer"),
    PRIMAVERA_XML("Primavera XML", "xml", "pmxml"),
    GANTT_PROJECT("GanttProject", "gan", "xml"),
    JSON("JSON", "json"),
    CSV("CSV", "csv", "tsv", "txt");

    private final String format;
    private final List<String> extensions;

    FileKind(String format, String... extensions) {
        this.format = format;
        this.extensions = List.of(extensions);
    }

    /// As people call it: "Microsoft Project".
    public String format() {
        return format;
    }

    public boolean isPrimavera() {
        return this == PRIMAVERA_XER || this == PRIMAVERA_XML;
    }

    boolean hasExtension(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    static boolean isKnownExtension(String extension) {
        return Arrays.stream(values()).anyMatch(each -> each.hasExtension(extension));
    }
}
