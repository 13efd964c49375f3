package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One command line that was carried out, and what came of it.
record Command(ExitCode code, String out, String err) {
    static final Path ROOT = Path.of("..");
    static final Path PATIENT_APP = ROOT.resolve("examples/harbour/patient-app.json");
    static final Path SERVER_ROOM = ROOT.resolve("examples/harbour/server-room.csv");
    static final Path TINY = ROOT.resolve("examples/tiny.json");

    /// @param arguments as typed; paths and numbers may stand among them
    static Command run(Object... arguments) {
        return run(Arrays.stream(arguments).map(Object::toString).toList());
    }

    static Command run(List<String> arguments) {
        return typing("", arguments);
    }

    /// @param typed what standard input has, to its end
    static Command typing(String typed, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = new Main(
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
        return new Command(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Command planned() {
        assertEquals(ExitCode.PLANNED, code, err);
        assertEquals("", err);
        return this;
    }

    /// The one object on standard output; fails if there is more.
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /// Nothing on standard output, and on standard error one line for a person.
    String refusal() {
        assertEquals("", out);
        assertTrue(err.endsWith("\n"), err);
        assertEquals(1, err.lines().count(), err);
        return err.strip();
    }
}
