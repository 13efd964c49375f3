package chargehand.bench.peers;

import chargehand.bench.psplib.Instance;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import java.time.Duration;

/// Our own: a search whose budget grows with the time there is, and what is left of it for a proof.
final class Chargehand implements Peer {
    /// Placements of a job in a second, low enough that two thirds of the time are left on a slow machine.
    private static final int PLACEMENTS = 240_000;

    @Override
    public String name() {
        return "Chargehand";
    }

    @Override
    public Answer solve(Instance instance, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int schedules = Math.max(1, seconds * PLACEMENTS / instance.jobs().size());
        var options = Options.schedules(schedules)
                .withThreads(2)
                .withProof(Integer.MAX_VALUE)
                .withStop(() -> System.nanoTime() >= end);
        var calendar = Scheduler.schedule(instance.plan(), options);
        var starts = calendar.tasks().stream()
                .mapToInt(each ->
                        (int) Duration.between(Instance.START, each.start()).toMinutes())
                .toArray();
        var bound = calendar.bound();
        return new Answer(
                starts,
                bound == null
                        ? 0
                        : (int) Duration.between(Instance.START, bound).toMinutes());
    }
}
