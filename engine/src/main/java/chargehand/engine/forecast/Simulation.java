package chargehand.engine.forecast;

import chargehand.engine.levelling.PartialOrder;
import chargehand.engine.levelling.Schedule;
import chargehand.engine.network.Network;
import chargehand.engine.network.Network.Kind;
import chargehand.engine.network.Requirements;
import chargehand.engine.time.BeyondHorizon;
import chargehand.engine.time.WorkingTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
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
    private static final int LANES = 16;
    private static final int DRAWS = 1024;

    private final Network network;
    private final Requirements requirements;
    private final Schedule schedule;
    private final PartialOrder order;
    private final int[] turns;
    private final Prior prior;
    private final float[] factors;
    /// What each task may take for each minute of its estimate; empty where the prior says, or for all.
    private final float[][] ratios;

    private final double together;
    private final double[] normals;
    private final int now;
    private final boolean[] certain;
    private final boolean[] simple;

    Simulation(Network network, Schedule schedule, @Nullable Instant now, Prior prior, Spreads spreads) {
        this.network = network;
        this.requirements = network.requirements;
        this.schedule = schedule;
        this.prior = prior;
        this.now = now == null ? Network.NONE : WorkingTable.minute(now);
        order = new PartialOrder(network, schedule);
        turns = order.order();
        factors = prior.factors();
        together = spreads.together();
        ratios = ratios(network, spreads);
        normals = ratios.length == 0 ? new double[0] : normals();
        certain = new boolean[network.nodes];
        simple = new boolean[network.nodes];
        for (int n = 0; n < network.tasks; n++) {
            certain[n] = network.fixedFinish[n] != Network.NONE;
            simple[n] = requirements.first[n + 1] == requirements.first[n] + 1
                    && network.elapsed[n] == Network.NONE
                    && !network.isFixed(n)
                    && network.windows[n].length == 0;
        }
    }

    private static float[][] ratios(Network network, Spreads spreads) {
        if (spreads.ratios().isEmpty()) return new float[0][];
        var none = new float[0];
        var ratios = new float[network.tasks][];
        for (int n = 0; n < network.tasks; n++)
            ratios[n] = spreads.ratios()
                    .getOrDefault(network.plan.tasks().get(network.place[n]).id(), none);
        return ratios;
    }

    private static double[] normals() {
        var normals = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) normals[i] = Normal.quantile((i + 0.5) / DRAWS);
        return normals;
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
        var next = new AtomicInteger();
        var tooShort = new AtomicBoolean();
        var stopped = new AtomicBoolean();
        Runnable work = () -> {
            var keeper = keepers.get();
            var block = new Block(seed);
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
        private int firstRun;
        private int lanes;
        private final float[] common = new float[LANES];
        /// For each of the 1,024 draws, where it falls in a spread of its own, given what tasks of the
        /// run share.
        private final short[] fallen = new short[ratios.length == 0 ? 0 : LANES * DRAWS];
        private final int[] start = new int[network.nodes * LANES];
        private final int[] finish = new int[network.nodes * LANES];
        private final int[] end = new int[requirements.count() * LANES];
        private final int[] held = new int[LANES];
        private final int[] bound = new int[LANES];

        private final BitSet passed = new BitSet();
        private final short[] drawn = new short[network.nodes * LANES];

        private Block(long seed) {
            this.seed = seed;
        }

        int firstRun() {
            return firstRun;
        }

        /// How many runs there are in it: lanes from 0.
        int lanes() {
            return lanes;
        }

        int finish(int n, int lane) {
            return finish[n * LANES + lane];
        }

        /// Which of the 1,024 factors, in rising order, a task got; -1 for none.
        int drawn(int n, int lane) {
            return certain[n] ? -1 : drawn[n * LANES + lane];
        }

        private void run(int first, int endRun) {
            firstRun = first;
            lanes = endRun - first;
            // Around a cycle a moment is asked for before it is known: then it must not be that of
            // other runs.
            Arrays.fill(start, 0);
            Arrays.fill(finish, 0);
            Arrays.fill(end, 0);
            for (int lane = 0; lane < lanes; lane++) share(lane);
            for (int n : turns) {
                collect(n);
                if (network.kind[n] != Kind.TASK) pass(n);
                else if (certain[n]) repeat(n);
                else work(n);
            }
        }

        /// What all tasks of a run have in common.
        private void share(int lane) {
            double shared = new SplittableRandom(mixed(seed, firstRun + lane, -1)).nextGaussian();
            common[lane] = (float) prior.common(shared);
            if (ratios.length == 0) return;
            double weight = Math.sqrt(together);
            double own = Math.sqrt(1 - together);
            for (int i = 0; i < DRAWS; i++) {
                double share = Normal.share(weight * shared + own * normals[i]);
                fallen[lane * DRAWS + i] = (short) Math.min(Spreads.POINTS - 1, (int) (share * Spreads.POINTS));
            }
        }

        /// The moment from which links let the node start, and before which they don't let it finish.
        private void collect(int n) {
            boolean earliest = network.kind[n] == Kind.EARLIEST;
            for (int lane = 0; lane < lanes; lane++) {
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
            if (simple[n]) workSimply(n);
            else workInFull(n);
        }

        /// One requirement, free to move, no window: what nearly every task is.
        private void workSimply(int n) {
            int r = requirements.first[n];
            var table = network.tables[requirements.table[schedule.chosen[r]]];
            int length = requirements.length[r];
            for (int i = order.inFirst[r]; i < order.inFirst[r + 1]; i++) {
                int giver = order.in[i] * LANES;
                for (int lane = 0; lane < lanes; lane++) held[lane] = Math.max(held[lane], end[giver + lane]);
            }
            for (int lane = 0; lane < lanes; lane++) {
                long span = table.span(held[lane], minutes(length, factor(n, lane)));
                start[n * LANES + lane] = WorkingTable.begin(span);
                int done = WorkingTable.done(span);
                end[r * LANES + lane] = done;
                finish[n * LANES + lane] = Math.max(done, bound[lane]);
            }
        }

        private float factor(int n, int lane) {
            int which = (int) (mixed(seed, firstRun + lane, n) >>> 54);
            drawn[n * LANES + lane] = (short) which;
            if (ratios.length == 0 || ratios[n].length == 0) return common[lane] * factors[which];
            return ratios[n][fallen[lane * DRAWS + which]];
        }

        private static int minutes(int length, float factor) {
            return Math.max(1, (int) (length * factor + 0.5f));
        }

        private void workInFull(int n) {
            boolean fixed = network.isFixed(n);
            for (int lane = 0; lane < lanes; lane++) {
                float factor = factor(n, lane);
                int from = fixed ? network.resume[n] : Math.max(held[lane], takeOver(n, lane));
                place(n, lane, from, factor);
                if (!fixed && bound[lane] > finish[n * LANES + lane]) wait(n, lane, bound[lane]);
                if (!fixed && network.windows[n].length > 0) toWindow(n, lane, factor);
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

        private void place(int n, int lane, int from, float factor) {
            int at = n * LANES + lane;
            if (network.elapsed[n] != Network.NONE) {
                start[at] = from;
                finish[at] = from + Math.round(network.elapsed[n] * factor);
                for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
                    end[r * LANES + lane] = finish[at];
                return;
            }
            int begin = Integer.MAX_VALUE;
            int last = from;
            for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++) {
                var table = network.tables[requirements.table[schedule.chosen[r]]];
                long span = table.span(from, minutes(requirements.length[r], factor));
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
        private void toWindow(int n, int lane, float factor) {
            var windows = network.windows[n];
            int at = n * LANES + lane;
            int begun = start[at];
            for (int w = 0; w < windows.length; w += 2) {
                if (windows[w + 1] <= begun) continue;
                place(n, lane, Math.max(begun, windows[w]), factor);
                if (finish[at] <= windows[w + 1]) return;
            }
            place(n, lane, begun, factor);
        }
    }

    /// Well-mixed bits that depend on nothing but the three numbers (SplitMix64, Steele, Lea & Flood
    /// 2014).
    private static long mixed(long seed, int run, int task) {
        long z = seed * 0x9E3779B97F4A7C15L + ((long) run << 32 | task & 0xFFFFFFFFL);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        z = (z + 0x9E3779B97F4A7C15L ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        return z ^ z >>> 31;
    }
}
