package chargehand.engine.exact;

import chargehand.engine.exact.Reason.Kind;
import java.util.Arrays;

/// What is learnt from a dead end: which facts can't be together, as far back as the first that alone brought the level
/// to it (first unique implication point, Marques-Silva & Sakallah 1999).
///
/// Facts are asked for as weakly as they were needed, and reasons are worked out on the way back, from bounds as they
/// were just before.
final class Learning {
    private static final int NOT = Integer.MIN_VALUE;

    private final Project project;
    private final Bounds bounds;
    private final Clauses clauses;
    private final Profile[] profiles;
    private final Activity activity;
    private final int[] needed;
    private final int[] asked;
    private int count;
    /// How many of the needed facts came true at the level that is open.
    private int ofThisLevel;

    private int[] learnt = {};
    private int backTo;

    Learning(Project project, Bounds bounds, Clauses clauses, Profile[] profiles, Activity activity) {
        this.project = project;
        this.bounds = bounds;
        this.clauses = clauses;
        this.profiles = profiles;
        this.activity = activity;
        needed = new int[bounds.value.length];
        Arrays.fill(needed, NOT);
        asked = new int[needed.length];
    }

    /// The clause, as pairs of side and value: the first fact has to come true at [#backTo], the second became
    /// impossible last.
    int[] learnt() {
        return learnt;
    }

    int backTo() {
        return backTo;
    }

    /// From what the bounds say has failed.
    ///
    /// @return false if it fails whatever is decided
    boolean fromFailure() {
        require(Bounds.opposite(bounds.failedSide), Bounds.against(bounds.failedValue));
        explain(bounds.failedSide, bounds.failedValue, bounds.failedReason);
        return learn();
    }

    boolean fromOverfull(Profile profile) {
        profile.explain(profile.overfull(), -1, this);
        return learn();
    }

    /// A fact that the dead end needs.
    void require(int side, int value) {
        int before = needed[side];
        if (bounds.isGiven(side, value) || value <= before) return;
        if (before == NOT) asked[count++] = side;
        needed[side] = value;
        boolean was = before != NOT && bounds.isOfThisLevel(side, before);
        if (!was && bounds.isOfThisLevel(side, value)) ofThisLevel++;
        activity.bump(side, value);
    }

    private boolean learn() {
        if (ofThisLevel == 0) returnToWhereItFails();
        if (bounds.level() == 0) {
            forget();
            return false;
        }
        while (true) {
            int rise = bounds.rises() - 1;
            int side = bounds.side(rise);
            int value = needed[side];
            long reason = bounds.reason(rise);
            takeBack();
            if (value == NOT || value <= bounds.value[side]) continue;
            if (ofThisLevel == 1) {
                conclude(side);
                return true;
            }
            drop(side);
            explain(side, value, reason);
        }
    }

    /// A dead end of facts that are all older was to be seen earlier.
    private void returnToWhereItFails() {
        int level = 0;
        for (int k = 0; k < count; k++) level = Math.max(level, bounds.levelOf(asked[k], needed[asked[k]]));
        goBackTo(level);
        for (int k = 0; k < count; k++) if (bounds.isOfThisLevel(asked[k], needed[asked[k]])) ofThisLevel++;
    }

    /// Closes all levels above one.
    void goBackTo(int level) {
        int rises = bounds.close(level);
        while (bounds.rises() > rises) takeBack();
    }

    private void takeBack() {
        int rise = bounds.rises() - 1;
        int side = bounds.side(rise);
        int high = bounds.value[side];
        bounds.takeBack();
        activity.reopen(side, bounds.value[side], high);
    }

    private void explain(int side, int value, long reason) {
        switch (Reason.kind(reason)) {
            case LINK -> explainLink(side, value, Reason.which(reason));
            case CLAUSE -> explainClause(side, Reason.which(reason));
            case USE -> explainUse(side, Reason.resource(reason), Reason.moment(reason));
            case DECISION, GIVEN -> throw new IllegalStateException("Nothing made this so: " + side);
        }
    }

    private void explainLink(int side, int value, int link) {
        require(causeOf(side, link), value - project.delay[link]);
    }

    private int causeOf(int side, int link) {
        return (side & 1) == 0 ? 2 * project.from[link] : 2 * project.to[link] + 1;
    }

    private void explainClause(int side, int clause) {
        clauses.bump(clause);
        var facts = clauses.facts(clause);
        for (int k = 0; k < facts.length; k += 2)
            if (facts[k] != side) require(Bounds.opposite(facts[k]), Bounds.against(facts[k + 1]));
    }

    private void explainUse(int side, int resource, int moment) {
        int task = side >> 1;
        require(side, (side & 1) == 0 ? moment + 1 - project.length[task] : -moment);
        profiles[resource].explain(moment, task, this);
    }

    private void drop(int side) {
        needed[side] = NOT;
        ofThisLevel--;
        for (int k = 0; k < count; k++)
            if (asked[k] == side) {
                asked[k] = asked[--count];
                return;
            }
    }

    private void conclude(int side) {
        learnt = new int[2 * count];
        learnt[0] = Bounds.opposite(side);
        learnt[1] = Bounds.against(needed[side]);
        int size = 2;
        backTo = 0;
        for (int k = 0; k < count; k++) {
            int other = asked[k];
            if (other == side || followsFromAnother(other)) continue;
            learnt[size] = Bounds.opposite(other);
            learnt[size + 1] = Bounds.against(needed[other]);
            int level = bounds.levelOf(other, needed[other]);
            if (level > backTo) {
                backTo = level;
                swap(2, size);
            }
            size += 2;
        }
        learnt = Arrays.copyOf(learnt, size);
        forget();
    }

    private void swap(int one, int other) {
        for (int k = 0; k < 2; k++) {
            int kept = learnt[one + k];
            learnt[one + k] = learnt[other + k];
            learnt[other + k] = kept;
        }
    }

    /// Whether a link makes it so from something that is needed as well.
    private boolean followsFromAnother(int side) {
        int rise = bounds.riseTo(side, needed[side]);
        if (rise < 0) return true;
        if (Reason.kind(bounds.reason(rise)) != Kind.LINK) return false;
        int link = Reason.which(bounds.reason(rise));
        int cause = causeOf(side, link);
        int value = needed[side] - project.delay[link];
        return bounds.isGiven(cause, value) || needed[cause] >= value;
    }

    private void forget() {
        for (int k = 0; k < count; k++) needed[asked[k]] = NOT;
        count = 0;
        ofThisLevel = 0;
    }
}
