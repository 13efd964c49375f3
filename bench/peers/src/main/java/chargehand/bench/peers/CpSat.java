package chargehand.bench.peers;

import chargehand.bench.psplib.Instance;
import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;

/// OR-Tools CP-SAT with two workers: an interval a job, a cumulative a resource, and the length as the aim.
final class CpSat implements Peer {
    private static final int WORKERS = 2;

    CpSat() {
        Loader.loadNativeLibraries();
    }

    @Override
    public String name() {
        return "CP-SAT";
    }

    @Override
    public Answer solve(Instance instance, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var model = new CpModel();
        int jobs = instance.jobs().size();
        int horizon = instance.jobs().stream().mapToInt(Instance.Job::duration).sum();
        var start = new IntVar[jobs];
        var interval = new IntervalVar[jobs];
        var length = model.newIntVar(0, horizon, "length");
        for (int j = 0; j < jobs; j++) {
            int duration = instance.jobs().get(j).duration();
            start[j] = model.newIntVar(0, horizon, "start " + j);
            interval[j] = model.newFixedSizeIntervalVar(start[j], duration, "job " + j);
            model.addLessOrEqual(LinearExpr.affine(start[j], 1, duration), length);
        }
        for (int j = 0; j < jobs; j++) {
            var job = instance.jobs().get(j);
            for (int next : job.successors())
                model.addLessOrEqual(LinearExpr.affine(start[j], 1, job.duration()), start[next]);
        }
        for (int r = 0; r < instance.capacity().length; r++) {
            var resource = model.addCumulative(instance.capacity()[r]);
            for (int j = 0; j < jobs; j++)
                if (instance.jobs().get(j).demand()[r] > 0)
                    resource.addDemand(interval[j], instance.jobs().get(j).demand()[r]);
        }
        model.minimize(length);
        return solved(model, start, (end - System.nanoTime()) / 1e9);
    }

    private static Answer solved(CpModel model, IntVar[] start, double seconds) {
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(WORKERS).setMaxTimeInSeconds(Math.max(0.01, seconds));
        var status = solver.solve(model);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        var starts = new int[found ? start.length : 0];
        for (int j = 0; j < starts.length; j++) starts[j] = (int) solver.value(start[j]);
        return new Answer(starts, (int) Math.round(solver.bestObjectiveBound()));
    }
}
