package chargehand.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    private static final Path MAP = Path.of("..", "ARCHITECTURE.md");

    private final ApplicationModules modules = ApplicationModules.of(Chargehand.class);

    @Test
    void modulesUseOnlyWhatTheyMay() {
        modules.verify();
    }

    @Test
    void theMapShowsTheModulesAsTheyAre() throws IOException {
        var diagram = diagram();

        assertTrue(Files.readString(MAP).contains(diagram), () -> "ARCHITECTURE.md should draw:\n" + diagram);
    }

    /// Who uses whom, without `shared`, and without what follows from other arrows.
    private String diagram() {
        var uses = new TreeMap<String, TreeSet<String>>();
        for (var module : modules) {
            var used = uses.computeIfAbsent(module.getIdentifier().toString(), name -> new TreeSet<>());
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .forEach(each -> used.add(each.getIdentifier().toString()));
        }
        uses.remove("shared");
        uses.values().forEach(used -> used.remove("shared"));
        var text = new StringBuilder("```mermaid\nflowchart BT\n");
        uses.forEach((module, used) -> used.stream()
                .filter(each -> used.stream().noneMatch(other -> reaches(uses, other, each)))
                .forEach(each -> text.append("    %s --> %s%n".formatted(module, each))));
        return text.append("```\n").toString();
    }

    private static boolean reaches(TreeMap<String, TreeSet<String>> uses, String from, String to) {
        var next = uses.getOrDefault(from, new TreeSet<>());
        return next.contains(to) || next.stream().anyMatch(each -> reaches(uses, each, to));
    }
}
