package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `check-cv`, with and without `--json`.
class CheckCvTest {
    private static final String EDDA = """
            Edda
            Experience
            Infrastructure Manager  01/2015 - Present
            Ran servers and storage; managed a budget of $2.5 million and a team of 12 engineers.
            Education
            MBA, University of Ohio, 2012
            B.Sc. Computer Science, University of Ohio, 2004
            Certifications
            PMP, 2016
            """;

    @TempDir
    private Path folder;

    private Path edda;

    @BeforeEach
    void writeACv() throws IOException {
        edda = Files.writeString(folder.resolve("edda.txt"), EDDA);
    }

    @Test
    void printsAnObjectALineThatKeepsTheContract() throws IOException {
        Files.writeString(folder.resolve("empty.pdf"), "");
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.4 and no more");

        var command = check("infrastructure", "--json");

        assertEquals(ExitCode.PLANNED_WITH_ERRORS, command.code(), command.err());
        assertEquals(3, command.out().lines().count());
        command.out().lines().forEach(line -> assertEquals(List.of(), faults(line)));
        assertEquals(
                List.of("broken", "read", "empty"),
                command.out()
                        .lines()
                        .map(line -> json(line).get("state").asString())
                        .toList());
    }

    @Test
    void saysToEachCriterionWhatTheTextSaysAndWhere() {
        var command = check("infrastructure", "--json", "--today", "2026-11-23");

        var cv = json(command.out());
        assertEquals("file state textChars certificates degrees years criteria", String.join(" ", cv.propertyNames()));
        for (var criterion : cv.get("criteria"))
            assertEquals("met", criterion.get("finding").asString(), criterion.toString());
        assertEquals(
                "PMP, 2016",
                cv.get("certificates").get(0).get("line").get("text").asString());
        assertEquals(9, cv.get("certificates").get(0).get("line").get("n").asInt());
        assertEquals(11.9, years(cv, "infrastructure"));
    }

    @Test
    void tellsAPersonTheSame() {
        var command = check("infrastructure");

        assertEquals(ExitCode.PLANNED, command.code(), command.err());
        assertTrue(command.out().contains("met"), command.out());
        assertTrue(command.out().contains("line 9: PMP, 2016"), command.out());
    }

    @Test
    void printsTheSameBytesTwice() {
        assertEquals(
                check("software", "--json").out(), check("software", "--json").out());
    }

    @Test
    void saysWhichProfilesThereAre() {
        var command = check("pilot");

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertTrue(command.refusal().contains("management, technical, software, infrastructure"), command.err());
    }

    @Test
    void asksForAFile() {
        assertEquals(ExitCode.WRONG_USE, Command.run("check-cv").code());
        assertEquals(
                ExitCode.WRONG_USE,
                Command.run("check-cv", "--today", "soon", edda).code());
    }

    private Command check(String profile, String... options) {
        var arguments = new java.util.ArrayList<String>(List.of("check-cv", folder.toString(), "--profile", profile));
        arguments.addAll(List.of(options));
        return Command.run(arguments);
    }

    private static double years(JsonNode cv, String field) {
        for (var each : cv.get("years"))
            if (each.get("field").asString().equals(field))
                return each.get("years").asDouble();
        return -1;
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static List<String> faults(String line) {
        try {
            var schema = Files.readString(Command.ROOT.resolve("docs/contracts/cv-check.schema.json"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(line, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
