package chargehand.engine.plan;

/// Everything that the engine finds, with its stable code and how bad it is. The words stand in `words.properties`,
/// the ways out too, and each code has a page in `docs/problems`.
public enum FindingCode {
    DEPENDENCY_CYCLE("dependency-cycle", Severity.ERROR),
    UNKNOWN_TASK("unknown-task", Severity.ERROR),
    UNKNOWN_RESOURCE("unknown-resource", Severity.ERROR),
    UNKNOWN_CALENDAR("unknown-calendar", Severity.ERROR),
    LINK_WITHIN_SUMMARY("link-within-summary", Severity.ERROR),
    LINK_TO_SUMMARY_FINISH("link-to-summary-finish", Severity.ERROR),
    NOBODY_HAS_SKILL("nobody-has-skill", Severity.ERROR),
    NEVER_WORKS("never-works", Severity.ERROR),
    ABOVE_CAPACITY("above-capacity", Severity.ERROR),
    NO_WINDOW_FITS("no-window-fits", Severity.ERROR),
    PIN_BREAKS_LINK("pin-breaks-link", Severity.ERROR),
    OVERLOAD("overload", Severity.ERROR),
    DEADLINE_MISSED("deadline-missed", Severity.ERROR),
    TOO_LONG("too-long", Severity.ERROR),
    PROGRESS_BREAKS_LINK("progress-breaks-link", Severity.WARNING),
    PROGRESS_IN_FUTURE("progress-in-future", Severity.WARNING),
    DEADLINE_AT_RISK("deadline-at-risk", Severity.WARNING),
    NOBODY_ASSIGNED("nobody-assigned", Severity.NOTE);

    private final String code;
    private final Severity severity;

    FindingCode(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /// As machines read it: `dependency-cycle`.
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }
}
