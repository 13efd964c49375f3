package chargehand.files.mpxj;

import chargehand.files.FileKind;
import chargehand.files.Reading;
import chargehand.files.child.ChildCommand;
import chargehand.files.own.JsonPlans;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.ganttproject.GanttProjectReader;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;

/// The program that runs in the child process: a file of another program on standard input becomes a plan
/// of our own format on standard output. It ends with [#REFUSED] and three lines, code, message and hint,
/// if it can't.
///
/// Only readers named here are ever made; MPXJ's reader for every kind of file opens archives and
/// databases, too.
public final class ForeignPlanReader {
    static final int REFUSED = 10;

    static final ChildCommand COMMAND = new ChildCommand(
            "chargehand.files.mpxj.ForeignPlanReader",
            List.of(
                    "chargehand/engine/plan/Plan",
                    "chargehand/files/ReadPlan",
                    "tools/jackson/core/JsonGenerator",
                    "org/mpxj/ProjectFile",
                    "org/apache/poi/poifs/filesystem/POIFSFileSystem",
                    "org/apache/commons/collections4/MultiValuedMap",
                    "org/apache/commons/io/IOUtils",
                    "org/apache/commons/codec/Charsets",
                    "org/apache/logging/log4j/LogManager",
                    "com/rtfparserkit/parser/IRtfParser",
                    "org/jsoup/Jsoup",
                    "jakarta/xml/bind/JAXBContext",
                    "jakarta/activation/DataSource",
                    "org/glassfish/jaxb/runtime/v2/ContextFactory",
                    "org/glassfish/jaxb/core/Locatable",
                    "com/sun/xml/txw2/TXW",
                    "com/sun/istack/Pool"),
            "reader.aot");

    /// What Primavera writes where it does not write UTF-8.
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String NO_START = "-";

    private ForeignPlanReader() {}

    static List<String> arguments(FileKind kind, Reading reading) {
        var start = reading.start() == null ? NO_START : reading.start().toString();
        return List.of(kind.name(), reading.zone().getId(), start);
    }

    /// @param arguments those of [#arguments]
    static void main(String... arguments) throws IOException {
        var answer = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            answer.write(plan(arguments));
            answer.flush();
        } catch (Refusal e) {
            answer.write(
                    "%s\n%s\n%s\n".formatted(e.code(), e.getMessage(), e.hint()).getBytes(StandardCharsets.UTF_8));
            answer.flush();
            System.exit(REFUSED);
        }
    }

    /// Whatever a reader throws on is damage: the file is all that it depends on.
    private static byte[] plan(String... arguments) throws Refusal {
        var kind = FileKind.valueOf(arguments[0]);
        var start = arguments[2].equals(NO_START) ? null : LocalDate.parse(arguments[2]);
        try {
            var file = file(kind, new BufferedInputStream(System.in));
            var plan = PlanOfProject.of(file, kind, new Reading(ZoneId.of(arguments[1]), start));
            var bytes = new ByteArrayOutputStream();
            JsonPlans.write(plan, bytes);
            return bytes.toByteArray();
        } catch (MPXJException | IOException | RuntimeException | StackOverflowError e) {
            throw refusal(e, kind);
        }
    }

    private static ProjectFile file(FileKind kind, InputStream content) throws MPXJException, IOException, Refusal {
        var file = switch (kind) {
            case MICROSOFT_PROJECT -> {
                var reader = new MPPReader();
                reader.setReadPresentationData(false);
                yield reader.read(new ByteArrayInputStream(complete(content, CompleteFile::compound, kind)));
            }
            case MSPDI -> {
                var reader = new MSPDIReader();
                var text = new XmlText(content);
                reader.setCharset(text.charset());
                yield reader.read(text.content());
            }
            case PRIMAVERA_XER -> {
                var reader = new PrimaveraXERFileReader();
                var all = complete(content, CompleteFile::xer, kind);
                reader.setCharset(isUtf8(all) ? StandardCharsets.UTF_8 : WINDOWS);
                yield reader.read(new ByteArrayInputStream(all));
            }
            case PRIMAVERA_XML -> new PrimaveraPMFileReader().read(content);
            case GANTT_PROJECT -> new GanttProjectReader().read(content);
            case JSON, CSV -> throw new IllegalArgumentException("Our own format (%s).".formatted(kind));
        };
        if (file == null)
            throw new Refusal(
                    "file-without-project",
                    "The %s file holds no project.".formatted(kind.format()),
                    "Export the project itself, not only its resources or calendars.");
        return file;
    }

    private static byte[] complete(InputStream content, Predicate<byte[]> isComplete, FileKind kind)
            throws IOException, Refusal {
        var bytes = content.readAllBytes();
        if (!isComplete.test(bytes)) throw damaged(kind);
        return bytes;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Refusal refusal(Throwable cause, FileKind kind) {
        if (MPXJException.PASSWORD_PROTECTED.equals(cause.getMessage()))
            return new Refusal(
                    "file-password", "The file is protected by a password.", "Save it without one, and try again.");
        if (String.valueOf(cause.getMessage()).startsWith(MPXJException.INVALID_FILE))
            return new Refusal(
                    "file-kind-unknown",
                    "The file is an Office document, but no %s project.".formatted(kind.format()),
                    "Name a project file.");
        return damaged(kind);
    }

    private static Refusal damaged(FileKind kind) {
        return new Refusal("file-damaged", ForeignPlans.damagedMessage(kind), ForeignPlans.DAMAGED_HINT);
    }
}
