package chargehand.engine.staffing.assessment;

/// How many of all changes of one answer by one step keep the outcome.
public record Steadiness(int kept, int tried) {}
