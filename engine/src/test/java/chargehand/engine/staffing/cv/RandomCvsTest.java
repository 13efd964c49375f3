package chargehand.engine.staffing.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of any text, made up line by line from a seed.
class RandomCvsTest {
    private static final List<String> LINES = List.of(
            "Experience",
            "Education",
            "Certifications",
            "Skills",
            "Summary",
            "",
            "PMP",
            "working toward CSM, CISSP",
            "Project Management",
            "Professional (PMP)",
            "Java Developer\tJan 2010 – Present",
            "2012 - 2014",
            "Network Engineer",
            "B.S. and M.S. in Computer Science, MIT",
            "MBA",
            "• Managed a budget of $2.5M and a team of 9 engineers",
            "APM, GAQM",
            "CPM",
            "CompTIA A+, Network+, Security+",
            "\u0000\uFFFD\u202E))((**",
            "10+ years of experience in Java",
            "Ph.D.",
            "seit 2015 Projektleiter",
            "31/31/2099 - 00/00",
            "٢٠١٠ - ٢٠١٢",
            "מנהל פרויקטים 2010-2012",
            "𝔓𝔐𝔓",
            "AWS Certified",
            "Solutions Architect – Associate");

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("chargehand.seeds", 60) * 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsOnlyWhatItsLinesSay(long seed) {
        var text = CvText.of(text(new Random(seed)));

        var found = CvCheck.of(text, Cv.TODAY);

        for (var each : found.certificates()) stands(each.line(), text);
        for (var each : found.degrees()) stands(each.line(), text);
        for (var each : found.years()) each.lines().forEach(line -> stands(line, text));
        for (var each : found.budgets()) stands(each.line(), text);
        for (var each : found.hardware()) stands(each.line(), text);
        assertEquals(found, CvCheck.of(text, Cv.TODAY));
    }

    private static void stands(CvLine line, CvText text) {
        assertTrue(!line.text().isBlank());
        assertTrue(line.text().startsWith(text.lines().get(line.n() - 1).text()), line::toString);
    }

    private static String text(Random random) {
        var lines = new ArrayList<String>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            var line = LINES.get(random.nextInt(LINES.size()));
            int cut = random.nextInt(4) == 0 ? random.nextInt(line.length() + 1) : line.length();
            lines.add(random.nextInt(20) == 0 ? garbage(random) : line.substring(0, cut));
        }
        return String.join("\n", lines);
    }

    private static String garbage(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--)
            text.append((char) (random.nextInt(5) == 0 ? random.nextInt(0xFFFF) : 32 + random.nextInt(95)));
        return text.toString();
    }
}
