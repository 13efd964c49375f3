package chargehand.files.cv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.files.cv.Pages.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The order in which the text of a document is read.
class CvTextTest {
    @Test
    void readsColumnsOneAfterTheOther() throws IOException {
        var left = IntStream.range(0, 6).mapToObj(i -> new Text(50, 700 - i * 13, "skill " + i));
        var right = IntStream.range(0, 12).mapToObj(i -> new Text(250, 704 - i * 15, "a line about work " + i));

        var lines = lines(Pages.pdf(Stream.concat(right, left).toArray(Text[]::new)));

        assertEquals("skill 0", lines.getFirst());
        assertEquals("skill 5", lines.get(5));
        assertEquals("a line about work 0", lines.get(6));
    }

    @Test
    void readsAShortColumnUnderItsOwnHeadingAndOneWhoseLinesHaveYearsInThem() throws IOException {
        var work = List.of(
                "Work experience",
                "Since 2018 Project manager, Harbour",
                "2012 - 2018 Engineer, Wharf",
                "2010 - 2012 Trainee, Wharf",
                "Twelve servers and their storage");
        for (var side : List.of(
                List.of("Certifications", "PMP, PRINCE2 Practitioner and", "ITIL Foundation"),
                List.of(
                        "Education",
                        "2008 University of Harbourtown",
                        "Bachelor of Science, 2007",
                        "A-levels, 2003"))) {
            var left = IntStream.range(0, side.size()).mapToObj(i -> new Text(50, 700 - i * 14, side.get(i)));
            var right = IntStream.range(0, work.size()).mapToObj(i -> new Text(260, 700 - i * 14, work.get(i)));

            var lines = lines(Pages.pdf(Stream.concat(left, right).toArray(Text[]::new)));

            assertEquals(Stream.concat(side.stream(), work.stream()).toList(), lines);
        }
    }

    @Test
    void readsDatesWithWhatStandsBesideThem() throws IOException {
        var dates =
                IntStream.range(0, 6).mapToObj(i -> new Text(50, 700 - i * 40, "01/201%d - 12/201%d".formatted(i, i)));
        var jobs = IntStream.range(0, 6).mapToObj(i -> new Text(200, 700 - i * 40, "Engineer " + i));

        var lines = lines(Pages.pdf(Stream.concat(dates, jobs).toArray(Text[]::new)));

        assertEquals("01/2010 - 12/2010\tEngineer 0", lines.getFirst());
    }

    @Test
    void saysWhichPagesArePicturesAndReadsTheOthers() throws IOException {
        assertEquals(
                "Page 2 of its 3 is a picture, in which only a person can read.",
                CvReader.read(Pages.mixedPdf("tpt")).reason());
        var two = CvReader.read(Pages.mixedPdf("tpp"));
        assertEquals("Pages 2 and 3 of its 3 are pictures, in which only a person can read.", two.reason());
        assertEquals(CvFile.State.READ, two.state());
        assertEquals("", CvReader.read(Pages.mixedPdf("bt")).reason(), "a picture behind the text hides none of it");
        assertEquals(CvFile.State.PICTURE, CvReader.read(Pages.mixedPdf("ppp")).state(), "lines above are no CV");
    }

    @Test
    void seesPagesInADocumentThatArePictures() throws IOException {
        var scan =
                "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"wp\"><wp:extent cx=\"5760000\" cy=\"8100000\"/></wp:inline></w:drawing></w:r></w:p>";
        var portrait = scan.replace("5760000", "1200000").replace("8100000", "1600000");
        var text = Pages.paragraph("Led the move of forty servers to Wharf, with cabling and network. ")
                .repeat(8);

        assertEquals(
                "One page of it is a picture, in which only a person can read.",
                CvReader.read(Pages.docx(text + scan, "word/media/image1.png", "x"))
                        .reason());
        assertEquals(
                "",
                CvReader.read(Pages.docx(text + portrait, "word/media/image1.png", "x"))
                        .reason());
        assertEquals(
                CvFile.State.PICTURE,
                CvReader.read(Pages.docx(Pages.paragraph("Ada Brook, CV") + scan + scan, "word/media/image1.png", "x"))
                        .state());
    }

    @Test
    void joinsWordsThatWereDrawnApart() throws IOException {
        var lines = lines(Pages.pdf(
                new Text(60, 700, "Project"), new Text(96, 700, "Management"), new Text(157, 700, "Professional")));

        assertEquals(List.of("Project Management Professional"), lines);
    }

    @Test
    void readsTablesRowByRowAndLayoutCellByCell() throws IOException {
        var table = "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl>";
        var body = table.formatted(
                        Pages.paragraph("2010 – 2014"), Pages.paragraph("Engineer") + Pages.paragraph("Cabling"))
                + table.formatted(
                        Pages.paragraph("Java")
                                + Pages.paragraph("Jira")
                                + Pages.paragraph("Git")
                                + Pages.paragraph("SQL"),
                        Pages.paragraph("About me") + Pages.paragraph("Work"));

        assertEquals(
                List.of("2010 – 2014\tEngineer", "Cabling", "Java", "Jira", "Git", "SQL", "About me", "Work"),
                lines(Pages.docx(body)));
    }

    @Test
    void readsTextBoxesOnceAndNothingThatWasDeleted() throws IOException {
        var box =
                "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>%1$s</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>%1$s</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                        .formatted(Pages.paragraph("PMP"));
        var deleted =
                "<w:p><w:del><w:r><w:delText>CISSP</w:delText></w:r></w:del><w:r><w:t>Certificates</w:t></w:r></w:p>";

        assertEquals(List.of("Certificates", "PMP"), lines(Pages.docx(deleted + box)));
    }

    @Test
    void readsHeadersAndFooters() throws IOException {
        var header = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">%s</w:hdr>"
                .formatted(Pages.paragraph("Ada, PMP"));

        assertEquals(
                List.of("Ada, PMP", "Work"), lines(Pages.docx(Pages.paragraph("Work"), "word/header1.xml", header)));
    }

    @Test
    void readsJsonResumeAsLines() {
        var lines = lines("""
                {"basics": {"name": "Ada", "label": "Engineer"},
                 "work": [{"name": "Harbour", "position": "Network Engineer", "startDate": "2010-01", "endDate": "2013-12"}],
                 "education": [{"institution": "Westhaven", "area": "Physics", "studyType": "Bachelor", "endDate": "2009"}],
                 "certificates": [{"name": "CCNA", "issuer": "Cisco", "date": "2012"}]}
                """.getBytes(StandardCharsets.UTF_8));

        assertEquals(true, lines.contains("2010-01 - 2013-12\tNetwork Engineer\tHarbour"), lines.toString());
        assertEquals(true, lines.contains("Bachelor in Physics\tWesthaven\t2009"), lines.toString());
        assertEquals(true, lines.contains("CCNA, Cisco, 2012"), lines.toString());
        assertEquals(false, lines.toString().contains("Ada"), lines.toString());
    }

    @Test
    void readsHebrewFromItsEnd() {
        assertEquals("PMP מנהל 2010", Direction.read("PMP להנמ 2010"));
    }

    private static List<String> lines(byte[] bytes) {
        var read = CvReader.read(bytes);
        assertEquals(CvFile.State.READ, read.state(), read.reason());
        return read.text().lines().filter(line -> !line.isBlank()).toList();
    }
}
