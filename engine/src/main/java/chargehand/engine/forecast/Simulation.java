package chargehand.engine.forecast;

import chargehand.engine.levelling.PartialOrder;
import chargehand.engine.levelling.Schedule;
import chargehand.engine.network.Network;
import chargehand.engine.network.Network.Kind;
import chargehand.engine.network.Requirements;
import chargehand.engine.time.BeyondHorizon;
import chargehand.engine.time.WorkingDays;
import chargehand.engine.time.WorkingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Many runs of one schedule with drawn durations. Runs go side by side in lanes, so that each link is
/// looked up once for all of them.
final class Simulation {
    private static final int LANES = Draws.LANES;

    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final PartialOrder order;
    private final int[] turns;
    private final boolean round;
    private final Prior prior;
    private final Spreads spreads;
    private final Risks risks;
    private final Availability availability;
    private final @Nullable WorkingDays[] days;
    private final boolean[] started;
    private final int now;
    private final boolean[] certain;
    private final boolean[] simple;
    private final boolean anew;

    Simulation(Network network, Schedule schedule, ForecastOptions options) {
        this.network = network;
        this.requirements = network.requirements;
        this.schedule = schedule;
        prior = options.prior();
        spreads = options.spreads();
        anew = options.relevelled();
        risks = new Risks(network, options.risks());
        availability = options.availability();
        now = options.now() == null ? Network.NONE : WorkingTable.minute(options.now());
        order = new PartialOrder(network, schedule);
        turns = order.order();
        round = isRound();
        certain = new boolean[network.nodes];
        simple = new boolean[network.nodes];
        for (int n = 0; n < network.tasks; n++) {
            certain[n] = network.fixedFinish[n] != Network.NONE;
            simple[n] = requirements.first[n + 1] == requirements.first[n] + 1
                    && network.elapsed[n] == Network.NONE
                    && !network.isFixed(n)
                    && network.windows[n].length == 0;
        }
        days = days();
        started = started();
    }

    /// Whether some moment is asked for before it is known: around a cycle.
    private boolean isRound() {
        var turn = new int[network.nodes];
        for (int i = 0; i < turns.length; i++) turn[turns[i]] = i;
        for (int n = 0; n < network.nodes; n++)
            for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++)
                if (turn[network.edges.from[network.edges.in[i]]] >= turn[n]) return true;
        for (int n = 0; n < network.tasks; n++)
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                for (int i = order.inFirst[r]; i < order.inFirst[r + 1]; i++)
                    if (turn[requirements.node[order.in[i]]] >= turn[n]) return true;
        return false;
    }

    /// Of each working table that simple tasks need.
    private @Nullable WorkingDays[] days() {
        var made = new @Nullable WorkingDays[network.tables.length];
        var seen = new boolean[made.length];
        for (int n = 0; n < network.tasks; n++) {
            if (!simple[n] || certain[n]) continue;
            int table = requirements.table[schedule.chosen[requirements.first[n]]];
            if (!seen[table]) made[table] = network.tables[table].days();
            seen[table] = true;
        }
        return made;
    }

    /// Whether anything asks when a node starts: a link from its start, or with a lag, which may be
    /// measured by it.
    private boolean[] started() {
        var asked = new boolean[network.nodes];
        for (int n = 0; n < network.nodes; n++)
            for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
                int edge = network.edges.in[i];
                if (!network.edges.fromFinish[edge] || network.edges.lag[edge] != 0)
                    asked[network.edges.from[edge]] = true;
            }
        return asked;
    }

    /// Hears of runs, a few at a time; each belongs to one thread.
    interface Keeper {
        void keep(Block block);
    }

    /// Simulates, and tells of each run once, in no order, a keeper of the thread that it ran on.
    ///
    /// @param threads how many work at once; with one it is the caller's own
    /// @param stop asked before every few runs, from any thread
    /// @return whether all were simulated; not if `stop` said true
    boolean run(int runs, long seed, int threads, BooleanSupplier stop, Supplier<Keeper> keepers) {
        var source = Draws.Source.of(network, prior, spreads, seed);
        var next = new AtomicInteger();
        var tooShort = new AtomicBoolean();
        var stopped = new AtomicBoolean();
        Runnable work = () -> {
            var keeper = keepers.get();
            var block = new Block(source);
            for (int first = next.getAndAdd(LANES); first < runs; first = next.getAndAdd(LANES)) {
                if (stop.getAsBoolean()) stopped.set(true);
                if (tooShort.get() || stopped.get()) return;
                try {
                    block.run(first, Math.min(runs, first + LANES));
                    keeper.keep(block);
                } catch (BeyondHorizon beyond) {
                    tooShort.set(true);
                }
            }
        };
        if (threads == 1) work.run();
        else together(work, threads);
        if (tooShort.get()) throw BeyondHorizon.INSTANCE;
        return !stopped.get();
    }

    private static void together(Runnable work, int threads) {
        try (var workers = Executors.newFixedThreadPool(threads, Simulation::daemon)) {
            var waiting = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) waiting.add(workers.submit(work));
            for (var each : waiting) each.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while runs were under way.", interrupted);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "chargehand-simulation");
        thread.setDaemon(true);
        return thread;
    }

    /// A few runs side by side. A moment of node n in lane l stands at `n * LANES + l`.
    final class Block {
        private final long seed;
        private final Draws draws;
        private final Risks.Happening happening = risks.new Happening();
        private final TimesAway away = new TimesAway(network, availability);
        private int firstRun;
        private int lanes;
        private final int[] start = new int[network.nodes * LANES];
        private final int[] finish = new int[network.nodes * LANES];
        private final int[] end = new int[requirements.count() * LANES];
        private final int[] held = new int[LANES];
        private final int[] bound = new int[LANES];
        private final int[] work = new int[LANES];
        private final int[] extra = new int[LANES];

        private final BitSet passed = new BitSet();
        private final @Nullable Relevelled relevelled;

        private Block(Draws.Source source) {
            seed = source.seed();
            draws = new Draws(source);
            relevelled = anew ? new Relevelled(network, schedule, now, certain) : null;
        }

        int firstRun() {
            return firstRun;
        }

        /// How many runs there are in it: lanes from 0.
        int lanes() {
            return lanes;
        }

        /// Copies when a node finishes in each lane to `into`, from `at` on.
        void finishes(int n, int[] into, int at) {
            System.arraycopy(finish, n * LANES, into, at, LANES);
        }

        int finish(int n, int lane) {
            return finish[n * LANES + lane];
        }

        /// Which of the 1,024 factors, in rising order, a task got; -1 for none.
        int drawn(int n, int lane) {
            return certain[n] ? -1 : draws.drawn(n, lane);
        }

        private void run(int first, int endRun) {
            firstRun = first;
            lanes = endRun - first;
            // Around a cycle a moment is asked for before it is known: then it must not be that of
            // other runs.
            if (round) {
                Arrays.fill(start, 0);
                Arrays.fill(finish, 0);
                Arrays.fill(end, 0);
            }
            draws.begin(first);
            happening.draw(seed, first);
            away.begin(seed, first);
            if (relevelled != null) {
                relevelled.run(draws, happening, away, lanes, start, finish);
                return;
            }
            for (int n : turns) {
                collect(n);
                if (network.kind[n] != Kind.TASK) pass(n);
                else if (certain[n]) repeat(n);
                else work(n);
            }
        }

        /// The moment from which links let the node start, and before which they don't let it finish.
        private void collect(int n) {
            boolean earliest = network.kind[n] == Kind.EARLIEST;
            for (int lane = 0; lane < LANES; lane++) {
                held[lane] = earliest ? Integer.MAX_VALUE : network.release[n];
                bound[lane] = Network.NONE;
            }
            for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
                int edge = network.edges.in[i];
                int from = network.edges.from[edge] * LANES;
                int[] moment = network.edges.fromFinish[edge] ? finish : start;
                int[] into = network.edges.toFinish[edge] ? bound : held;
                boolean noLag = network.edges.lag[edge] == 0;
                for (int lane = 0; lane < lanes; lane++) {
                    int after =
                            noLag ? moment[from + lane] : network.after(edge, start[from + lane], finish[from + lane]);
                    into[lane] = earliest ? Math.min(into[lane], after) : Math.max(into[lane], after);
                }
            }
        }

        private void pass(int n) {
            for (int lane = 0; lane < lanes; lane++) {
                start[n * LANES + lane] = held[lane];
                finish[n * LANES + lane] = held[lane];
            }
        }

        /// From the task node that ends last back along what each waited for the longest: links, and
        /// people who were busy. Tells every task node on the way.
        void drivers(int lane, IntConsumer told) {
            if (network.tasks == 0) return;
            int at = 0;
            for (int n = 1; n < network.tasks; n++) if (finish(n, lane) > finish(at, lane)) at = n;
            passed.clear();
            while (at >= 0 && !passed.get(at)) {
                passed.set(at);
                if (at < network.tasks) {
                    if (certain[at]) return;
                    told.accept(at);
                    if (network.isFixed(at)) return;
                }
                at = driver(at, lane);
            }
        }

        private int driver(int n, int lane) {
            boolean earliest = network.kind[n] == Kind.EARLIEST;
            int driver = -1;
            int moment = earliest ? Integer.MAX_VALUE : network.release[n];
            for (int i = network.edges.inFirst[n]; i < network.edges.inFirst[n + 1]; i++) {
                int edge = network.edges.in[i];
                int from = network.edges.from[edge];
                int after = network.after(edge, start[from * LANES + lane], finish[from * LANES + lane]);
                // What a task must not finish before held it only if it finishes just then.
                if (network.edges.toFinish[edge] && after < finish[n * LANES + lane]) continue;
                if (earliest ? after >= moment : after <= moment) continue;
                moment = after;
                driver = from;
            }
            if (n >= network.tasks) return driver;
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                for (int i = order.inFirst[r]; i < order.inFirst[r + 1]; i++)
                    if (end[order.in[i] * LANES + lane] > moment) {
                        moment = end[order.in[i] * LANES + lane];
                        driver = requirements.node[order.in[i]];
                    }
            return driver;
        }

        /// What is done stays as it was.
        private void repeat(int n) {
            for (int lane = 0; lane < lanes; lane++) {
                start[n * LANES + lane] = schedule.start[n];
                finish[n * LANES + lane] = schedule.finish[n];
            }
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                for (int lane = 0; lane < lanes; lane++) end[r * LANES + lane] = schedule.to[r];
        }

        private void work(int n) {
            var factor = draws.factors(n);
            boolean hit = happening.hits(n);
            if (hit) {
                Arrays.fill(extra, 0);
                happening.hit(n, factor, extra, held);
            }
            if (simple[n]) workSimply(n, factor, hit);
            else workInFull(n, factor, hit);
        }

        /// One requirement, free to move, no window: what nearly every task is.
        private void workSimply(int n, float[] factor, boolean hit) {
            int r = requirements.first[n];
            int table = requirements.table[schedule.chosen[r]];
            int length = requirements.length[r];
            for (int i = order.inFirst[r]; i < order.inFirst[r + 1]; i++) {
                int giver = order.in[i] * LANES;
                for (int lane = 0; lane < LANES; lane++) held[lane] = Math.max(held[lane], end[giver + lane]);
            }
            for (int lane = 0; lane < LANES; lane++) work[lane] = minutes(length, factor[lane]);
            if (hit) for (int lane = 0; lane < LANES; lane++) work[lane] += extra[lane];
            away.lengthen(r, work);
            var byDay = days[table];
            if (byDay == null) span(n, r, network.tables[table]);
            else byDay.spans(held, work, lanes, started[n] ? start : null, end, n * LANES, r * LANES);
            for (int lane = 0; lane < LANES; lane++)
                finish[n * LANES + lane] = Math.max(end[r * LANES + lane], bound[lane]);
        }

        private void span(int n, int r, WorkingTable table) {
            for (int lane = 0; lane < lanes; lane++) {
                long span = table.span(held[lane], work[lane]);
                start[n * LANES + lane] = WorkingTable.begin(span);
                end[r * LANES + lane] = WorkingTable.done(span);
            }
        }

        private static int minutes(int length, float factor) {
            return Math.max(1, (int) (length * factor + 0.5f));
        }

        private void workInFull(int n, float[] factor, boolean hit) {
            boolean fixed = network.isFixed(n);
            for (int lane = 0; lane < lanes; lane++) {
                float own = factor[lane];
                int more = hit ? extra[lane] : 0;
                int from = fixed ? network.resume[n] : Math.max(held[lane], takeOver(n, lane));
                place(n, lane, from, own, more);
                if (!fixed && bound[lane] > finish[n * LANES + lane]) wait(n, lane, bound[lane]);
                if (!fixed && network.windows[n].length > 0) toWindow(n, lane, own, more);
                if (fixed) start[n * LANES + lane] = schedule.start[n];
                if (fixed && now != Network.NONE) finish[n * LANES + lane] = Math.max(finish[n * LANES + lane], now);
            }
        }

        /// When everyone needed has ended what they do before this.
        private int takeOver(int n, int lane) {
            int latest = Integer.MIN_VALUE;
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                for (int i = order.inFirst[r]; i < order.inFirst[r + 1]; i++)
                    latest = Math.max(latest, end[order.in[i] * LANES + lane]);
            return latest;
        }

        private void place(int n, int lane, int from, float factor, int more) {
            int at = n * LANES + lane;
            if (network.elapsed[n] != Network.NONE) {
                start[at] = from;
                finish[at] = from + Math.round(network.elapsed[n] * factor) + more;
                for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                    end[r * LANES + lane] = finish[at];
                return;
            }
            int begin = Integer.MAX_VALUE;
            int last = from;
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
                var table = network.tables[requirements.table[schedule.chosen[r]]];
                int minutes = minutes(requirements.length[r], factor) + more;
                long span = table.span(from, minutes + away.during(r, lane, minutes));
                begin = Math.min(begin, WorkingTable.begin(span));
                last = Math.max(last, WorkingTable.done(span));
                end[r * LANES + lane] = WorkingTable.done(span);
            }
            start[at] = begin == Integer.MAX_VALUE ? from : begin;
            finish[at] = last;
        }

        /// Finish for finish: the task is done when what it waits for is.
        private void wait(int n, int lane, int until) {
            finish[n * LANES + lane] = until;
            if (network.isMoment(n)) start[n * LANES + lane] = until;
        }

        /// A task that misses its window waits for the next into which it fits.
        private void toWindow(int n, int lane, float factor, int more) {
            var windows = network.windows[n];
            int at = n * LANES + lane;
            int begun = start[at];
            for (int w = 0; w < windows.length; w += 2) {
                if (windows[w + 1] <= begun) continue;
                place(n, lane, Math.max(begun, windows[w]), factor, more);
                if (finish[at] <= windows[w + 1]) return;
            }
            place(n, lane, begun, factor, more);
        }
    }
}
