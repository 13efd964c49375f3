package chargehand.bench.peers;

import chargehand.bench.psplib.Instance;

/// Something that solves an instance within seconds.
interface Peer {
    String name();

    /// @param seconds of wall clock, on two cores
    Answer solve(Instance instance, int seconds);

    /// What came of it, in periods.
    ///
    /// @param starts of all jobs in file order; empty where no schedule was found
    /// @param bound no schedule is known to be shorter than this; 0 for unknown
    record Answer(int[] starts, int bound) {
        int makespan(Instance instance) {
            int finish = 0;
            for (int j = 0; j < starts.length; j++)
                finish = Math.max(finish, starts[j] + instance.jobs().get(j).duration());
            return finish;
        }
    }
}
