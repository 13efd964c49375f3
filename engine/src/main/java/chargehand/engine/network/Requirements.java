package chargehand.engine.network;

import java.util.Arrays;
import java.util.BitSet;

/// Who has to be at work on each task, and for how long: one requirement an assignment, or one of nobody where none is
/// assigned. A task that takes no time has none.
///
/// Each requirement has one candidate or, where a skill is asked for, several; they stand in the order of the plan's
/// resources.
public final class Requirements {
    /// The requirements of task n: from `first[n]` up to, not including, `first[n + 1]`.
    public final int[] first;
    /// The task of each requirement.
    public final int[] node;
    /// Minutes on the calendar of whoever does it.
    public final int[] length;
    /// The place of the assignment in its task, or -1 where there is none.
    public final int[] assignment;
    /// Whether a skill was asked for, and not somebody by name.
    public final boolean[] bySkill;
    /// The candidates of requirement r: from `candidates[r]` up to, not including, `candidates[r + 1]`.
    public final int[] candidates;

    public final int[] resource;
    /// Percent of one person that the candidate gives.
    public final int[] units;
    /// The candidate's calendar for this task, as a place in [Network#tables].
    public final int[] table;
    /// How much is wanted of each resource: the length of what it could do, shared among all who could.
    public final double[] wanted;

    Requirements(
            IntList first,
            IntList length,
            IntList assignment,
            BitSet bySkill,
            IntList candidates,
            IntList resource,
            IntList units,
            IntList table) {
        this.first = first.toArray();
        this.length = length.toArray();
        this.node = new int[this.length.length];
        for (int n = 0; n + 1 < this.first.length; n++)
            for (int r = this.first[n]; r < this.first[n + 1]; r++) node[r] = n;
        this.assignment = assignment.toArray();
        this.bySkill = new boolean[this.length.length];
        bySkill.stream().forEach(r -> this.bySkill[r] = true);
        this.candidates = candidates.toArray();
        this.resource = resource.toArray();
        this.units = units.toArray();
        this.table = table.toArray();
        wanted = new double[Arrays.stream(this.resource).max().orElse(0) + 1];
        for (int r = 0; r < count(); r++) share(r);
    }

    private Requirements(Requirements of, int[] length, double[] wanted) {
        first = of.first;
        node = of.node;
        this.length = length;
        assignment = of.assignment;
        bySkill = of.bySkill;
        candidates = of.candidates;
        resource = of.resource;
        units = of.units;
        table = of.table;
        this.wanted = wanted;
    }

    Requirements withOwnLengths() {
        return new Requirements(this, length.clone(), wanted);
    }

    /// The same with other lengths, by which other resources may be wanted.
    Requirements withLengths(int[] lengths) {
        var changed = new Requirements(this, lengths, new double[wanted.length]);
        for (int r = 0; r < changed.count(); r++) changed.share(r);
        return changed;
    }

    private void share(int r) {
        int count = candidates[r + 1] - candidates[r];
        for (int c = candidates[r]; c < candidates[r + 1]; c++)
            if (resource[c] != Network.NOBODY) wanted[resource[c]] += (double) length[r] / count;
    }

    /// Whether less is wanted of one candidate than of another, so that of two who would finish at once this one is
    /// to be taken. Of equals neither.
    public boolean isLessWanted(int candidate, int than) {
        int one = resource[candidate];
        int other = resource[than];
        return one != Network.NOBODY && other != Network.NOBODY && wanted[one] < wanted[other];
    }

    public int count() {
        return length.length;
    }
}
