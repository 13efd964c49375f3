package chargehand.files.cv;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;

/// CVs that are little more than their text.
final class PlainCv {
    private PlainCv() {}

    static Extracted text(byte[] bytes) {
        return Extracted.read(CvKind.decoded(bytes));
    }

    static Extracted rtf(byte[] bytes) throws IOException {
        var converter = new StringTextConverter();
        converter.convert(new RtfStreamSource(new ByteArrayInputStream(bytes)));
        return Extracted.read(converter.getText());
    }

    /// Blocks become lines, cells are parted by tabs; scripts and styles are no text.
    static Extracted html(byte[] bytes) {
        var page = Jsoup.parse(CvKind.decoded(bytes));
        page.select("script, style, template, noscript").remove();
        page.select("br").forEach(each -> each.after("\n"));
        page.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, section, ul, table, dt, dd")
                .forEach(each -> each.prependText("\n").appendText("\n"));
        page.select("li").forEach(each -> each.prependText("\n• "));
        page.select("td, th").forEach(each -> each.appendText("\t"));
        return Extracted.read(page.body().wholeText().replaceAll("[ \\t]*\\n\\s*", "\n"));
    }
}
