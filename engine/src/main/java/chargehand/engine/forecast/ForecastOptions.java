package chargehand.engine.forecast;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// How to simulate a calendar. The same plan, calendar, `now`, `runs` and `seed` give the same forecast on every
/// machine, whatever the number of threads.
///
/// @param now as it was given to the scheduler, or null
/// @param seed of projects whose seeds differ in the upper 32 bits alone, technologies and teams have the same luck
/// @param runs at least 1; 500 give a P80 to within about two percentage points
/// @param threads how many work at once; with 1 it is the caller's own; at least 1
/// @param stop asked before every 32 runs, from any thread: some milliseconds apart at 10,000 tasks. When
/// it says true there is no forecast
/// @param drivers whether to say how often each task drove the finish, and how much the finish depends on
/// it
/// @param spreads what is known of single tasks beside the general prior
/// @param risks what may happen besides
/// @param relevelled whether each run is levelled anew, in the calendar's order of starts; else a slip is handed on
/// along links and from task to task of each person. Then drivers are not told
/// @param availability how often people are away without having told
/// @param prior how lengths scatter of which `spreads` knows nothing
public record ForecastOptions(
        @Nullable Instant now,
        int runs,
        long seed,
        int threads,
        BooleanSupplier stop,
        boolean drivers,
        Spreads spreads,
        List<RiskEvent> risks,
        boolean relevelled,
        Availability availability,
        Prior prior) {
    public ForecastOptions {
        risks = List.copyOf(risks);
        if (runs < 1 || threads < 1)
            throw new IllegalArgumentException(
                    "A forecast needs at least one run (%d) and one thread (%d).".formatted(runs, threads));
    }

    /// On the caller's thread, seed 1, until all runs are done.
    public static ForecastOptions runs(int runs) {
        return new ForecastOptions(
                null,
                runs,
                1,
                1,
                () -> false,
                false,
                Spreads.NONE,
                List.of(),
                false,
                Availability.CERTAIN,
                Prior.GENERAL);
    }

    public ForecastOptions withNow(@Nullable Instant now) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withSeed(long seed) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withThreads(int threads) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withStop(BooleanSupplier stop) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withDrivers() {
        return new ForecastOptions(
                now, runs, seed, threads, stop, true, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withSpreads(Spreads spreads) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withRisks(List<RiskEvent> risks) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    /// Levels each run anew: slower by far, and who was to do something by a skill may be another.
    public ForecastOptions withRelevelling() {
        return new ForecastOptions(now, runs, seed, threads, stop, drivers, spreads, risks, true, availability, prior);
    }

    public ForecastOptions withAvailability(Availability availability) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }

    public ForecastOptions withPrior(Prior prior) {
        return new ForecastOptions(
                now, runs, seed, threads, stop, drivers, spreads, risks, relevelled, availability, prior);
    }
}
