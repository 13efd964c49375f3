package chargehand.engine.levelling;

import chargehand.engine.network.Requirements;
import java.util.Arrays;

/// Gives each requirement of a task a resource of its own, where several could do several: augmenting paths (Kuhn
/// 1955), each requirement preferring who finishes first, and of several the one whom other work needs least.
final class Matching {
    static final int UNAVAILABLE = Integer.MAX_VALUE;
    private static final int NONE = -1;
    private static final int TAKEN = -2;

    private final Requirements requirements;
    /// By candidate: when they would finish, or [#UNAVAILABLE]. Filled by the caller before [#match].
    final int[] finish;

    private final int[] chosen;
    private final int[] holder;
    private final boolean[] tried;

    Matching(Requirements requirements, int resources) {
        this.requirements = requirements;
        finish = new int[requirements.resource.length];
        chosen = new int[requirements.count()];
        holder = new int[resources];
        tried = new boolean[resources];
    }

    /// Whether every requirement from `first` to `last` can have its own; then [#chosen] tells whose.
    boolean match(int first, int last) {
        if (!anyBySkill(first, last)) return true;
        for (int r = first; r < last; r++)
            for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++)
                holder[requirements.resource[c]] = NONE;
        for (int r = first; r < last; r++)
            if (!requirements.bySkill[r]) holder[requirements.resource[requirements.candidates[r]]] = TAKEN;
        for (int r = first; r < last; r++) {
            if (!requirements.bySkill[r]) continue;
            Arrays.fill(tried, false);
            if (!augment(r)) return false;
        }
        return true;
    }

    private boolean anyBySkill(int first, int last) {
        for (int r = first; r < last; r++) if (requirements.bySkill[r]) return true;
        return false;
    }

    private boolean augment(int r) {
        for (int c = best(r); c >= 0; c = best(r)) {
            int resource = requirements.resource[c];
            tried[resource] = true;
            if (holder[resource] == TAKEN) continue;
            if (holder[resource] == NONE || augment(holder[resource])) {
                holder[resource] = r;
                chosen[r] = c;
                return true;
            }
        }
        return false;
    }

    /// The untried candidate who finishes first, or -1.
    private int best(int r) {
        int best = -1;
        for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++)
            if (finish[c] != UNAVAILABLE && !tried[requirements.resource[c]] && (best < 0 || isBetter(c, best)))
                best = c;
        return best;
    }

    private boolean isBetter(int candidate, int than) {
        return finish[candidate] < finish[than]
                || finish[candidate] == finish[than] && requirements.isLessWanted(candidate, than);
    }

    int chosen(int r) {
        return requirements.bySkill[r] ? chosen[r] : requirements.candidates[r];
    }
}
