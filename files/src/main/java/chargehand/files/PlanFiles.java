package chargehand.files;

import chargehand.files.mpxj.ForeignPlans;
import chargehand.files.own.CsvPlans;
import chargehand.files.own.JsonPlans;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;

/// Reads project files of every kind: the front door.
public final class PlanFiles {
    private PlanFiles() {}

    /// The plan in a file. What the file is is decided by what is in it; a name that says otherwise is
    /// listed in `notCarriedOver`. Files of other programs are read in a child process, which can't change
    /// any file.
    ///
    /// @throws UnreadableFile if there is no such file, or it is no plan: broken, hostile, too large, of no
    ///     known kind
    /// @throws IOException if the disk fails while the file is read, or no child process can be started
    public static ReadPlan read(Path file, Reading reading) throws UnreadableFile, IOException {
        RegularFile.check(file);
        try (var content = new BufferedInputStream(RegularFile.open(file), Sniffing.MOST_BYTES)) {
            var kind = Sniffing.kind(Sniffing.head(content), file);
            return withNameNoted(read(kind, content, reading, file), kind, file);
        }
    }

    private static ReadPlan read(FileKind kind, InputStream content, Reading reading, Path file)
            throws UnreadableFile, IOException {
        return switch (kind) {
            case JSON -> JsonPlans.read(bytes(content, file), reading);
            case CSV -> CsvPlans.read(bytes(content, file), reading, nameWithoutExtension(file));
            case MICROSOFT_PROJECT, MSPDI, PRIMAVERA_XER, PRIMAVERA_XML, GANTT_PROJECT ->
                ForeignPlans.read(kind, content, reading);
        };
    }

    private static String nameWithoutExtension(Path file) {
        var name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static byte[] bytes(InputStream content, Path file) throws UnreadableFile, IOException {
        var bytes = content.readNBytes(RegularFile.MOST_BYTES + 1);
        if (bytes.length > RegularFile.MOST_BYTES) throw RegularFile.tooLarge(file);
        return bytes;
    }

    private static ReadPlan withNameNoted(ReadPlan read, FileKind kind, Path file) {
        var extension = Sniffing.extension(file);
        if (kind.hasExtension(extension) || !FileKind.isKnownExtension(extension)) return read;
        var all = new ArrayList<>(read.notCarriedOver());
        all.add(new NotCarriedOver(
                "the file's extension '.%s'".formatted(extension), "It is a %s file.".formatted(kind.format()), 1));
        return new ReadPlan(read.plan(), read.format(), all);
    }
}
