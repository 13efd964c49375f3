package chargehand.engine.levelling;

import chargehand.engine.levelling.Breeding.Bred;
import chargehand.engine.levelling.Population.Individual;
import chargehand.engine.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Looks for a good schedule within a number of schedules: a few priority rules, each justified both ways (Valls,
/// Ballestín & Quintanilla 2005), then a genetic search ([Breeding]). A child is generated backwards and then
/// forwards, so that crossing and justification cost two schedules together.
///
/// Children are bred in rounds of fixed size from a generator of one seed, worked out on any number of threads, and
/// taken in the order in which they were bred: so the result does not depend on the threads.
///
/// Where all work by one calendar, what is left open can be proved in the end ([SharedCalendar]); what it finds is
/// generated once more, as one schedule.
final class Search {
    private static final int ROUND = 8;
    /// The passes that a founder may take: forward, and justified to the right and to the left.
    private static final int FOUNDING = 3;
    /// And a child: backwards in its own order, and to the left.
    private static final int PASSES = 2;
    private static final BitSet NONE_FREE = new BitSet();
    /// Once the finish is proved, so many rounds may go by without the other tasks coming earlier.
    private static final int ENOUGH_IN_VAIN = 2;

    private final Network network;
    private final FixedTasks fixed;
    private final Options options;
    private final Bound bound;
    private int proved;
    private int roundsInVain;
    private final Objective objective;
    private final Dues dues;
    private final @Nullable Told told;
    private final Population population;
    private final Breeding breeding;
    private int generated;
    private boolean stopped;

    Search(Network network, FixedTasks fixed, Options options, Bound bound) {
        this.network = network;
        this.fixed = fixed;
        this.options = options;
        this.bound = bound;
        dues = new Dues(network);
        told = options.told() == null ? null : new Told(network, options.told());
        objective = new Objective(network, options.aims(), dues, told);
        population = new Population(size(network.tasks, options.schedules()));
        breeding = new Breeding(network, fixed, dues, told, new SplittableRandom(options.seed()), population);
    }

    /// The longer the search, and the fewer the tasks, the more schedules it has to keep apart. Found by trial on
    /// PSPLIB: for 120 tasks 13, 36 and 162 of them at 1,000, 5,000 and 50,000 schedules.
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
            workOut(first(), workers);
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
        if (found.finish() < best.quality().finish()) workOut(List.of(Breeding.founder(found.order())), workers);
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
        if (objective.isBest(best, proved) && roundsInVain >= ENOUGH_IN_VAIN) return true;
        stopped = options.stop().getAsBoolean();
        return stopped;
    }

    private List<Bred> first() {
        var first = breeding.first();
        return first.subList(0, Math.min(first.size(), options.schedules()));
    }

    private List<Bred> breed() {
        int each = breeding.isFounding() ? FOUNDING : PASSES;
        int room = Math.max(1, (options.schedules() - generated) / each);
        var round = new ArrayList<Bred>();
        for (int i = 0; i < Math.min(ROUND, room); i++) round.add(breeding.next());
        return round;
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
        private @Nullable Settling settling;
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
            int before = generated();
            var found = found(bred);
            return new Worked(found, generated() - before);
        }

        private int generated() {
            return forward.generated() + backward.generated() + (settling == null ? 0 : settling.generated());
        }

        private Individual found(Bred bred) {
            return switch (bred.way()) {
                case FOUNDED -> founded(bred);
                case BORN -> born(bred, Objects.requireNonNull(bred.mother()));
                case SHIFTED -> shifted(bred);
                case SETTLED -> settled(bred);
            };
        }

        /// Who does what is as with the mother until it is chosen anew on the way forward.
        private Individual born(Bred bred, Individual mother) {
            if (passes < PASSES) return shifted(bred);
            var schedule = new Schedule(mother.schedule());
            System.arraycopy(bred.key(), 0, schedule.finish, 0, bred.key().length);
            if (bred.chosen().length > 0) System.arraycopy(bred.chosen(), 0, schedule.chosen, 0, bred.chosen().length);
            return justified(schedule, mother.schedule(), bred, mother.quality().finish());
        }

        private Individual founded(Bred bred) {
            var schedule = new Schedule(network);
            int finish = population.isEmpty()
                    ? network.start
                    : population.best().quality().finish();
            forward.generate(bred.key(), minutes(bred, finish), schedule);
            var found = individual(schedule, bred.patience());
            if (passes < FOUNDING) return found;
            var better = justified(
                    new Schedule(schedule), schedule, bred, found.quality().finish());
            return better.quality().isBetterThan(found.quality()) ? better : found;
        }

        /// Where there are deadlines, none is missed by more on the way back than in what is justified.
        private Individual justified(Schedule schedule, Schedule from, Bred bred, int finish) {
            double minutes = minutes(bred, finish);
            if (!dues.isEmpty()) backward.within(dues.ends(from));
            backward.generate(schedule, minutes, finish);
            forward.keep(bred.chosen(), NONE_FREE, NONE_FREE);
            forward.generate(schedule.start.clone(), minutes, schedule);
            forward.keep(Breeding.ANYBODY, NONE_FREE, NONE_FREE);
            return individual(schedule, bred.patience());
        }

        private Individual shifted(Bred bred) {
            var schedule = new Schedule(network);
            forward.generate(bred.key(), minutes(bred, network.start), schedule);
            return individual(schedule, bred.patience());
        }

        private Individual settled(Bred bred) {
            var by = Objects.requireNonNull(told);
            if (settling == null) settling = new Settling(network, fixed, dues, by);
            var mother = bred.mother();
            var schedule = mother == null ? settling.asTold() : settling.settled(mother.schedule());
            return new Individual(schedule, objective.of(schedule), settling.windowless(), bred.patience());
        }

        private Individual individual(Schedule schedule, double patience) {
            return new Individual(
                    schedule, objective.of(schedule), forward.windowless().clone(), patience);
        }
    }

    private double minutes(Bred bred, int finish) {
        if (bred.patience() == 0) return Generation.IN_ORDER;
        return bred.patience() * (finish - network.start) / network.tasks;
    }
}
