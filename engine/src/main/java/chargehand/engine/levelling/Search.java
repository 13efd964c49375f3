package chargehand.engine.levelling;

import chargehand.engine.levelling.Population.Individual;
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
import org.jspecify.annotations.Nullable;

/// Looks for a good schedule within a number of schedules: a few priority rules, each justified both ways, then a
/// genetic search. A child has its tasks' turns from the finishes of two parents, in one of two ways: in a stretch of
/// time
/// the mother's and around it the father's (two-point time crossover, Debels & Vanhoucke 2007), or the father's with
/// what
/// the mother has at its peaks kept together (peak crossover, Valls, Ballestín & Quintanilla 2008). It is generated
/// backwards and then forwards, so that crossing and justification cost two schedules together.
///
/// How strictly turns are kept ([Turns]) is a child's own *patience*, inherited with small changes: plans differ in
/// what
/// suits them.
///
/// Children are bred in rounds of fixed size from a generator of one seed, worked out on any number of threads, and
/// taken
/// in the order in which they were bred: so the result does not depend on the threads.
///
/// Where all work by one calendar, what is left open can be proved in the end ([SharedCalendar]); what it finds is
/// generated once more, as one schedule.
final class Search {
    private static final int ROUND = 8;
    /// The passes that a founder may take: forward, and justified to the right and to the left.
    private static final int FOUNDING = 3;
    /// And a child: backwards in its own order, and to the left.
    private static final int PASSES = 2;
    /// The least and the greatest patience: by how much of the mean time between two turns a task has to begin earlier
    /// for
    /// each that it passes.
    private static final double HASTY = 0.2;

    private static final double PATIENT = 3;
    /// The same for founders.
    private static final double FOUNDERS_PATIENT = 0.5;
    /// By how much of itself, in logarithms, it changes from mother to child, and how often it is drawn anew.
    private static final double CHANGE = 0.3;

    private static final double ANEW = 0.2;
    /// Between which shares of the highest level peaks are cut off.
    private static final double LOW_PEAK = 0.75;

    private static final double HIGH_PEAK = 0.95;
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
    private int[] lateFinish = {};
    private int founders;
    private int generated;
    private boolean stopped;

    /// One to be worked out: in which order to take the tasks, forwards for a founder, backwards for a child.
    ///
    /// @param patience 0 for strictly in order
    private record Bred(int[] key, @Nullable Individual mother, double patience) {}

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
            if (options.proof() > 0 && !stopped) prove(workers);
        }
        return population.best().schedule();
    }

    /// Where all work by one calendar: looks whether anything finishes earlier.
    private void prove(ExecutorService workers) {
        var best = population.best();
        if (best.quality().finish() <= proved) return;
        var shared = SharedCalendar.of(network, fixed);
        var found = shared == null ? null : shared.better(best.schedule(), options.proof(), options.stop());
        if (found == null) return;
        if (found.finish() < best.quality().finish()) workOut(List.of(founder(found.order())), workers);
        if (found.proved())
            proved = Math.max(
                    proved, Math.min(found.finish(), population.best().quality().finish()));
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
        lateFinish = late.finish.clone();
        keys.add(founder(late.finish.clone()));
        keys.add(founder(late.start.clone()));
        keys.add(founder(behind));
        keys.add(founder(early.start.clone()));
        keys.add(founder(lengths()));
        return keys.subList(0, Math.min(keys.size(), options.schedules()));
    }

    private static Bred founder(int[] key) {
        return new Bred(key, null, 0);
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
        boolean founding = founders < population.size();
        int room = Math.max(1, (options.schedules() - generated) / (founding ? FOUNDING : PASSES));
        var round = new ArrayList<Bred>();
        for (int i = 0; i < Math.min(ROUND, room); i++) round.add(founding ? disturbed() : child());
        return round;
    }

    /// Latest finishes, shaken, and hardly any patience: while there is too little to cross. As many as there is room
    /// for, also where some come out alike: of a small plan there may not be so many.
    private Bred disturbed() {
        founders++;
        int span = Math.max(2, (population.best().quality().finish() - network.start) / 2);
        var key = lateFinish.clone();
        for (int n = 0; n < key.length; n++) key[n] += random.nextInt(span);
        return new Bred(key, null, between(HASTY, FOUNDERS_PATIENT, random.nextDouble()));
    }

    private Bred child() {
        var mother = population.better(random);
        var father = population.better(random);
        for (int i = 0; i < 3 && father == mother; i++) father = population.better(random);
        var key = random.nextBoolean()
                ? crossedAtPeaks(mother.schedule(), father.schedule())
                : crossedInTime(
                        mother.schedule(), father.schedule(), mother.quality().finish());
        return new Bred(key, mother, patience(mother.patience()));
    }

    private double patience(double mothers) {
        boolean anew = random.nextDouble() < ANEW;
        double change = random.nextDouble();
        if (mothers == 0 || anew) return between(HASTY, PATIENT, change);
        return Math.clamp(mothers * Math.exp(CHANGE * (2 * change - 1)), HASTY, PATIENT);
    }

    /// As likely in each doubling.
    private static double between(double least, double greatest, double share) {
        return least * Math.pow(greatest / least, share);
    }

    private int[] crossedInTime(Schedule mother, Schedule father, int finish) {
        int length = Math.max(4, finish - network.start);
        int span = length / 4 + random.nextInt(length / 4);
        int from = network.start + random.nextInt(length - span);
        int apart = 2 * length;
        var key = mother.finish.clone();
        for (int n = 0; n < key.length; n++)
            if (key[n] < from) key[n] = father.finish[n] - apart;
            else if (key[n] > from + span) key[n] = father.finish[n] + apart;
        return key;
    }

    /// Each peak of the mother's goes where its tasks are in the middle with the father.
    private int[] crossedAtPeaks(Schedule mother, Schedule father) {
        var peaks = new Peaks(network, mother, LOW_PEAK + random.nextDouble() * (HIGH_PEAK - LOW_PEAK));
        var later = new double[peaks.count + 1];
        var tasks = new int[peaks.count + 1];
        for (int n = 0; n < network.tasks; n++) {
            later[peaks.of[n]] += (double) father.finish[n] - mother.finish[n];
            tasks[peaks.of[n]]++;
        }
        var moments = new long[network.nodes];
        for (int n = 0; n < moments.length; n++) {
            int peak = peaks.of[n];
            double moment = peak == 0 ? father.finish[n] : mother.finish[n] + later[peak] / tasks[peak];
            moments[n] = Math.round(moment * 16);
        }
        return ranks(moments);
    }

    private static int[] ranks(long[] moments) {
        var sorted = new long[moments.length];
        for (int n = 0; n < sorted.length; n++) sorted[n] = moments[n] << 24 | n;
        Arrays.sort(sorted);
        var ranks = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) ranks[(int) (sorted[i] & 0xffffff)] = i;
        return ranks;
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
            population.add(worked.individual);
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
            var found = bred.mother == null ? founded(bred) : born(bred, bred.mother);
            return new Worked(found, forward.generated() + backward.generated() - before);
        }

        /// Who does what is as with the mother until it is chosen anew on the way forward.
        private Individual born(Bred bred, Individual mother) {
            var schedule = new Schedule(mother.schedule());
            int finish = mother.quality().finish();
            if (passes < PASSES) {
                forward.generate(bred.key, schedule);
                return individual(schedule, bred.patience);
            }
            System.arraycopy(bred.key, 0, schedule.finish, 0, bred.key.length);
            return justified(schedule, bred, finish);
        }

        private Individual founded(Bred bred) {
            var schedule = new Schedule(network);
            int finish = population.isEmpty()
                    ? network.start
                    : population.best().quality().finish();
            forward.generate(bred.key, minutes(bred, finish), schedule);
            var found = individual(schedule, bred.patience);
            if (passes < FOUNDING) return found;
            var better = justified(new Schedule(schedule), bred, found.quality().finish());
            return better.quality().isBetterThan(found.quality()) ? better : found;
        }

        private Individual justified(Schedule schedule, Bred bred, int finish) {
            double minutes = minutes(bred, finish);
            backward.generate(schedule, minutes, finish);
            forward.generate(schedule.start.clone(), minutes, schedule);
            return individual(schedule, bred.patience);
        }

        private Individual individual(Schedule schedule, double patience) {
            return new Individual(
                    schedule, objective.of(schedule), forward.windowless().clone(), patience);
        }
    }

    private double minutes(Bred bred, int finish) {
        if (bred.patience == 0) return Generation.IN_ORDER;
        return bred.patience * (finish - network.start) / network.tasks;
    }
}
