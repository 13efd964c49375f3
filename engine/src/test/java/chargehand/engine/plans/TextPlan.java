package chargehand.engine.plans;

import chargehand.engine.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan in text, and what is expected of its calendar. `docs/engine.md` has the rules that the fixtures show;
/// `engine/src/test/plans/README.md` has the words.
///
/// @param table as written, with the expected picture where it has one
/// @param settings lines of the form `name: value` that are neither plan nor findings, such as `schedules`
/// @param findings those expected, as the fixtures write them; null if nothing is said of findings
/// @param then what is to become of the calendar after an edit, or null
public record TextPlan(
        Plan plan,
        @Nullable Instant now,
        TextTable table,
        Map<String, String> settings,
        @Nullable List<String> findings,
        @Nullable TextPlan then) {

    /// Reads a fixture. Lines that begin with `#` are for people. After a line `then:` stands the same plan edited:
    /// its settings are those above and below, its table is its own.
    public static TextPlan parse(String text) {
        var sections = new ArrayList<List<String>>();
        sections.add(new ArrayList<>());
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.strip().equals("then:")) sections.add(new ArrayList<>());
            else sections.getLast().add(line.strip());
        }
        TextPlan then = null;
        for (int last = sections.size() - 1; last >= 0; last--) {
            var settings = new ArrayList<String>();
            for (var section : sections.subList(0, last + 1))
                section.stream()
                        .filter(line -> !line.startsWith("|") && !line.startsWith("expect:"))
                        .forEach(settings::add);
            then = TextPlanReader.read(settings, sections.get(last), then);
        }
        if (then == null) throw new IllegalArgumentException("There is no plan in this text.");
        return then;
    }
}
