package chargehand.engine.staffing.cv;

import java.util.Set;

/// Fields of work in which years are counted. Some are part of others: who works on networks works on infrastructure.
public enum Field {
    SOFTWARE("software"),
    INFRASTRUCTURE("infrastructure"),
    NETWORKS("networks"),
    CLOUD("cloud"),
    SECURITY("security"),
    DATA("data"),
    QUALITY("quality"),
    SUPPORT("support"),
    ANALYSIS("analysis"),
    PROJECT_MANAGEMENT("projectManagement"),
    /// leading people
    LEADERSHIP("leadership"),
    /// mechanical, electrical, civil and other engineering that is not computing
    ENGINEERING("engineering"),
    /// any work with information technology
    IT("it");

    private final String code;

    Field(String code) {
        this.code = code;
    }

    /// As files say it: `projectManagement`.
    public String code() {
        return code;
    }

    /// The fields as which work in this one counts: itself, and those that it is part of.
    public Set<Field> including() {
        return switch (this) {
            case NETWORKS, CLOUD, SUPPORT -> Set.of(this, INFRASTRUCTURE, IT);
            case SOFTWARE, INFRASTRUCTURE, SECURITY, DATA, QUALITY -> Set.of(this, IT);
            case ANALYSIS, PROJECT_MANAGEMENT, LEADERSHIP, ENGINEERING, IT -> Set.of(this);
        };
    }
}
