package chargehand.engine.levelling;

import chargehand.engine.levelling.Population.Individual;
import chargehand.engine.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Looks for a good schedule within a number of schedules: a few priority rules, each justified both ways, then a
/// genetic
/// search in which a child has its tasks' turns from the finishes of two parents, in a stretch of time the mother's and
/// around it the father's (two-point time crossover, Debels & Vanhoucke 2007). It is generated backwards and then
/// forwards, so that crossing and justification cost two schedules together.
///
/// Children are bred in rounds of fixed size from a generator of one seed, worked out on any number of threads, and
/// taken
/// in the order in which they were bred: so the result does not depend on the threads.
final class Search {
    private static final int ROUND = 8;
    /// The passes that a founder may take: forward, and justified to the right and to the left.
    private static final int FOUNDING = 3;
    /// And a child: backwards in its own order, and to the left.
    private static final int PASSES = 2;
    /// One child in so many has some turns exchanged.
    private static final int MUTATED = 8;
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
    private final Population population;
    private int generated;
    private boolean stopped;

    /// One to be worked out: in which order to take the tasks, forwards for a founder, backwards for a child.
    private record Bred(int[] key, @Nullable Individual mother) {}

    Search(Network network, FixedTasks fixed, Options options, Bound bound) {
        this.network = network;
        this.fixed = fixed;
        this.options = options;
        this.bound = bound;
        objective = new Objective(network);
        random = new SplittableRandom(options.seed());
        population = new Population(size(network.tasks, options.schedules()));
    }

    /// The longer the search, and the fewer the tasks, the more schedules it has to keep apart. Found by trial on
    /// PSPLIB: for
    /// 120 tasks 13, 36 and 162 of them at 1,000, 5,000 and 50,000 schedules.
    private static int size(int tasks, int schedules) {
        double wanted = Math.pow(schedules, 0.65) / 7 * 120 / Math.max(1, tasks);
        return Math.clamp((long) wanted, 8, Math.max(8, schedules / 10));
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
            proved = bound.below(population.best().quality().finish());
            while (!isDone()) workOut(breed(), workers);
        }
        return population.best().schedule();
    }

    /// No schedule finishes earlier.
    int bound() {
        return proved;
    }

    boolean[] windowless() {
        return population.best().windowless();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "chargehand-search");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isDone() {
        if (generated >= options.schedules()) return true;
        var best = population.best().quality();
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
        keys.add(founder(late.finish.clone()));
        keys.add(founder(late.start.clone()));
        keys.add(founder(behind));
        keys.add(founder(early.start.clone()));
        keys.add(founder(lengths()));
        return keys.subList(0, Math.min(keys.size(), options.schedules()));
    }

    private static Bred founder(int[] key) {
        return new Bred(key, null);
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
        boolean founding = !population.isFull();
        int room = Math.max(1, (options.schedules() - generated) / (founding ? FOUNDING : PASSES));
        var round = new ArrayList<Bred>();
        for (int i = 0; i < Math.min(ROUND, room); i++) round.add(founding ? founder(disturbed()) : crossed());
        return round;
    }

    /// Some schedule's own order, shaken: while there is too little to cross.
    private int[] disturbed() {
        var parent = population.any(random).schedule();
        int span = Math.max(1, (objective.finish(parent) - network.start) >> 1 + random.nextInt(4));
        var key = parent.start.clone();
        for (int n = 0; n < key.length; n++) key[n] += random.nextInt(-span, span + 1);
        return key;
    }

    private Bred crossed() {
        var mother = population.any(random);
        var father = population.better(random).schedule();
        int length = Math.max(4, mother.quality().finish() - network.start);
        int span = length / 4 + random.nextInt(length / 4);
        int from = network.start + random.nextInt(length - span);
        int apart = 2 * length;
        var key = mother.schedule().finish.clone();
        for (int n = 0; n < key.length; n++)
            if (key[n] < from) key[n] = father.finish[n] - apart;
            else if (key[n] > from + span) key[n] = father.finish[n] + apart;
        if (random.nextInt(MUTATED) == 0) mutate(key);
        return new Bred(key, mother);
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

    private void workOut(List<Bred> round, ExecutorService workers) {
        int each = Math.min(FOUNDING, Math.max(1, (options.schedules() - generated) / round.size()));
        int parts = Math.min(options.threads(), round.size());
        var jobs = new ArrayList<Callable<List<Worked>>>();
        for (int part = 0; part < parts; part++) {
            var own = new ArrayList<Bred>();
            for (int i = part; i < round.size(); i += parts) own.add(round.get(i));
            jobs.add(() -> new Worker(each).workOut(own));
        }
        var done = new ArrayList<List<Worked>>();
        for (var job : submit(jobs, workers)) done.add(job);
        var before = population.isEmpty() ? null : population.best();
        for (int i = 0; i < round.size(); i++) {
            var worked = done.get(i % parts).get(i / parts);
            generated += worked.passes;
            population.add(worked.individual, round.get(i).mother);
        }
        roundsInVain = population.best() == before ? roundsInVain + 1 : 0;
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
            var found = bred.mother == null ? founded(bred.key) : born(bred.key, bred.mother);
            return new Worked(found, forward.generated() + backward.generated() - before);
        }

        /// Who does what is as with the mother until it is chosen anew on the way forward.
        private Individual born(int[] key, Individual mother) {
            var schedule = new Schedule(mother.schedule());
            if (passes >= PASSES) {
                System.arraycopy(key, 0, schedule.finish, 0, key.length);
                backward.generate(schedule, mother.quality().finish());
                forward.generate(schedule.start.clone(), schedule);
            } else {
                forward.generate(key, schedule);
            }
            return individual(schedule);
        }

        private Individual founded(int[] key) {
            var schedule = new Schedule(network);
            forward.generate(key, schedule);
            var found = individual(schedule);
            if (passes >= FOUNDING) {
                var justified = new Schedule(schedule);
                backward.generate(justified, found.quality().finish());
                forward.generate(justified.start.clone(), justified);
                var better = individual(justified);
                if (better.quality().isBetterThan(found.quality())) found = better;
            }
            return found;
        }

        private Individual individual(Schedule schedule) {
            return new Individual(
                    schedule, objective.of(schedule), forward.windowless().clone());
        }
    }
}
