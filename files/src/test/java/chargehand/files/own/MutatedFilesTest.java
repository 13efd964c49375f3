package chargehand.files.own;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.files.PlanWriter;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Files in which bytes were changed, lost or doubled are read or refused; nothing else happens.
class MutatedFilesTest {
    private static final Reading READING = new Reading(ZoneOffset.UTC, LocalDate.of(2027, 1, 11));
    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ";",
            ":",
            "-",
            "0",
            "99999999999",
            "null",
            "true",
            "1e308",
            "\\u0000",
            "\n",
            "\t",
            "'",
            "=",
            "%",
            "FS+",
            "2027-02-30",
            "\uFEFF",
            "🚢",
            "\"id\":",
            "1.1.1.1");

    @FunctionalInterface
    private interface Reader {
        ReadPlan read(byte[] bytes) throws UnreadableFile;
    }

    @Test
    void readsOrRefusesJson() throws Exception {
        assertSurvivesMutations(JsonPlans::write, bytes -> JsonPlans.read(bytes, READING));
    }

    @Test
    void readsOrRefusesCsv() throws Exception {
        assertSurvivesMutations(CsvPlans::write, bytes -> CsvPlans.read(bytes, READING, "Table"));
    }

    private static void assertSurvivesMutations(PlanWriter writer, Reader reader) throws IOException {
        var random = new Random(1);
        int refused = 0;
        var files = new ArrayList<byte[]>();
        for (long seed = 0; seed < 20; seed++) files.add(written(writer, seed));
        for (int i = 0; i < 1500; i++) {
            var file = mutated(files.get(i % files.size()), random);
            try {
                assertFalse(reader.read(file).plan().name().isBlank());
            } catch (UnreadableFile e) {
                refused++;
                assertFalse(String.valueOf(e.getMessage()).isBlank()
                        || e.hint().isBlank()
                        || e.code().isBlank());
            }
        }
        assertTrue(refused > 300 && refused < 1400, "refused " + refused);
    }

    private static byte[] written(PlanWriter writer, long seed) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.write(PlannedPlans.of(RandomPlans.plan(seed)), out);
        return out.toByteArray();
    }

    private static byte[] mutated(byte[] file, Random random) {
        var text = new StringBuilder(new String(file, UTF_8));
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setCharAt(at, (char) random.nextInt(0x2100));
            }
            if (text.isEmpty()) return new byte[0];
        }
        return text.toString().getBytes(UTF_8);
    }
}
