package chargehand.engine.plan;

/// One task waits for another. A summary stands for all beneath it: its start is the earliest of theirs, its finish
/// the latest.
public record Link(TaskId predecessor, TaskId successor, LinkType type, Lag lag) {
    public static Link of(String predecessor, String successor) {
        return of(predecessor, successor, LinkType.FS, Lag.NONE);
    }

    public static Link of(String predecessor, String successor, LinkType type, Lag lag) {
        return new Link(new TaskId(predecessor), new TaskId(successor), type, lag);
    }
}
