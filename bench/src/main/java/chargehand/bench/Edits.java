package chargehand.bench;

import chargehand.engine.levelling.Calendar;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.TaskExtent;
import chargehand.engine.time.WorkingDuration;
import java.util.ArrayList;
import java.util.SplittableRandom;

/// What people do to plans.
final class Edits {
    private Edits() {}

    /// Some task takes half or twice as long.
    static Plan lengthened(Plan plan, SplittableRandom random) {
        var tasks = new ArrayList<>(plan.tasks());
        while (true) {
            int at = random.nextInt(tasks.size());
            var task = tasks.get(at);
            if (!(task.extent() instanceof TaskExtent.ByWorkingTime(var duration))) continue;
            int minutes = random.nextBoolean() ? duration.minutes() * 2 : duration.minutes() / 2;
            tasks.set(at, task.withExtent(new TaskExtent.ByWorkingTime(WorkingDuration.ofMinutes(minutes))));
            return plan.withTasks(tasks);
        }
    }

    /// How many tasks and summaries begin at another moment.
    static int moved(Calendar before, Calendar after) {
        int moved = 0;
        for (int i = 0; i < before.tasks().size(); i++)
            if (!before.tasks().get(i).start().equals(after.tasks().get(i).start())) moved++;
        return moved;
    }
}
