package chargehand.server.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What somebody is to the company, a client or a project.
public enum Role {
    ADMINISTRATOR,
    OFFICIAL,
    MANAGER,
    DEPUTY,
    LEAD,
    RECRUITER,
    WORKER,
    CLIENT,
    SUBCONTRACTOR;

    /// As programs and the database know it: `administrator`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
