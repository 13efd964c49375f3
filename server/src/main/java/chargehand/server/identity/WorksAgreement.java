package chargehand.server.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far what is derived about work may rest on whose work it was. Set by the company, shown to
/// everyone.
public enum WorksAgreement {
    /// Nobody's own.
    OFF,
    /// That of teams of at least five.
    TEAM,
    /// One's own; nobody else is shown a figure about it.
    SELF;

    /// As programs and the database know it: `self`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WorksAgreement of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
