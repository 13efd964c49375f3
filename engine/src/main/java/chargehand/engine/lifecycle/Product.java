package chargehand.engine.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Something that is run and that has versions.
///
/// @param id as endoflife.date has it: `windows-server`
/// @param kind what it is: `system`, `database`, `hypervisor`, `network`, `runtime` …
/// @param names how people write it; one that begins with `?` holds only where nothing else on the line is unknown
/// @param cpes `vendor:product`, as CPE names say it
/// @param purls `type/name`, as package URLs say it
public record Product(
        String id,
        String title,
        String kind,
        List<String> names,
        List<String> cpes,
        List<String> purls,
        List<Cycle> cycles) {
    public Product {
        names = List.copyOf(names);
        cpes = List.copyOf(cpes);
        purls = List.copyOf(purls);
        cycles = List.copyOf(cycles);
    }

    /// This product with what another list knows of it: its facts count where both have one, what it leaves open and
    /// our
    /// names stay.
    Product completedBy(Product other) {
        var byName = new LinkedHashMap<String, Cycle>();
        for (var cycle : other.cycles) byName.put(cycle.name(), cycle);
        for (var own : cycles) byName.merge(own.name(), own, (theirs, ours) -> ours.completedBy(theirs));
        return new Product(
                id,
                title,
                kind,
                both(names, other.names),
                both(cpes, other.cpes),
                both(purls, other.purls),
                new ArrayList<>(byName.values()));
    }

    private static List<String> both(List<String> ours, List<String> theirs) {
        var all = new LinkedHashSet<>(ours);
        all.addAll(theirs);
        return List.copyOf(all);
    }

    /// Short enough to be read in a sentence.
    @Override
    public String toString() {
        return "Product[%s]".formatted(id);
    }
}
