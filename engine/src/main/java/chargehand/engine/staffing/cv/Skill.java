package chargehand.engine.staffing.cv;

/// The four skills of people that the article asks of every manager. The text can only point at them.
public enum Skill {
    COMMUNICATION,
    ORGANISATION,
    PUNCTUALITY,
    LEADING_A_TEAM
}
