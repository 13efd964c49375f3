package chargehand.files.cv;

import chargehand.files.child.ChildCommand;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The program that runs in the child process: files on standard input, each as its length, whether it may
/// be a table as well as a CV, and its bytes, become answers on standard output, each as its length and its
/// bytes.
public final class CvReader {
    static final ChildCommand COMMAND = new ChildCommand(
            "chargehand.files.cv.CvReader",
            List.of(
                    "chargehand/engine/plan/Plan",
                    "chargehand/files/ReadPlan",
                    "tools/jackson/core/JsonGenerator",
                    "org/apache/pdfbox/pdmodel/PDDocument",
                    "org/apache/pdfbox/io/RandomAccessRead",
                    "org/apache/fontbox/FontBoxFont",
                    "org/apache/commons/logging/LogFactory",
                    "org/apache/poi/poifs/filesystem/POIFSFileSystem",
                    "org/apache/commons/collections4/MultiValuedMap",
                    "org/apache/commons/io/IOUtils",
                    "org/apache/commons/codec/Charsets",
                    "org/apache/logging/log4j/LogManager",
                    "com/rtfparserkit/parser/IRtfParser",
                    "org/jsoup/Jsoup"),
            "cv-reader.aot");

    private CvReader() {}

    static void main() throws IOException {
        var answers = new DataOutputStream(System.out);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(System.out);
        var files = new DataInputStream(System.in);
        for (int length = next(files); length >= 0; length = next(files)) {
            boolean table = files.readBoolean();
            var answer = read(files.readNBytes(length), table).bytes();
            answers.writeInt(answer.length);
            answers.write(answer);
            answers.flush();
        }
    }

    private static int next(DataInputStream files) throws IOException {
        try {
            return files.readInt();
        } catch (EOFException done) {
            return -1;
        }
    }

    static Extracted read(byte[] bytes) {
        return read(bytes, false);
    }

    /// Whatever a reader throws on is damage: the file is all that it depends on.
    ///
    /// @param table whether an XLSX is read, too, which no CV is
    static Extracted read(byte[] bytes, boolean table) {
        var kind = CvKind.of(bytes);
        try {
            var sheets = table && kind == CvKind.ZIP ? SheetText.of(bytes) : null;
            if (sheets != null) return sheets;
            return switch (kind) {
                case PDF -> PdfText.of(bytes);
                case ZIP -> OfficeText.of(bytes);
                case OLE2 -> OldOfficeText.of(new ByteArrayInputStream(bytes));
                case RTF -> PlainCv.rtf(bytes);
                case HTML -> PlainCv.html(bytes);
                case XML -> EuropassText.of(bytes);
                case JSON -> JsonResumeText.of(bytes);
                case TEXT -> PlainCv.text(bytes);
                case PICTURE ->
                    Extracted.without(
                            CvFile.State.PICTURE,
                            "It is a picture. Read it yourself, or ask for a PDF or DOCX with text.");
                case EMPTY -> Extracted.without(CvFile.State.EMPTY, "It holds nothing.");
                case UNKNOWN ->
                    Extracted.without(
                            CvFile.State.BROKEN,
                            "It is no PDF, DOCX, text, JSON Resume or Europass file. Ask for one of these.");
            };
        } catch (IOException | RuntimeException | StackOverflowError damage) {
            return Extracted.without(
                    CvFile.State.BROKEN,
                    "It begins like a %s file, but is cut off or damaged. Ask for it again.".formatted(kind.format()));
        }
    }
}
