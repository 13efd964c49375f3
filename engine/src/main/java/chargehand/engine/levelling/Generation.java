package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.network.Network.Kind;
import chargehand.engine.network.Requirements;
import chargehand.engine.time.WorkingTable;
import java.util.Arrays;
import java.util.BitSet;

/// Serial schedule generation: takes tasks one by one, each after those that it waits for, and puts each at the
/// earliest moment at which links, windows and everyone needed allow it (Kelley 1963; Kolisch 1996).
///
/// Reusable, and not to be shared between threads.
final class Generation {
    /// What counts besides links, windows and working time.
    enum Mode {
        /// capacity: nobody does more at once than they can
        LEVELLED,
        /// nothing: everyone can do any number of things at once
        UNLEVELLED,
        /// less than nothing: for each moment the best that any candidate could make of it; no calendar can
        /// be earlier
        OPTIMISTIC
    }

    /// Every task in its turn.
    static final double IN_ORDER = -1;

    private final Network network;
    private final Requirements requirements;
    private final Mode mode;
    private final FixedTasks fixed;
    private final Timeline[] timelines;
    private final Matching matching;
    private final int[] waiting;
    private final Turns turns;
    private final Turns.Probe probe = new Probe();
    private Schedule current;
    private final boolean[] windowless;
    private int[] floor = {};
    private int[] kept = {};
    private BitSet free = new BitSet();
    private BitSet outside = new BitSet();
    private int generated;

    Generation(Network network, FixedTasks fixed, Mode mode) {
        this.network = network;
        this.requirements = network.requirements;
        this.fixed = fixed;
        this.mode = mode;
        timelines = fixed.emptyTimelines();
        matching = new Matching(requirements, network.capacity.length);
        waiting = new int[network.nodes];
        turns = new Turns(network.priority);
        current = new Schedule(network);
        windowless = new boolean[network.tasks];
    }

    /// From now on who does what stays as in `chosen`, but for the tasks that are free; and what lay outside its
    /// windows looks for none.
    void keep(int[] chosen, BitSet freeTasks, BitSet outsideWindows) {
        kept = chosen;
        free = freeTasks;
        outside = outsideWindows;
    }

    /// How many schedules have been generated.
    int generated() {
        return generated;
    }

    /// Whether a task had to be put outside its windows in the last schedule.
    boolean[] windowless() {
        return windowless;
    }

    Timeline[] timelines() {
        return timelines;
    }

    /// A schedule in which, of the tasks that can go next, the one of the highest priority goes first, and among
    /// equals the one with the smallest key.
    void generate(int[] key, Schedule out) {
        generate(key, network.release, out);
    }

    /// The same with further moments before which tasks may not start.
    void generate(int[] key, int[] earliest, Schedule out) {
        generate(key, earliest, IN_ORDER, out);
    }

    /// The same, but that a task may go before others if it can start earlier by `patience` minutes for each of them.
    void generate(int[] key, double patience, Schedule out) {
        generate(key, network.release, patience, out);
    }

    private void generate(int[] key, int[] earliest, double patience, Schedule out) {
        floor = earliest;
        begin(out);
        if (mode == Mode.LEVELLED) inTurn(key, patience, out);
        else alongLinks(out);
    }

    /// Without capacity turns don't matter, and the order of the links is enough.
    private void alongLinks(Schedule out) {
        for (int n : network.order) {
            if (fixed.isFixed(n)) continue;
            if (network.kind[n] == Kind.TASK) place(n, Network.NONE, out);
            else pass(n, out);
        }
    }

    private void inTurn(int[] key, double patience, Schedule out) {
        current = out;
        fixed.waiting(waiting);
        turns.start(key, patience);
        for (int n = 0; n < network.nodes; n++) if (waiting[n] == 0 && !fixed.isFixed(n)) reach(n, out);
        while (!turns.isEmpty()) {
            int n = turns.next(probe);
            take(n, out);
            release(n, out);
        }
    }

    private final class Probe implements Turns.Probe {
        @Override
        public int moment(int node, boolean again) {
            // Of several who could do it another may begin earlier than the one who would have finished first.
            place(node, again && !hasChoice(node) ? current.start[node] : Network.NONE, current);
            return current.start[node];
        }

        @Override
        public boolean isApart(int node, int placed) {
            return current.finish[node] <= current.start[placed] || current.finish[placed] <= current.start[node];
        }
    }

    private void begin(Schedule out) {
        generated++;
        fixed.begin(out, timelines);
        Arrays.fill(windowless, false);
    }

    /// A task queues for its turn; the nodes of summaries take no time and are passed at once.
    private void reach(int n, Schedule out) {
        if (network.kind[n] == Kind.TASK) {
            turns.add(n);
        } else {
            pass(n, out);
            release(n, out);
        }
    }

    private void pass(int n, Schedule out) {
        int moment = network.kind[n] == Kind.LATEST ? latest(n, out) : earliest(n, out);
        out.start[n] = moment;
        out.finish[n] = moment;
    }

    private void release(int n, Schedule out) {
        for (int e = network.edges.outFirst[n]; e < network.edges.outFirst[n + 1]; e++) {
            int to = network.edges.to[network.edges.out[e]];
            if (--waiting[to] == 0 && !fixed.isFixed(to)) reach(to, out);
        }
    }

    private int earliest(int n, Schedule out) {
        int earliest = Integer.MAX_VALUE;
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
            int edge = network.edges.in[i];
            int from = network.edges.from[edge];
            earliest = Math.min(earliest, network.after(edge, out.start[from], out.finish[from]));
        }
        return earliest == Integer.MAX_VALUE ? network.release[n] : earliest;
    }

    private int latest(int n, Schedule out) {
        return Math.max(network.release[n], held(n, out, false));
    }

    /// The moment at which the links into a node let it start, or finish.
    private int held(int n, Schedule out, boolean finish) {
        int held = Network.NONE;
        for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
            int edge = network.edges.in[i];
            if (network.edges.toFinish[edge] != finish) continue;
            int from = network.edges.from[edge];
            held = Math.max(held, network.after(edge, out.start[from], out.finish[from]));
        }
        return held;
    }

    private boolean hasChoice(int n) {
        int first = requirements.first[n];
        int last = requirements.first[n + 1];
        return requirements.candidates[last] - requirements.candidates[first] > last - first;
    }

    private void place(int n, int atLeast, Schedule out) {
        int from = Math.max(atLeast, Math.max(floor[n], held(n, out, false)));
        int bound = held(n, out, true);
        if (outside.get(n) || !place(n, from, bound, network.windows[n], out)) {
            windowless[n] = true;
            place(n, from, bound, new int[0], out);
        }
    }

    /// Puts a task at the earliest moment from `from` on at which it does not finish before `bound`. False if it
    /// fits into none of the windows.
    boolean place(int n, int from, int bound, int[] windows, Schedule out) {
        int moment = bound == Network.NONE ? from : Math.max(from, startFor(n, bound));
        while (true) {
            moment = settle(n, moment, out);
            if (bound != Network.NONE && out.finish[n] < bound) {
                moment = Math.max(moment + 1, startForChosen(n, bound, out));
                continue;
            }
            if (windows.length == 0) return true;
            int next = windowFor(windows, out.start[n], out.finish[n]);
            if (next == out.start[n]) return true;
            if (next == Network.NONE) return false;
            moment = next;
        }
    }

    /// The start itself if it lies in a window together with the finish; else when the next window opens, or
    /// [Network#NONE].
    static int windowFor(int[] windows, int start, int finish) {
        for (int w = 0; w < windows.length; w += 2) {
            if (windows[w] <= start && finish <= windows[w + 1]) return start;
            if (windows[w] > start) return windows[w];
        }
        return Network.NONE;
    }

    /// The earliest moment to begin at so that the task does not finish before `bound`.
    private int startFor(int n, int bound) {
        if (network.elapsed[n] != Network.NONE) return bound - network.elapsed[n];
        if (network.isMoment(n)) return bound;
        int earliest = Integer.MAX_VALUE;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++)
                earliest = Math.min(earliest, startFor(r, c, bound));
        return earliest;
    }

    /// Likewise, with those who were chosen last.
    private int startForChosen(int n, int bound, Schedule out) {
        int earliest = Integer.MAX_VALUE;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            earliest = Math.min(earliest, startFor(r, out.chosen[r], bound));
        return earliest;
    }

    private int startFor(int r, int c, int bound) {
        var table = network.tables[requirements.table[c]];
        int done = table.workBefore(bound - 1) + 1 - requirements.length[r];
        return done <= 0 ? Integer.MIN_VALUE : table.afterWork(done);
    }

    /// Finds the first moment from the given on at which all who are needed are free, and notes start and
    /// finish.
    private int settle(int n, int moment, Schedule out) {
        int first = requirements.first[n];
        int last = requirements.first[n + 1];
        if (network.isMoment(n)) {
            out.start[n] = moment;
            out.finish[n] = moment;
            return moment;
        }
        if (last - first == 1 && network.elapsed[n] == Network.NONE && mode != Mode.OPTIMISTIC)
            return settleOne(n, first, moment, out);
        if (mode == Mode.OPTIMISTIC) {
            for (int r = first; r < last; r++) spanBest(n, r, moment, out);
            noteSpan(n, moment, out);
            return moment;
        }
        boolean bySkill = false;
        for (int r = first; r < last; r++) bySkill |= requirements.bySkill[r];
        while (true) {
            int next = bySkill ? trySkilled(n, moment, out) : tryNamed(n, moment, out);
            if (next == moment) break;
            moment = next;
        }
        noteSpan(n, moment, out);
        return moment;
    }

    private void noteSpan(int n, int moment, Schedule out) {
        if (network.elapsed[n] != Network.NONE) {
            out.start[n] = moment;
            out.finish[n] = moment + network.elapsed[n];
            return;
        }
        int start = Integer.MAX_VALUE;
        int finish = Integer.MIN_VALUE;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            start = Math.min(start, out.from[r]);
            finish = Math.max(finish, out.to[r]);
        }
        out.start[n] = start;
        out.finish[n] = finish;
    }

    /// One requirement: each who could do it at their earliest, and of these the one who finishes first; of several the
    /// one whom other work needs least.
    private int settleOne(int n, int r, int moment, Schedule out) {
        int best = Integer.MAX_VALUE;
        for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++) {
            if (!isOffered(n, r, c)) continue;
            var table = network.tables[requirements.table[c]];
            int length = requirements.length[r];
            long span = table.span(moment, length);
            int from = WorkingTable.begin(span);
            int to = WorkingTable.done(span);
            for (int again = conflict(c, from, to); again != Timeline.FREE; again = conflict(c, from, to)) {
                span = table.span(again, length);
                from = WorkingTable.begin(span);
                to = WorkingTable.done(span);
                if (to > best) break;
            }
            if (to > best || to == best && !requirements.isLessWanted(c, out.chosen[r])) continue;
            best = to;
            out.chosen[r] = c;
            out.from[r] = from;
            out.to[r] = to;
        }
        out.start[n] = out.from[r];
        out.finish[n] = out.to[r];
        return out.from[r];
    }

    private boolean isOffered(int n, int r, int c) {
        return kept.length == 0 || free.get(n) || kept[r] == c;
    }

    private int conflict(int candidate, int from, int to) {
        int resource = requirements.resource[candidate];
        if (mode != Mode.LEVELLED || resource == Network.NOBODY) return Timeline.FREE;
        return timelines[resource].endOfConflict(from, to, requirements.units[candidate]);
    }

    /// The moment itself if all who are named are free for it, else a later one to try.
    private int tryNamed(int n, int moment, Schedule out) {
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int c = requirements.candidates[r];
            span(n, r, c, moment, out);
            int again = conflictWith(n, r, c, out);
            if (again != Timeline.FREE) return earliestFor(n, c, again);
            out.chosen[r] = c;
        }
        return moment;
    }

    /// The earliest moment for the task from which this one would not begin before `free`: in their time off before
    /// it, the task may already begin with others.
    private int earliestFor(int n, int c, int free) {
        if (network.elapsed[n] != Network.NONE) return free;
        var table = network.tables[requirements.table[c]];
        return table.afterWork(table.workBefore(free));
    }

    private void span(int n, int r, int c, int moment, Schedule out) {
        if (network.elapsed[n] != Network.NONE) {
            out.from[r] = moment;
            out.to[r] = moment + network.elapsed[n];
        } else {
            long span = network.tables[requirements.table[c]].span(moment, requirements.length[r]);
            out.from[r] = WorkingTable.begin(span);
            out.to[r] = WorkingTable.done(span);
        }
    }

    /// The earliest start that any candidate could make, and the earliest finish, be it another's.
    private void spanBest(int n, int r, int moment, Schedule out) {
        int from = Integer.MAX_VALUE;
        int to = Integer.MAX_VALUE;
        for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++) {
            span(n, r, c, moment, out);
            from = Math.min(from, out.from[r]);
            if (out.to[r] >= to) continue;
            to = out.to[r];
            out.chosen[r] = c;
        }
        out.from[r] = from;
        out.to[r] = to;
    }

    /// One who is named twice needs room for both.
    private int conflictWith(int n, int r, int c, Schedule out) {
        int resource = requirements.resource[c];
        if (mode != Mode.LEVELLED || resource == Network.NOBODY) return Timeline.FREE;
        int units = requirements.units[c];
        for (int other = requirements.first[n]; other < r; other++) {
            int also = requirements.candidates[other];
            if (!requirements.bySkill[other] && requirements.resource[also] == resource)
                units += requirements.units[also];
        }
        return timelines[resource].endOfConflict(out.from[r], out.to[r], units);
    }

    /// The moment itself if everyone needed can be had from then on, else a later one to try.
    private int trySkilled(int n, int moment, Schedule out) {
        int first = requirements.first[n];
        int last = requirements.first[n + 1];
        int again = Integer.MAX_VALUE;
        for (int r = first; r < last; r++) {
            for (int c = requirements.candidates[r]; c < requirements.candidates[r + 1]; c++) {
                matching.finish[c] = Matching.UNAVAILABLE;
                if (!isOffered(n, r, c)) continue;
                span(n, r, c, moment, out);
                int conflict =
                        requirements.bySkill[r] ? conflict(c, out.from[r], out.to[r]) : conflictWith(n, r, c, out);
                if (conflict != Timeline.FREE && !requirements.bySkill[r]) return earliestFor(n, c, conflict);
                if (conflict == Timeline.FREE) matching.finish[c] = out.to[r];
                else again = Math.min(again, earliestFor(n, c, conflict));
            }
        }
        if (!matching.match(first, last)) return again;
        for (int r = first; r < last; r++) {
            out.chosen[r] = matching.chosen(r);
            span(n, r, out.chosen[r], moment, out);
        }
        return moment;
    }

    private void take(int n, Schedule out) {
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
            int resource = requirements.resource[out.chosen[r]];
            if (resource != Network.NOBODY)
                timelines[resource].take(out.from[r], out.to[r], requirements.units[out.chosen[r]]);
        }
    }
}
