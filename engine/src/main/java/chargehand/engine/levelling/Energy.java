package chargehand.engine.levelling;

import chargehand.engine.network.IntList;
import chargehand.engine.network.Network;
import java.util.Arrays;
import java.util.TreeSet;

/// Energetic reasoning (Erschler, Lopez & Thuriot 1991; Baptiste, Le Pape & Nuijten 1999) on one resource: between two
/// moments every task has some work that can be moved neither before nor behind, and all of that must have room.
///
/// Counted in working time of the resource, so calendars need no further thought. Tasks that rule each other out weigh
/// more than their units: with a threshold, those that leave less than it beside them count as all of the capacity, and
/// those below it as nothing (dual feasible functions, Fekete & Schepers 2001).
final class Energy {
    /// Intervals are tried in the square of the tasks, and work grows with their cube.
    private static final int MOST_TASKS = 200;

    private final int capacity;
    private final int[] requirements;
    private final int[] earliest;
    private final int[] latest;
    private final int[] length;
    private final int[] units;
    private final int[] weight;
    private final Network network;
    private final int resource;

    /// @param work the requirements that only this resource can meet
    Energy(Network network, int resource, int[] work, Schedule early) {
        this.network = network;
        this.resource = resource;
        capacity = network.capacity[resource];
        requirements = onItsTime(work);
        int count = requirements.length;
        earliest = new int[count];
        latest = new int[count];
        length = new int[count];
        units = new int[count];
        weight = new int[count];
        var table = network.resourceTable(resource);
        for (int i = 0; i < count; i++) {
            int r = requirements[i];
            earliest[i] = table.workBefore(early.from[r]);
            length[i] = network.requirements.length[r];
            units[i] = network.requirements.units[network.requirements.candidates[r]];
        }
    }

    /// A task with a calendar of its own works at other times, and is left out.
    private int[] onItsTime(int[] work) {
        var same = new IntList();
        for (int r : work) {
            int table = network.requirements.table[network.requirements.candidates[r]];
            if (network.tables[table] == network.resourceTable(resource)) same.add(r);
        }
        return same.size() > MOST_TASKS ? new int[0] : same.toArray();
    }

    /// Whether not all can be done between the earliest starts and these latest finishes.
    boolean isRefuted(Schedule late) {
        var table = network.resourceTable(resource);
        for (int i = 0; i < requirements.length; i++) latest[i] = table.workBefore(late.to[requirements[i]]);
        for (int threshold : thresholds()) {
            for (int i = 0; i < units.length; i++)
                weight[i] = units[i] > capacity - threshold ? capacity : units[i] < threshold ? 0 : units[i];
            if (isOverfull()) return true;
        }
        return false;
    }

    /// None, and those that change anything: by the units that are asked for.
    private TreeSet<Integer> thresholds() {
        var thresholds = new TreeSet<Integer>();
        thresholds.add(0);
        for (int each : units) {
            int below = Math.min(each, capacity - each + 1);
            if (below > 0 && 2 * below <= capacity + 1) thresholds.add(below);
        }
        return thresholds;
    }

    private boolean isOverfull() {
        for (int from : Arrays.stream(earliest).distinct().toArray())
            for (int to : latest) if (to > from && isOverfull(from, to)) return true;
        return false;
    }

    private boolean isOverfull(int from, int to) {
        long room = (long) (to - from) * capacity;
        long work = 0;
        for (int i = 0; i < length.length; i++) {
            if (weight[i] == 0) continue;
            int before = Math.max(0, from - earliest[i]);
            int behind = Math.max(0, latest[i] - to);
            int within = Math.min(length[i] - Math.max(before, behind), to - from);
            if (within > 0) work += (long) within * weight[i];
        }
        return work > room;
    }
}
