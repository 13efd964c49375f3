package chargehand.engine.staffing.cv;

/// How far a degree goes. In order; [#OTHER] is a diploma that is none of these, and below all of them.
public enum DegreeLevel {
    OTHER,
    ASSOCIATE,
    BACHELOR,
    MASTER,
    DOCTOR;

    public boolean isAtLeast(DegreeLevel least) {
        return compareTo(least) >= 0;
    }
}
