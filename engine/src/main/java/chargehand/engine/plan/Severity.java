package chargehand.engine.plan;

/// How bad a finding is, worst first.
public enum Severity {
    /// the plan can't be carried out as written
    ERROR,
    /// it can, but somebody should look
    WARNING,
    /// worth knowing
    NOTE
}
