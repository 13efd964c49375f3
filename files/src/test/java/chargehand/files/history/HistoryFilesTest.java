package chargehand.files.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.UnreadableFile;
import chargehand.files.history.Refusal.Reason;
import java.io.BufferedWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Histories as people have them.
class HistoryFilesTest {
    private static final String HEADER =
            "id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on\n";
    private static final String GOOD = "1,Ada,Harbour,Test,4,5.5,2026-01-05,2026-01-06,2026-01-07\n";

    @TempDir
    Path folder;

    @Test
    void readsARowWithAllThatItSays() throws Exception {
        var row = read(HEADER + GOOD).rows().getFirst();

        assertEquals("1", row.id());
        assertEquals("Ada", row.labels().person());
        assertEquals("Harbour", row.labels().project());
        assertEquals("Test", row.labels().kind());
        assertEquals(4, row.estimate());
        assertEquals(5.5, row.actual());
        assertEquals(Instant.parse("2026-01-05T00:00:00Z"), row.known());
        assertEquals(1.375, row.finished().orElseThrow().ratio());
    }

    @Test
    void takesTheStartWhereNobodySaysWhenItWasEstimated() throws Exception {
        var row = read(HEADER + "1,,,,4,5,,2026-01-06,2026-01-07\n").rows().getFirst();

        assertEquals(Instant.parse("2026-01-06T00:00:00Z"), row.known());
    }

    @Test
    void knowsWhatIsCompletedOnADayWhenTheDayIsOver() throws Exception {
        var row =
                read(HEADER + "1,,,,4,5,2026-01-05 09:00,,2026-01-05\n").rows().getFirst();

        assertEquals(Instant.parse("2026-01-05T23:59:59Z"), row.completed());
    }

    @Test
    void refusesNegativeTimes() throws Exception {
        assertRefused(Reason.NEGATIVE_TIME, "2,Ada,Harbour,Test,4,-3,2026-01-05,2026-01-06,2026-01-07\n");
        assertRefused(Reason.NEGATIVE_TIME, "2,Ada,Harbour,Test,-4,3,2026-01-05,2026-01-06,2026-01-07\n");
    }

    @Test
    void refusesWhatEndsBeforeItStarts() throws Exception {
        assertRefused(Reason.ENDS_BEFORE_IT_STARTS, "2,Ada,Harbour,Test,4,3,2026-01-05,2026-01-06,2026-01-02\n");
    }

    @Test
    void refusesTasksOfTenYears() throws Exception {
        assertRefused(Reason.TOO_LONG, "2,Ada,Harbour,Test,4,3,2006-01-05,2006-01-06,2026-01-02\n");
        assertRefused(Reason.TOO_LONG, "2,Ada,Harbour,Test,4,87600,2026-01-05,2026-01-06,2026-01-07\n");
    }

    @Test
    void refusesDuplicatesAfterTheFirst() throws Exception {
        var history = read(HEADER + GOOD + GOOD + GOOD.replace("5.5", "6"));

        assertEquals(1, history.refused().size());
        assertEquals(3, history.refused().getFirst().line());
        assertReason(Reason.DUPLICATE, history.refused().getFirst());
    }

    @Test
    void refusesNumbersThatNobodyCanRead() throws Exception {
        assertRefused(Reason.UNREADABLE_NUMBER, "2,Ada,Harbour,Test,four,3,2026-01-05,2026-01-06,2026-01-07\n");
        assertRefused(Reason.UNREADABLE_NUMBER, "2,Ada,Harbour,Test,4,1e999,2026-01-05,2026-01-06,2026-01-07\n");
    }

    @Test
    void refusesDatesThatNobodyCanRead() throws Exception {
        assertRefused(Reason.UNREADABLE_DATE, "2,Ada,Harbour,Test,4,3,2026-02-30,2026-01-06,2026-03-07\n");
        assertRefused(Reason.UNREADABLE_DATE, "2,Ada,Harbour,Test,4,3,0016-01-05,2026-01-06,2026-03-07\n");
    }

    @Test
    void refusesRowsWithMoreCellsThanColumns() throws Exception {
        assertRefused(
                Reason.MORE_CELLS_THAN_COLUMNS, "2,Ada, Bram,Harbour,Test,4,3,2026-01-05,2026-01-06,2026-03-07\n");
    }

    @Test
    void saysThatActualsMayHaveBeenCopied() throws Exception {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 30; i++)
            text.append("%d,Ada,Harbour,Test,4,%d,2026-01-05,2026-01-06,2026-01-07%n".formatted(i, i % 2 == 0 ? 4 : 5));

        var notes = read(text.toString()).notes();

        assertTrue(notes.getFirst().what().startsWith("15 of 30 actuals equal their estimates"), notes.toString());
    }

    @Test
    void leavesOutWhatIsNotFinishedWithoutRefusingIt() throws Exception {
        var history = read(HEADER + "1,Ada,Harbour,Test,4,,2026-01-05,NA,\n");

        assertEquals(List.of(), history.refused());
        assertTrue(history.rows().getFirst().finished().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "windows-1252"})
    void readsOtherEncodings(String charset) throws Exception {
        var text = HEADER + GOOD.replace("Ada", "Änne").replace("Harbour", "Möwe");

        var row = read(text, Charset.forName(charset)).rows().getFirst();

        assertEquals("Änne", row.labels().person());
        assertEquals("Möwe", row.labels().project());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-04|2026-03-04T00:00:00Z",
                "2026-03-04T10:30:00Z|2026-03-04T10:30:00Z",
                "2026-03-04 10:30|2026-03-04T10:30:00Z",
                "2026-03-04T10:30:00+02:00|2026-03-04T08:30:00Z",
                "04-Mar-26|2026-03-04T00:00:00Z",
                "4 March 2026|2026-03-04T00:00:00Z",
                "Mar 4, 2026|2026-03-04T00:00:00Z",
                "04.03.2026|2026-03-04T00:00:00Z",
                "20260304|2026-03-04T00:00:00Z",
                "2026/03/04|2026-03-04T00:00:00Z"
            })
    void readsOtherDates(String written, String meant) throws Exception {
        var row = read(HEADER + "1,Ada,Harbour,Test,4,5,\"%s\",,%n".formatted(written))
                .rows()
                .getFirst();

        assertEquals(Instant.parse(meant), row.estimated());
    }

    @Test
    void findsOutWhetherDayOrMonthComesFirst() throws Exception {
        var american = read(HEADER + "1,,,,4,5,3/4/2026,,3/25/2026\n").rows().getFirst();
        var british = read(HEADER + "1,,,,4,5,3/4/2026,,25/4/2026\n").rows().getFirst();

        assertEquals(Instant.parse("2026-03-04T00:00:00Z"), american.estimated());
        assertEquals(Instant.parse("2026-04-03T00:00:00Z"), british.estimated());
    }

    @Test
    void saysThatItHasToGuessWhetherDayOrMonthComesFirst() throws Exception {
        var history = read(HEADER + "1,,,,4,5,3/4/2026,,5/4/2026\n");

        assertTrue(
                history.notes().getFirst().what().contains("read as day first"),
                history.notes().toString());
    }

    @Test
    void readsDecimalCommasBetweenSemicolons() throws Exception {
        var row = read((HEADER + "1,Ada,Harbour,Test,\"4\",X,2026-01-05,2026-01-06,2026-01-07\n")
                        .replace(',', ';')
                        .replace("X", "1.234,5"))
                .rows()
                .getFirst();

        assertEquals(1234.5, row.actual());
    }

    @Test
    void neverTakesACommaForAPointWhereItMayBeEither() throws Exception {
        assertRefused(Reason.UNREADABLE_NUMBER, "2,Ada,Harbour,Test,4,\"1,234\",2026-01-05,2026-01-06,2026-01-07\n");
    }

    @Test
    void refusesAFileWithoutEstimates() {
        var refusal = assertThrows(UnreadableFile.class, () -> read("id,hours\n1,4\n"));

        assertEquals("missing-column", refusal.code());
    }

    @Test
    void readsAMillionRowsAsAStream() throws Exception {
        var file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < 1_000_000; i++)
                out.write(
                        i + ",Ada,Harbour,Test,4," + (i % 7 == 0 ? "-1" : "5") + ",2026-01-05,2026-01-06,2026-01-07\n");
        }
        var heard = new ArrayList<Long>();

        var history = HistoryFiles.read(file, heard::add);

        assertEquals(1_000_000, history.rows().size());
        assertEquals(142_858, history.refused().size());
        assertEquals(100, heard.size());
    }

    private void assertRefused(Reason reason, String row) throws Exception {
        var history = read(HEADER + GOOD + row);

        assertEquals(1, history.refused().size());
        assertReason(reason, history.refused().getFirst());
        assertEquals(3, history.refused().getFirst().line());
        assertTrue(history.refused().getFirst().finished().isEmpty());
    }

    private static void assertReason(Reason reason, HistoryRow row) {
        var refusal = row.refusal();
        assertNotNull(refusal);
        assertEquals(reason, refusal.reason());
    }

    private History read(String text) throws Exception {
        return read(text, StandardCharsets.UTF_8);
    }

    private History read(String text, Charset charset) throws Exception {
        return HistoryFiles.read(Files.write(folder.resolve("history.csv"), text.getBytes(charset)));
    }
}
