package chargehand.engine.staffing.assessment;

/// How far one factor leans towards a technical manager.
///
/// @param factor `technology`, `answering`, `problems`, `critical`, `interplay` or `complexity`
/// @param points above 0 towards a technical manager, below towards a project manager
public record Lean(String factor, int points) {
    /// Disciplines that have to work together across interfaces: as much as the lesser of the two.
    public static final String INTERPLAY = "interplay";

    /// The band of the seven factors, which adds weight and never decides alone.
    public static final String COMPLEXITY = "complexity";
}
