package chargehand.engine.levelling;

import chargehand.engine.network.IntList;
import chargehand.engine.network.Network;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// People, and the work that nobody else can do: one person with what they are named for, or all who have a skill with
/// what asks for it, and for what some of them are named.
///
/// @param resources whose they are
/// @param requirements that only these can meet
/// @param capacity percent of one person that works by each table
record Pool(BitSet resources, int[] requirements, Map<WorkingTable, Integer> capacity) {
    private static final int MOST_POOLS = 64;
    /// Pools times requirements: what large plans can afford to look at.
    private static final int MOST_WORK = 40_000;

    /// Those with any work, single people first.
    static List<Pool> of(Network network, FixedTasks fixed) {
        var requirements = new ArrayList<Required>();
        var sets = new LinkedHashSet<BitSet>();
        for (int n = 0; n < network.tasks; n++) {
            if (fixed.isFixed(n) || network.elapsed[n] != Network.NONE) continue;
            for (int r = network.requirements.first[n]; r < network.requirements.first[n + 1]; r++) {
                var candidates = candidates(network, r);
                if (!candidates.isEmpty()) requirements.add(new Required(r, candidates));
            }
        }
        for (var each : requirements) if (each.by.cardinality() == 1) sets.add(each.by);
        skilled(requirements, sets);
        var alone = alone(network, requirements);
        var pools = new ArrayList<Pool>();
        for (var set : sets)
            pools.add(
                    set.cardinality() == 1
                            ? pool(network, set, alone[set.nextSetBit(0)])
                            : pool(network, set, within(set, requirements)));
        return pools;
    }

    private record Required(int r, BitSet by) {}

    /// Whoever can meet a requirement; nobody where their calendars for it differ, as nothing is known then of when it
    /// lies at the latest.
    private static BitSet candidates(Network network, int r) {
        var by = new BitSet();
        int first = network.requirements.candidates[r];
        var table = network.tables[network.requirements.table[first]];
        for (int c = first; c < network.requirements.candidates[r + 1]; c++) {
            boolean same = network.tables[network.requirements.table[c]] == table;
            if (!same || network.requirements.resource[c] == Network.NOBODY) return new BitSet();
            by.set(network.requirements.resource[c]);
        }
        return by;
    }

    /// The candidates of each skill, and all of them together.
    private static void skilled(List<Required> requirements, Set<BitSet> sets) {
        var all = new BitSet();
        int most = sets.size() + Math.min(MOST_POOLS, MOST_WORK / Math.max(1, requirements.size()));
        for (var each : requirements) {
            if (each.by.cardinality() == 1) continue;
            all.or(each.by);
            if (sets.size() < most) sets.add(each.by);
        }
        if (!all.isEmpty()) sets.add(all);
    }

    /// By resource, what only that one can meet.
    private static IntList[] alone(Network network, List<Required> requirements) {
        var alone = new IntList[network.capacity.length];
        for (int r = 0; r < alone.length; r++) alone[r] = new IntList();
        for (var each : requirements) if (each.by.cardinality() == 1) alone[each.by.nextSetBit(0)].add(each.r);
        return alone;
    }

    private static IntList within(BitSet resources, List<Required> requirements) {
        var own = new IntList();
        for (var each : requirements) {
            var others = (BitSet) each.by.clone();
            others.andNot(resources);
            if (others.isEmpty()) own.add(each.r);
        }
        return own;
    }

    private static Pool pool(Network network, BitSet resources, IntList own) {
        var capacity = new IdentityHashMap<WorkingTable, Integer>();
        resources.stream()
                .forEach(each -> capacity.merge(network.resourceTable(each), network.capacity[each], Integer::sum));
        return new Pool(resources, own.toArray(), capacity);
    }

    boolean isOne() {
        return resources.cardinality() == 1;
    }

    int resource() {
        return resources.nextSetBit(0);
    }

    /// In minutes, times percent of one person.
    long work(Network network, int r) {
        int units = Integer.MAX_VALUE;
        for (int c = network.requirements.candidates[r]; c < network.requirements.candidates[r + 1]; c++)
            units = Math.min(units, network.requirements.units[c]);
        return (long) network.requirements.length[r] * units;
    }

    /// What they have before a moment, likewise; what lies between two is the difference.
    long timeBefore(int moment) {
        long time = 0;
        for (var each : capacity.entrySet()) time += (long) each.getKey().workBefore(moment) * each.getValue();
        return time;
    }
}
