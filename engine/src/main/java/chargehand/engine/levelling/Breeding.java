package chargehand.engine.levelling;

import chargehand.engine.levelling.Population.Individual;
import chargehand.engine.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// In which orders a search tries the tasks next: founders by priority rules and by chance, then children of what
/// it has found.
///
/// A child has its tasks' turns from the finishes of two parents, in one of two ways: in a stretch of time the
/// mother's and around it the father's (two-point time crossover, Debels & Vanhoucke 2007), or the father's with
/// what the mother has at its peaks kept together (peak crossover, Valls, Ballestín & Quintanilla 2008). How
/// strictly turns are kept ([Turns]) is a child's own *patience*, inherited with small changes: plans differ in
/// what suits them.
///
/// While deadlines are missed, others are *shifted*: what is late goes before others, what has time to spare after
/// them. And where people were told a calendar, some *settle*: what comes earlier for nothing goes back to where it
/// was.
final class Breeding {
    /// The least and the greatest patience: by how much of the mean time between two turns a task has to begin earlier
    /// for each that it passes.
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

    /// What weights are worth in time to some founders, as in [RuleKeys#delays].
    private static final double[] WORTHS = {0.02, 0.05, 0.2, 0.4};
    /// While deadlines are missed, one child of so many is crossed and the others are shifted; and where people
    /// were told a calendar, one of so many settles.
    private static final int SHIFTS = 4;

    private static final int SETTLES = 5;
    /// Of a child whose people are the mother's, at most so many tasks go to others.
    private static final int OTHERS = 6;

    private final Network network;
    private final Dues dues;
    private final RuleKeys rules;
    private final @Nullable Told told;
    private final SplittableRandom random;
    private final Population population;
    private final boolean hasChoices;
    private int founders;

    /// How what is bred becomes a schedule.
    enum Way {
        /// in its order, then justified to the right and to the left
        FOUNDED,
        /// backwards in its order, and to the left
        BORN,
        /// in its order alone
        SHIFTED,
        /// in its order, but no earlier than told where that costs nothing
        SETTLED
    }

    /// One to be worked out.
    ///
    /// @param key in which order to take the tasks, the smallest first; where it is born, backwards
    /// @param mother of whom it takes over who does what; null only for founders
    /// @param patience 0 for strictly in order
    /// @param chosen who does what, as in [Schedule#chosen]; empty where whoever finishes first does it
    record Bred(Way way, int[] key, @Nullable Individual mother, double patience, int[] chosen) {
        Bred(Way way, int[] key, @Nullable Individual mother, double patience) {
            this(way, key, mother, patience, ANYBODY);
        }
    }

    static final int[] ANYBODY = {};

    Breeding(
            Network network,
            FixedTasks fixed,
            Dues dues,
            @Nullable Told told,
            SplittableRandom random,
            Population population) {
        this.network = network;
        this.dues = dues;
        this.told = told;
        this.random = random;
        this.population = population;
        rules = new RuleKeys(network, fixed, dues);
        hasChoices = network.requirements.resource.length > network.requirements.count();
    }

    /// As many as there are rules, the better ones first; with deadlines those that look at them first.
    List<Bred> first() {
        var keys = new ArrayList<Bred>();
        if (told != null) keys.add(new Bred(Way.SETTLED, told.schedule.start.clone(), null, 0));
        if (!dues.isEmpty()) {
            keys.add(founder(PriorityRule.COSTLIEST_DELAY));
            keys.add(founder(PriorityRule.EARLIEST_DUE));
            for (double worth : WORTHS) keys.add(founder(rules.delays(worth)));
            keys.add(founder(PriorityRule.HEAVIEST));
            keys.add(founder(PriorityRule.LEAST_SLACK));
        }
        keys.add(founder(PriorityRule.LATEST_FINISH));
        keys.add(founder(PriorityRule.LATEST_START));
        keys.add(founder(PriorityRule.MOST_BEHIND));
        keys.add(founder(PriorityRule.EARLIEST_START));
        keys.add(founder(PriorityRule.SHORTEST));
        return keys;
    }

    private Bred founder(PriorityRule rule) {
        return founder(rules.of(rule));
    }

    static Bred founder(int[] key) {
        return new Bred(Way.FOUNDED, key, null, 0);
    }

    boolean isFounding() {
        return founders < population.size();
    }

    Bred next() {
        return isFounding() ? disturbed() : child();
    }

    /// Latest finishes, shaken, and hardly any patience: while there is too little to cross. As many as there is room
    /// for, also where some come out alike: of a small plan there may not be so many.
    private Bred disturbed() {
        founders++;
        int span = Math.max(2, (population.best().quality().finish() - network.start) / 2);
        var key = rules.of(dues.isEmpty() ? PriorityRule.LATEST_FINISH : PriorityRule.COSTLIEST_DELAY);
        for (int n = 0; n < key.length; n++) key[n] += random.nextInt(span);
        return new Bred(Way.FOUNDED, key, null, between(HASTY, FOUNDERS_PATIENT, random.nextDouble()));
    }

    private Bred child() {
        var mother = population.better(random);
        if (told != null && random.nextInt(SETTLES) == 0) return settled(mother);
        if (mother.quality().lateness() > 0 && random.nextInt(SHIFTS) > 0) return shifted(mother);
        var father = population.better(random);
        for (int i = 0; i < 3 && father == mother; i++) father = population.better(random);
        var key = random.nextBoolean()
                ? crossedAtPeaks(mother.schedule(), father.schedule())
                : crossedInTime(
                        mother.schedule(), father.schedule(), mother.quality().finish());
        var chosen = hasChoices && random.nextBoolean() ? chosenAsBy(mother.schedule()) : ANYBODY;
        return new Bred(Way.BORN, key, mother, patience(mother.patience()), chosen);
    }

    /// The mother's people, but for a few tasks that go to anybody who could do them.
    private int[] chosenAsBy(Schedule mother) {
        var requirements = network.requirements;
        var chosen = mother.chosen.clone();
        int others = 1 + random.nextInt(OTHERS);
        for (int i = 0; i < others; i++) {
            int n = random.nextInt(network.tasks);
            int r = requirements.first[n];
            if (requirements.first[n + 1] != r + 1) continue;
            int first = requirements.candidates[r];
            chosen[r] = first + random.nextInt(requirements.candidates[r + 1] - first);
        }
        return chosen;
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

    /// The mother's order, but all under a few deadlines earlier or later.
    private Bred shifted(Individual mother) {
        var schedule = mother.schedule();
        var key = schedule.start.clone();
        int count = 1 + random.nextInt(1 + random.nextInt(Math.max(1, dues.all.size() / 8)));
        for (int i = 0; i < count; i++) {
            var due = dues.all.get(random.nextInt(dues.all.size()));
            int late = due.finish(schedule) - due.by();
            int shift = (int) (late * random.nextDouble() * (late > 0 ? 2 : 1));
            for (int n : due.nodes()) key[n] -= shift;
        }
        return new Bred(Way.SHIFTED, key, mother, 0);
    }

    private Bred settled(Individual mother) {
        return new Bred(Way.SETTLED, mother.schedule().start.clone(), mother, 0);
    }
}
