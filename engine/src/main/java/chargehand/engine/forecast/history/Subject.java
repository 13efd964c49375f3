package chargehand.engine.forecast.history;

/// A piece of work as numbers: the same word, the same number; -1 for none.
record Subject(
        int person,
        int team,
        int project,
        int kind,
        int family,
        int part,
        int requester,
        int priority,
        double logHours,
        double known) {

    boolean isEstimated() {
        return !Double.isNaN(logHours);
    }
}
