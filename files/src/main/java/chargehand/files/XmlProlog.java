package chargehand.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The beginning of an XML file up to its first element, read without a parser. A document type, which
/// could name other files or grow without end, is refused here already; the parsers behind refuse it again.
record XmlProlog(String element, String attributes) {
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final Pattern ENCODINGS =
            Pattern.compile("UTF-8|UTF-16|UTF-16LE|UTF-16BE|US-ASCII|ISO-8859-[0-9]{1,2}|WINDOWS-125[0-8]");
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w.:-]*)([^<>]*)>", Pattern.DOTALL);
    private static final Pattern MICROSOFT =
            Pattern.compile("xmlns(:\\w+)?\\s*=\\s*[\"']http://schemas\\.microsoft\\.com/project");
    private static final Set<String> MARKS_OF_GANTT_PROJECT =
            Set.of("view-date", "gantt-divider-location", "resource-divider-location", "webLink");

    /// @param text begins with the first `<`
    static XmlProlog of(String text, Path file) throws UnreadableFile {
        int at = 0;
        while (true) {
            if (text.startsWith("<?", at)) {
                var end = after(text, at, "?>", file);
                checkEncoding(text.substring(at, end), file);
                at = end;
            } else if (text.startsWith("<!--", at)) {
                at = after(text, at, "-->", file);
            } else if (text.startsWith("<!", at)) {
                throw new UnreadableFile(
                        "file-doctype",
                        "%s has a document type declaration, which no project file needs.".formatted(file),
                        "Take the <!DOCTYPE …> out if you trust the file, or save it again from its program.");
            } else if (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return root(text, at, file);
            }
        }
    }

    FileKind kind(Path file) throws UnreadableFile {
        var name = element.substring(element.indexOf(':') + 1);
        if (name.equals("Project") && MICROSOFT.matcher(attributes).find()) return FileKind.MSPDI;
        if (name.equals("APIBusinessObjects")) return FileKind.PRIMAVERA_XML;
        if (name.equals("project") && MARKS_OF_GANTT_PROJECT.stream().anyMatch(attributes::contains))
            return FileKind.GANTT_PROJECT;
        throw Sniffing.unknown(
                file, "is XML, but its first element <%s> is of no known project file".formatted(element));
    }

    private static XmlProlog root(String text, int at, Path file) throws UnreadableFile {
        var root = ROOT.matcher(text).region(at, text.length());
        if (!root.lookingAt()) throw Sniffing.unknown(file, "begins like XML, but has no first element");
        return new XmlProlog(root.group(1), root.group(2));
    }

    private static int after(String text, int at, String end, Path file) throws UnreadableFile {
        int found = text.indexOf(end, at + 2);
        if (found < 0) throw Sniffing.unknown(file, "begins like XML, but has no first element");
        return found + end.length();
    }

    /// Only encodings in which this scan and every parser see the same.
    private static void checkEncoding(String declaration, Path file) throws UnreadableFile {
        var encoding = ENCODING.matcher(declaration);
        if (encoding.find()
                && !ENCODINGS
                        .matcher(encoding.group(1).toUpperCase(Locale.ROOT))
                        .matches())
            throw new UnreadableFile(
                    "file-encoding",
                    "%s is encoded as %s, which is not read.".formatted(file, encoding.group(1)),
                    "Save it again as UTF-8.");
    }
}
