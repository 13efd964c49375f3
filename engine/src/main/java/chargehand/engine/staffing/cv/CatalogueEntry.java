package chargehand.engine.staffing.cv;

import java.util.List;

/// A certificate that is known by name.
///
/// @param name with its abbreviation, if it has one: `Project Management Professional (PMP)`
/// @param group what it is about: `project` for managing, else a field, as `networks`
/// @param validity how long it holds
/// @param source where the issuer says so
public record CatalogueEntry(
        String name, String issuer, String group, Validity validity, String source, List<String> aliases) {
    public CatalogueEntry {
        aliases = List.copyOf(aliases);
    }

    /// How long a certificate holds before it must be renewed.
    public sealed interface Validity {
        record Months(int months) implements Validity {}

        record NoEnd() implements Validity {}

        record NotEstablished() implements Validity {}
    }

    /// One of managing projects, rather than of a field.
    public boolean isManagement() {
        return group.equals("project");
    }
}
