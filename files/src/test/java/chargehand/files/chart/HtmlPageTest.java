package chargehand.files.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.Planned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {
    private static final Pattern FETCHED =
            Pattern.compile("(?i)https?:|//[a-z]|@import|<link(?! rel=icon href=\"data:)|<img|<iframe|src\\s*=");
    private static final Pattern URL = Pattern.compile("url\\((?!data:|\"?#)");

    @Test
    void fetchesNothing() throws IOException {
        var page = page(Harbour.patientApp()).replaceAll("base64,[A-Za-z0-9+/=]+", "base64,");

        assertFalse(URL.matcher(page).find());
        var comments = page.replaceAll("(?m)^ *// .*$|; // .*$", "");
        var found = FETCHED.matcher(comments);
        assertFalse(found.find(), () -> found.group());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></script><b>",
                "&lt;b&gt; & <!-- -->"
            })
    void showsNamesAsTextWhateverTheyHold(String name) throws IOException {
        var page = page(Harbour.named(name));

        assertTrue(page.contains(Markup.escape(name)));
        assertFalse(page.contains(name));
    }

    @Test
    void keepsOtherScriptsAndEmojiAndPutsNamesOnOneLine() throws IOException {
        var page = page(Harbour.named("مرحبا 😀\nsecond\u0007line " + "long ".repeat(60)));

        assertTrue(page.contains("<span dir=auto>مرحبا 😀 second line long"));
    }

    @Test
    void tellsEachBarInWords() throws IOException {
        var page = page(Harbour.patientApp());

        assertTrue(page.contains("aria-label=\"Fix what the tests find, critical, starts Friday 5 March 09:00, "
                + "likely by Thursday 18 March, held by Penetration test\""));
    }

    @Test
    void isATreeGridWhoseRowsSayTheirLevel() throws IOException {
        var page = page(Harbour.patientApp());

        assertTrue(page.contains("<table role=treegrid aria-label=Tasks aria-rowcount=32>"));
        assertEquals(31, count(page, "<tr aria-level="));
        assertEquals(1, count(page, "tabindex=0"), "one stop in the order of tabs");
        assertEquals(7, count(page, "aria-expanded=true"));
    }

    @Test
    void saysPlannedLikelyAndPromisedInTheirOwnWords() throws IOException {
        var page = page(Harbour.patientApp());

        assertTrue(page.contains("<p class=lab>Planned finish</p><p class=dt>Thu\u00a01\u00a0April\u00a02027"));
        assertTrue(page.contains("<p class=lab>Likely by</p>"));
        assertTrue(page.contains("Promised to Northgate Hospital by Wed\u00a024\u00a0March\u00a02027"));
        assertTrue(page.contains("As of Tue\u00a02\u00a0February\u00a02027, 11:00"));
        assertTrue(page.contains("Times of Europe/Amsterdam"));
    }

    @Test
    void asksForTheFirstTaskWhereThereIsNone() throws IOException {
        var page = page(Harbour.empty());

        assertTrue(page.contains("What is the first thing to do?"));
        assertFalse(page.contains("treegrid aria-label"));
    }

    @Test
    void staysSmallForThousandsOfTasks() throws IOException {
        int tasks = 3000;

        int bytes = page(Harbour.large(tasks)).length() - page(Harbour.empty()).length();

        assertTrue(bytes / tasks < 1500, () -> bytes / tasks + " bytes a task");
    }

    @Test
    void givesTheSameBytesInAnyLanguage() throws IOException {
        var before = Locale.getDefault();
        var english = page(Harbour.patientApp());

        try {
            Locale.setDefault(Locale.of("ar", "EG"));
            assertTrue(english.equals(page(Harbour.patientApp())));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String page(Planned planned) throws IOException {
        var out = new ByteArrayOutputStream();
        new HtmlPage().write(planned, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
