package chargehand.bench.cvs;

import chargehand.bench.cvs.MadeUpCv.Entry;
import chargehand.bench.cvs.MadeUpCv.Part;
import chargehand.engine.staffing.cv.Catalogue;
import chargehand.engine.staffing.cv.CatalogueEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// CVs that people have written for invented persons, in many languages and manners, each beneath what is true of it.
/// Those of a round were written, and measured once, before any rule was changed for them.
public final class DescribedCvs {
    /// How many rounds there are.
    public static final int ROUNDS = 10;

    /// The signs that every PDF may print without a font of its own.
    private static final Charset FONTS = Charset.forName("windows-1252");
    private static final List<Layout> PDFS = List.of(
            Layout.NETWORK_EXPORT,
            Layout.ONE_COLUMN,
            Layout.DATES_AT_LEFT,
            Layout.DATES_AT_RIGHT,
            Layout.SIDEBAR,
            Layout.BUILDER,
            Layout.SIDEBAR_AT_RIGHT);
    private static final List<Layout> DOCUMENTS =
            List.of(Layout.DOCX_PLAIN, Layout.DOCX_TABLE, Layout.DOCX_BOXES, Layout.DOCX_TABS);
    private static final Person SOMEBODY =
            new Person("Robin Kestrel", "male", 1984, "Dutch", "7 Lantern Row, 40210 Altstadt");

    private final Map<String, MadeUpCv> all = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private String name = "";

    private DescribedCvs() {}

    /// By a name that begins with the number of the round, in the order in which they were written.
    public static Map<String, MadeUpCv> all() {
        var made = new LinkedHashMap<String, MadeUpCv>();
        for (int round = 1; round <= ROUNDS; round++) made.putAll(of(round));
        return made;
    }

    /// Those of one round.
    public static Map<String, MadeUpCv> of(int round) {
        var read = new DescribedCvs();
        for (var line : lines("/chargehand/bench/cvs/described/round-%d.txt".formatted(round))) {
            if (line.startsWith("== ")) {
                read.finish();
                read.name = "%d-%s".formatted(round, line.substring(3));
            } else if (!read.name.isEmpty()) read.take(line);
        }
        read.finish();
        return read.all;
    }

    /// A PDF and a document of a word processor, in turn those of which there are several; text where a PDF can't print
    /// all signs.
    public static List<Layout> layouts(MadeUpCv cv, int at) {
        var document = DOCUMENTS.get(at % DOCUMENTS.size());
        boolean printable = FONTS.newEncoder().canEncode(String.join("\n", Layout.lines(cv)));
        return printable ? List.of(PDFS.get(at % PDFS.size()), document) : List.of(Layout.TEXT, document);
    }

    private void take(String line) {
        if (line.startsWith("#")) begin(line);
        else if (parts.isEmpty()) fact(line);
        else add(line);
    }

    private void fact(String line) {
        var cells = line.split(":", 2);
        if (cells.length == 2) facts.put(cells[0], cells[1].strip());
    }

    private void begin(String line) {
        if (line.startsWith("## ")) {
            var cells = Arrays.asList(line.substring(3).split("\\s*\\|\\s*"));
            entries().add(new Entry(cells.getFirst(), cells.subList(1, cells.size()), new ArrayList<>()));
        } else parts.add(new Part(line.replaceFirst("^#>?\\s*", ""), new ArrayList<>(), line.startsWith("#>")));
    }

    private void add(String line) {
        if (line.isBlank()) return;
        boolean plain = entries().isEmpty() || entries().getLast().titles().isEmpty();
        if (plain) entries().add(Entry.line(line));
        else entries().getLast().lines().add(line);
    }

    private List<Entry> entries() {
        return parts.getLast().entries();
    }

    private void finish() {
        if (!name.isEmpty())
            all.put(
                    name,
                    new MadeUpCv(fact("language", "en"), SOMEBODY, fact("headline", ""), List.copyOf(parts), truth()));
        facts.clear();
        parts.clear();
    }

    private String fact(String kind, String otherwise) {
        return facts.getOrDefault(kind, otherwise);
    }

    private List<String> listed(String kind) {
        return Arrays.stream(fact(kind, "").split("\\s*;\\s*"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private CvTruth truth() {
        var certificates = listed("certificates").stream().map(this::known).toList();
        var work = new Work();
        for (var each : listed("work")) add(work, each.split("\\s+"));
        var criteria = work.criteria();
        criteria.put(
                "management/certificate",
                certificates.stream().anyMatch(CatalogueEntry::isManagement) ? "met" : "notFound");
        if (!fact("budget", "").isEmpty()) criteria.put("infrastructure/budget", fact("budget", ""));
        var names = certificates.stream().map(CatalogueEntry::name).toList();
        return new CvTruth("read", names, listed("degrees"), work.years(), criteria);
    }

    /// "software 2015-03 2019-06", both months included; "now" for the last.
    private static void add(Work work, String[] cells) {
        var last = cells[2].equals("now") ? MadeUpCvs.NOW : YearMonth.parse(cells[2]);
        work.add(cells[0], YearMonth.parse(cells[1]), last.plusMonths(1));
    }

    private CatalogueEntry known(String certificate) {
        return Catalogue.all()
                .named(certificate)
                .orElseThrow(() ->
                        new IllegalArgumentException("%s: no certificate is called %s.".formatted(name, certificate)));
    }

    private static List<String> lines(String path) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DescribedCvs.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
