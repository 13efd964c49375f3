package chargehand.server.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far a role reaches.
public enum Scope {
    COMPANY,
    CLIENT,
    PROJECT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
