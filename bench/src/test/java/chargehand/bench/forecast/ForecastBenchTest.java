package chargehand.bench.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.UnreadableFile;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `bin/bench forecast`, on made-up histories.
class ForecastBenchTest {
    private static final String HEADER =
            "id,person,project,kind,estimate_hours,actual_hours,estimated_on,started_on,completed_on";

    @TempDir
    Path folder;

    @Test
    void writesQuantilesOfEachHeldOutRowInOrder() throws Exception {
        var file = Files.write(folder.resolve("history.csv"), history(400, true));
        var out = folder.resolve("quantiles.csv");

        new ForecastBench(line -> {}).history(file, 0.7, out, false);

        var lines = Files.readAllLines(out);
        assertEquals("id,q10,q25,q50,q75,q90", lines.getFirst());
        var ids = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
        for (int i = 280; i < 400; i++) assertTrue(ids.contains("t" + i), "t" + i);
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            assertEquals(6, cells.length, line);
            for (int q = 1; q < 6; q++) assertTrue(Double.parseDouble(cells[q]) > 0, line);
            for (int q = 2; q < 6; q++)
                assertTrue(Double.parseDouble(cells[q]) >= Double.parseDouble(cells[q - 1]), line);
        }
    }

    @Test
    void drawsWhatHappenedOfWhatWasCalledLikely() throws Exception {
        var file = Files.write(folder.resolve("history.csv"), history(400, true));

        var plot = new ForecastBench(line -> {}).history(file, 0.7, null, false).reliability();

        for (int level : List.of(10, 25, 50, 75, 90))
            assertTrue(plot.contains("<title>This history: called %d %%, happened".formatted(level)), plot);
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new java.io.StringReader(plot)));
    }

    /// Two lie below the middle of three equal forecasts and one on it: the level is between the two shares.
    @Test
    void countsWhatLiesOnAQuantileAsEither() {
        var same = new double[] {0, 1, 2, 3, 4};

        var happened = Score.happened(new double[][] {same, same, same, same}, new double[] {0.5, 1.5, 2, 5});

        assertEquals(List.of(0.5, 0.75), List.of(happened[2][0], happened[2][1]));
        assertEquals(0.75, happened[4][1]);
    }

    @Test
    void printsFiguresAsTheSchemaSays() throws Exception {
        var file = Files.write(folder.resolve("history.csv"), history(400, true));

        var json = new ForecastBench(line -> {}).history(file, 0.7, null, false).json();

        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/contracts/forecast-figures.schema.json")));
        assertEquals(List.of(), List.copyOf(schema.validate(json, InputFormat.JSON)));
        assertTrue(json.contains("\"history.ours.cover80\""));
        assertTrue(json.contains("\"history.ours.logPinball\""));
        assertTrue(json.contains("\"history.ebs.logPinball\""));
        assertTrue(json.contains("\"history.referenceClass.logPinball\""));
        assertTrue(json.contains("\"history.developers.logPinball\""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void forecastsTinyHistories(int rows) throws Exception {
        var file = Files.write(folder.resolve("history.csv"), history(rows, true));
        var out = folder.resolve("quantiles.csv");

        new ForecastBench(line -> {}).history(file, 0.7, out, false);

        assertTrue(Files.readAllLines(out).size() > 1);
    }

    @Test
    void forecastsAHistoryOfEstimatesAloneWithoutAnyDate() throws Exception {
        var lines = new ArrayList<String>();
        lines.add("id,estimate_hours,actual_hours");
        for (int i = 0; i < 100; i++) lines.add("t%d,%d,%d".formatted(i, 1 + i % 5, 2 + 2 * (i % 5)));
        var file = Files.write(folder.resolve("history.csv"), lines);
        var out = folder.resolve("quantiles.csv");

        new ForecastBench(line -> {}).history(file, 0.7, out, false);

        var last = Files.readAllLines(out).getLast().split(",");
        assertEquals("t99", last[0]);
        assertEquals(10, Double.parseDouble(last[3]), 0.5);
    }

    @Test
    void forecastsHeldOutRowsThatNobodyEstimated() throws Exception {
        var lines = new ArrayList<>(history(100, true));
        lines.add("bare,Ada,Harbour,Test,,,2026-12-30,,");
        var file = Files.write(folder.resolve("history.csv"), lines);
        var out = folder.resolve("quantiles.csv");

        new ForecastBench(line -> {}).history(file, 0.7, out, false);

        assertTrue(Files.readAllLines(out).stream().anyMatch(line -> line.startsWith("bare,")));
    }

    @Test
    void learnsThatEverybodyNeedsHalfAsMuchAgain() throws Exception {
        var file = Files.write(folder.resolve("history.csv"), history(400, false));
        var out = folder.resolve("quantiles.csv");

        new ForecastBench(line -> {}).history(file, 0.7, out, false);

        var last = Files.readAllLines(out).getLast().split(",");
        double estimate = 1 + 399 % 7;
        assertEquals(1.5, Double.parseDouble(last[3]) / estimate, 0.15);
    }

    @Test
    void takesAllOrNothingWhenStrict() throws Exception {
        var lines = new ArrayList<>(history(50, true));
        lines.add("bad,Ada,Harbour,Test,4,-1,2025-01-01,2025-01-01,2025-01-02");
        var file = Files.write(folder.resolve("history.csv"), lines);
        var out = folder.resolve("quantiles.csv");
        var told = new ArrayList<String>();

        var refusal =
                assertThrows(UnreadableFile.class, () -> new ForecastBench(told::add).history(file, 0.7, out, true));

        assertEquals("history-refused", refusal.code());
        assertTrue(told.contains("line 52, bad: actual_hours is below 0: -1"), told.toString());
        assertTrue(Files.notExists(out));
    }

    /// @param copied whether a third of the actuals are the estimates
    private static List<String> history(int count, boolean copied) {
        var random = new SplittableRandom(1);
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        IntStream.range(0, count).forEach(i -> {
            double estimate = 1 + i % 7;
            boolean copy = copied && random.nextInt(3) == 0;
            double actual = copy ? estimate : estimate * 1.5 * Math.exp(0.3 * random.nextGaussian());
            var day = java.time.LocalDate.of(2025, 1, 1).plusDays(i / 2);
            lines.add("t%d,%s,Harbour,%s,%s,%.2f,%s,%s,%s"
                    .formatted(
                            i,
                            i % 2 == 0 ? "Ada" : "Bram",
                            i % 3 == 0 ? "Test" : "Cabling",
                            estimate,
                            actual,
                            day,
                            day,
                            day.plusDays(1)));
        });
        return lines;
    }
}
