package chargehand.bench.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is measured of the server that people start, as it was written down.
class ServedFiguresTest {
    private static final Path RESULTS = Path.of("results");

    @Test
    void allThatWereWrittenDownAreAsTheSchemaSays() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/contracts/served-figures.schema.json")));
        var files = written();
        var faults = new ArrayList<String>();

        for (var file : files) {
            var figures = JsonMapper.shared().readTree(Files.readString(file)).path("figures");
            schema.validate(figures.toString(), InputFormat.JSON).forEach(each -> faults.add(file + ": " + each));
        }

        assertFalse(files.isEmpty());
        assertEquals(List.of(), faults);
    }

    private static List<Path> written() throws IOException {
        try (var all = Files.list(RESULTS)) {
            return all.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
