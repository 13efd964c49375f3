package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Looks for a good schedule within a number of schedules: a few priority rules, each justified both ways,
/// then a
/// steady-state genetic search over start times with a two-point time crossover (Debels & Vanhoucke 2007).
///
/// Offspring are bred in rounds of fixed size from a generator of one seed, worked out on any number of
/// threads, and
/// taken in the order in which they were bred: so the result does not depend on the threads.
final class Search {
    private static final int ROUND = 8;
    private static final int POPULATION = 24;
    /// The passes that one offspring may take: forward, and justified to the right and to the left.
    private static final int PASSES = 3;
    /// Once the finish is proved, so many rounds may go by without the other tasks coming earlier.
    private static final int ENOUGH_IN_VAIN = 2;

    private final Network network;
    private final FixedTasks fixed;
    private final Options options;
    private final Bound bound;
    private int proved;
    private int roundsInVain;
    private final Objective objective;
    private final SplittableRandom random;
    private final List<Individual> population = new ArrayList<>();
    private int generated;
    private boolean stopped;

    private record Individual(Schedule schedule, Quality quality, boolean[] windowless) {}

    /// One offspring to be worked out: in which order to take the tasks.
    private record Bred(int[] key) {}

    Search(Network network, FixedTasks fixed, Options options, Bound bound) {
        this.network = network;
        this.fixed = fixed;
        this.options = options;
        this.bound = bound;
        objective = new Objective(network);
        random = new SplittableRandom(options.seed());
    }

    int generated() {
        return generated;
    }

    boolean stopped() {
        return stopped;
    }

    /// The best schedule found; [#windowless] tells which of its tasks lie outside their windows.
    Schedule run() {
        try (var workers = Executors.newFixedThreadPool(options.threads(), Search::daemon)) {
            workOut(firstKeys(), workers);
            proved = bound.below(population.getFirst().quality.finish());
            while (!isDone()) workOut(breed(), workers);
        }
        return population.getFirst().schedule;
    }

    /// No schedule finishes earlier.
    int bound() {
        return proved;
    }

    boolean[] windowless() {
        return population.getFirst().windowless;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "chargehand-search");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isDone() {
        if (generated >= options.schedules()) return true;
        var best = population.getFirst().quality;
        boolean bestPossible = best.lateMinutes() == 0 && best.finish() <= proved;
        if (bestPossible && roundsInVain >= ENOUGH_IN_VAIN) return true;
        stopped = options.stop().getAsBoolean();
        return stopped;
    }

    /// Latest finish, latest start, most work behind, earliest start, and the shortest first.
    private List<Bred> firstKeys() {
        var early = new Schedule(network);
        new Generation(network, fixed, Generation.Mode.UNLEVELLED).generate(new int[network.nodes], early);
        var late = new Schedule(early);
        new Backward(network, fixed, false).generate(late, objective.finish(early));
        var behind = behind();
        var keys = new ArrayList<Bred>();
        keys.add(new Bred(late.finish.clone()));
        keys.add(new Bred(late.start.clone()));
        keys.add(new Bred(behind));
        keys.add(new Bred(early.start.clone()));
        keys.add(new Bred(lengths()));
        return keys.subList(0, Math.min(keys.size(), options.schedules()));
    }

    /// Minus the work of a task and of those that wait for it directly: the greatest rank positional weight.
    private int[] behind() {
        var weight = new int[network.nodes];
        for (int n = 0; n < network.tasks; n++) weight[n] = length(n);
        var key = new int[network.nodes];
        for (int n = 0; n < network.nodes; n++) {
            key[n] = -weight[n];
            for (int i = network.edges.outFirst[n]; i < network.edges.outFirst[n + 1]; i++)
                key[n] -= weight[network.edges.to[network.edges.out[i]]];
        }
        return key;
    }

    private int[] lengths() {
        var key = new int[network.nodes];
        for (int n = 0; n < network.tasks; n++) key[n] = length(n);
        return key;
    }

    private int length(int n) {
        int length = network.elapsed[n] == Network.NONE ? 0 : network.elapsed[n];
        for (int r = network.requirements.first[n]; r < network.requirements.first[n + 1]; r++)
            length = Math.max(length, network.requirements.length[r]);
        return length;
    }

    private List<Bred> breed() {
        int room = Math.max(1, (options.schedules() - generated) / PASSES);
        var round = new ArrayList<Bred>();
        for (int i = 0; i < Math.min(ROUND, room); i++)
            round.add(new Bred(population.size() < POPULATION ? disturbed() : crossed()));
        return round;
    }

    /// The best schedule's own order, shaken: while there is too little to cross.
    private int[] disturbed() {
        var parent = population.get(random.nextInt(population.size())).schedule;
        int span = Math.max(1, (objective.finish(parent) - network.start) >> 1 + random.nextInt(4));
        var key = parent.start.clone();
        for (int n = 0; n < key.length; n++) key[n] += random.nextInt(-span, span + 1);
        return key;
    }

    /// Inside a stretch of time the mother's order, before and after it the father's.
    private int[] crossed() {
        var mother = chosen().schedule;
        var father = chosen().schedule;
        int begin = network.start;
        int length = Math.max(4, objective.finish(mother) - begin);
        int from = begin + random.nextInt(length / 2);
        int to = from + length / 4 + random.nextInt(length / 4);
        int apart = 2 * length;
        var key = new int[network.nodes];
        for (int n = 0; n < key.length; n++) {
            int start = mother.start[n];
            if (start >= from && start <= to) key[n] = start;
            else key[n] = father.start[n] + (start < from ? -apart : apart);
        }
        if (random.nextInt(4) == 0) mutate(key);
        return key;
    }

    private void mutate(int[] key) {
        for (int i = 0; i < Math.max(1, key.length / 50); i++) {
            int a = random.nextInt(key.length);
            int b = random.nextInt(key.length);
            int kept = key[a];
            key[a] = key[b];
            key[b] = kept;
        }
    }

    /// The better of two at random.
    private Individual chosen() {
        return population.get(Math.min(random.nextInt(population.size()), random.nextInt(population.size())));
    }

    private void workOut(List<Bred> round, ExecutorService workers) {
        int each = Math.min(PASSES, Math.max(1, (options.schedules() - generated) / round.size()));
        int parts = Math.min(options.threads(), round.size());
        var jobs = new ArrayList<Callable<List<Worked>>>();
        for (int part = 0; part < parts; part++) {
            var own = new ArrayList<Bred>();
            for (int i = part; i < round.size(); i += parts) own.add(round.get(i));
            jobs.add(() -> new Worker(each).workOut(own));
        }
        var done = new ArrayList<List<Worked>>();
        for (var job : submit(jobs, workers)) done.add(job);
        var before = population.isEmpty() ? null : population.getFirst();
        for (int i = 0; i < round.size(); i++) take(done.get(i % parts).get(i / parts));
        roundsInVain = population.getFirst() == before ? roundsInVain + 1 : 0;
        options.progress().accept(generated);
    }

    private static List<List<Worked>> submit(List<Callable<List<Worked>>> jobs, ExecutorService workers) {
        try {
            var results = new ArrayList<List<Worked>>();
            for (Future<List<Worked>> each : workers.invokeAll(jobs)) results.add(each.get());
            return results;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search was interrupted.", interrupted);
        }
    }

    private record Worked(Individual individual, int passes) {}

    /// Keeps the population ordered, best first, and without twins.
    private void take(Worked worked) {
        generated += worked.passes;
        var found = worked.individual;
        int at = 0;
        while (at < population.size() && !found.quality.isBetterThan(population.get(at).quality)) at++;
        if (at > 0 && isTwin(found, population.get(at - 1))) return;
        population.add(at, found);
        if (population.size() > POPULATION) population.removeLast();
    }

    private static boolean isTwin(Individual a, Individual b) {
        return a.quality.equals(b.quality) && Arrays.equals(a.schedule.start, b.schedule.start);
    }

    /// What one thread needs to turn keys into schedules.
    private final class Worker {
        private final Generation forward = new Generation(network, fixed, Generation.Mode.LEVELLED);
        private final Backward backward = new Backward(network, fixed, true);
        private final int passes;

        Worker(int passes) {
            this.passes = passes;
        }

        List<Worked> workOut(List<Bred> round) {
            var result = new ArrayList<Worked>();
            for (var each : round) result.add(workOut(each));
            return result;
        }

        private Worked workOut(Bred bred) {
            int before = forward.generated() + backward.generated();
            var schedule = new Schedule(network);
            forward.generate(bred.key, schedule);
            var found = individual(schedule);
            if (passes >= PASSES) {
                var justified = new Schedule(schedule);
                backward.generate(justified, found.quality.finish());
                forward.generate(justified.start.clone(), justified);
                var better = individual(justified);
                if (better.quality.isBetterThan(found.quality)) found = better;
            }
            return new Worked(found, forward.generated() + backward.generated() - before);
        }

        private Individual individual(Schedule schedule) {
            return new Individual(
                    schedule, objective.of(schedule), forward.windowless().clone());
        }
    }
}
