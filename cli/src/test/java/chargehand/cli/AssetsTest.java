package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `assets`, with and without `--json`, and with another catalogue.
class AssetsTest {
    @TempDir
    private Path folder;

    @Test
    void printsAnObjectALineThatKeepsTheContract() throws IOException {
        var lines =
                Files.writeString(folder.resolve("lines.txt"), "PostgreSQL 12.4\nHP LaserJet\n\nApache 2.4\nMySQL\n");

        var command = Command.run("assets", lines.toString(), "--json");

        assertEquals(ExitCode.PLANNED, command.code(), command.err());
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Command.ROOT.resolve("docs/contracts/assets.schema.json")));
        for (var line : command.out().lines().toList())
            assertTrue(schema.validate(line, InputFormat.JSON).isEmpty(), line);
        var first =
                JsonMapper.shared().readTree(command.out().lines().findFirst().orElseThrow());
        assertEquals("2024-11-21", first.get("eol").asString());
        assertEquals(4, command.out().lines().count());
    }

    @Test
    void tellsAPersonTheSame() throws IOException {
        var lines = Files.writeString(folder.resolve("lines.txt"), "PostgreSQL 12.4\nPostgreSQL\n");

        var command = Command.run("assets", lines.toString());

        assertTrue(command.out().contains("PostgreSQL 12, supported until 2024-11-21 (97 %;"), command.out());
        assertTrue(command.out().contains("not matched: PostgreSQL, of which version?"), command.out());
    }

    @Test
    void takesDatesFromAnotherCatalogueInEachOfItsFormats() throws IOException {
        var lines = Files.writeString(folder.resolve("lines.txt"), "Zebra 3.1\nMoose 2\nYak 1\n");
        var catalogue = Files.createDirectory(folder.resolve("catalogue"));
        Files.writeString(
                catalogue.resolve("all.json"),
                "[{\"title\":\"Zebra\",\"permalink\":\"/zebra\",\"releases\":[{\"releaseCycle\":\"3\",\"eol\":\"2027-01-31\"}]}]");
        Files.writeString(catalogue.resolve("moose.json"), "[{\"cycle\":\"2\",\"eol\":true}]");
        Files.writeString(
                catalogue.resolve("yak.json"),
                "{\"schema_version\":\"1\",\"result\":{\"name\":\"yak\",\"label\":\"Yak\",\"releases\":[{\"name\":\"1\",\"isEol\":false,\"eolFrom\":\"2028-02-29\"}]}}");

        var command = Command.run("assets", lines.toString(), "--catalogue", catalogue.toString());

        assertTrue(command.out().contains("Zebra 3, supported until 2027-01-31"), command.out());
        assertTrue(command.out().contains("moose 2, no longer supported"), command.out());
        assertTrue(command.out().contains("Yak 1, supported until 2028-02-29"), command.out());
    }

    @Test
    void saysWhatIsWrongWithACatalogueOrAFile() throws IOException {
        var lines = Files.writeString(folder.resolve("lines.txt"), "Zebra 3.1\n");
        var broken = Files.writeString(folder.resolve("broken.json"), "[{\"cycle\":\"2\",\"eol\":\"soon\"}]");

        var command = Command.run("assets", lines.toString(), "--catalogue", broken.toString());

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code());
        assertTrue(command.err().contains("\"soon\" is no date"), command.err());
        assertEquals(
                ExitCode.UNREADABLE_INPUT,
                Command.run("assets", folder.resolve("no").toString()).code());
        assertEquals(ExitCode.WRONG_USE, Command.run("assets").code());
    }
}
