package chargehand.server.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Role;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.PlaceEditing;
import chargehand.server.people.SiteWrite;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class PeopleImportTest {
    private static final Caller ADMINISTRATOR = caller();
    private static final String TABLE = """
            name,email,site,skills,week,units,rate,currency,lead,absences,shoe size
            Ada Berg,ada@harbour.example,Munich,"java:4, architecture",Mon-Thu 09:00-13:00 14:00-18:00,80%,95.50,EUR,Edda Lang,2027-02-08..2027-02-12 leave,39
            Edda Lang,,,test,,,,,,,
            """;

    @Autowired
    PeopleImporting importing;

    @Autowired
    People people;

    @Autowired
    PlaceEditing places;

    private int before;

    @BeforeEach
    void aSite() {
        before = people.all().size();
        places.addSite(new SiteWrite("Munich", "DE", "BY", "Europe/Berlin"), ADMINISTRATOR);
    }

    @Test
    void takesANewTeamWithTheirLeadFromFurtherDown() {
        var read = look(TABLE);
        assertEquals(List.of("new", "new"), whats(read));
        assertEquals(List.of("shoe size"), read.unknown());
        assertEquals(before, people.all().size());

        assertEquals(List.of(2, 0), accept(read));

        var ada = person("Ada Berg");
        assertEquals(Map.of("java", 4, "architecture", 0), ada.skills());
        assertEquals(80, ada.capacity());
        assertEquals(new Money(9550, "EUR"), ada.rate());
        assertEquals(person("Edda Lang").id(), ada.lead());
        assertEquals(List.of("same", "same"), whats(look(TABLE)), "what was taken is the same when it is read again");
    }

    @Test
    void readsGermanHeadingsDaysAndNumbers() {
        var read = look("""
                Name;E-Mail;Fähigkeiten;Arbeitszeit;Stundensatz;Währung;Abwesenheiten
                Bram Öhlund;bram@harbour.example;Netze;Mo-Do 08:30-13:00; 85,00;EUR;8.2.2027 bis 12.2.2027 Urlaub
                """);

        assertEquals(List.of("new"), whats(read));
        accept(read);
        assertEquals(new Money(8500, "EUR"), person("Bram Öhlund").rate());
        var week = Objects.requireNonNull(person("Bram Öhlund").week());
        assertEquals(List.of("08:30-13:00"), week.thursday());
    }

    @Test
    void tellsWhatIsDifferentAndLeavesAloneWhatIsBlank() {
        accept(look(TABLE));

        var read = look("""
                name,email,rate,skills
                Ada Berg,ada@harbour.example,,"java:5, architecture"
                """);

        assertEquals(List.of("change"), whats(read));
        assertEquals(
                List.of(new PeopleRow.Field("skills", "architecture, java:4", "architecture, java:5")),
                read.rows().getFirst().fields());
        assertEquals(List.of(0, 1), accept(read));
        assertEquals(new Money(9550, "EUR"), person("Ada Berg").rate());
    }

    @Test
    void takesNobodyIfOneLineIsWrong() {
        var read = look("""
                name,site,week,units,rate,lead
                Ada,,,,,
                Bram,Atlantis,,,,
                Chidi,,sometimes,,,
                Dewi,,,lots,,
                Femi,,,,95,
                Ada,,,,,
                Gus,,,,,Nobody
                """);

        assertEquals(List.of("new", "wrong", "wrong", "wrong", "wrong", "wrong", "wrong"), whats(read));
        assertEquals(
                List.of("There is no site “Atlantis”. Add the site first."),
                read.rows().get(1).problems());
        var refused = assertThrows(Problem.class, () -> importing.accept(read.id(), ADMINISTRATOR));
        assertEquals("import-has-errors", refused.code());
        assertEquals(before, people.all().size());
    }

    @Test
    void isTakenOnceAndByItsReaderAlone() {
        var read = look(TABLE);

        assertEquals(
                404,
                assertThrows(Problem.class, () -> importing.accept(read.id(), caller()))
                        .status());
        accept(read);
        assertEquals(
                404,
                assertThrows(Problem.class, () -> importing.accept(read.id(), ADMINISTRATOR))
                        .status());
    }

    @Test
    void readsAWorkbook() throws IOException {
        var read = importing.look(
                "team.xlsx",
                workbook("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Pensum</t></is></c>
                <c r="D1" t="s"><v>1</v></c></row>
                <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>0.8</v></c><c r="D4"><v>95.5</v></c>
                <c r="E4" t="str"><v>EUR</v></c></row>
                """.replace(
                                "</c></row>\n<row r=\"4\"",
                                "</c><c r=\"E1\" t=\"inlineStr\"><is><t>currency</t></is></c></row>\n<row r=\"4\"")),
                ADMINISTRATOR);

        assertEquals(List.of("new"), whats(read), () -> read.rows().toString());
        assertEquals(4, read.rows().getFirst().line());
        accept(read);
        assertEquals(80, person("Ada Berg").capacity());
        assertEquals(new Money(9550, "EUR"), person("Ada Berg").rate());
    }

    @Test
    void refusesBrokenAndHostileWorkbooks() throws IOException {
        var whole = workbook("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>");
        refuses("file-damaged", Arrays.copyOf(whole, whole.length / 3));
        refuses("file-damaged", zip(Map.of("word/document.xml", "<a/>")));
        refuses("file-empty", " ".getBytes(UTF_8));
        refuses("missing-column", "colour,size\nred,3\n".getBytes(UTF_8));
        var entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\">"
                + "<c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        refuses("file-damaged", zip(Map.of("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", entity)));
        refuses(
                "file-too-complex",
                zip(Map.of("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", " ".repeat(70_000_000))));
    }

    private static void refuses(String code, byte[] file) {
        var refused =
                assertThrows(chargehand.files.UnreadableFile.class, () -> PeopleTable.of(file), "expected " + code);
        assertEquals(code, refused.code());
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Team\" sheetId=\"7\" r:id=\"rId2\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId2\" Target=\"worksheets/team.xml\"/></Relationships>",
                "xl/sharedStrings.xml",
                "<sst><si><t>Name</t></si><si><r><t>Stunden</t></r><r><t>satz</t></r></si><si><t>Ada Berg</t></si></sst>",
                "xl/worksheets/team.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private PeopleImporting.DryRun look(String table) {
        return importing.look("team.csv", table.getBytes(UTF_8), ADMINISTRATOR);
    }

    private List<Integer> accept(PeopleImporting.DryRun read) {
        return Arrays.stream(importing.accept(read.id(), ADMINISTRATOR)).boxed().toList();
    }

    private static List<String> whats(PeopleImporting.DryRun read) {
        return read.rows().stream().map(each -> each.what().word()).toList();
    }

    private Person person(String name) {
        var all = people.all();
        assertTrue(all.stream().anyMatch(each -> each.name().equals(name)), () -> all.toString());
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Caller caller() {
        return new Caller(UUID.randomUUID(), "Edda", null, List.of(new Caller.Grant(Role.ADMINISTRATOR, null, null)));
    }
}
