package chargehand.engine.network;

import chargehand.engine.plan.Finding;
import chargehand.engine.plan.FindingCode;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.TaskExtent;
import java.util.List;
import java.util.Map;

/// Turns the links of a plan into edges between nodes; those that can't be kept are found and left out.
final class LinksBuilder {
    private final Plan plan;
    private final int[] ends;
    private final Hierarchy hierarchy;
    private final SummaryNodes summaries;
    private final Requirements requirements;
    private final int[] nodeLength;
    private final List<Finding> findings;
    private final EdgeList list = new EdgeList();

    LinksBuilder(
            Plan plan,
            int[] ends,
            Hierarchy hierarchy,
            SummaryNodes summaries,
            Requirements requirements,
            int[] place,
            List<Finding> findings) {
        this.plan = plan;
        this.ends = ends;
        this.hierarchy = hierarchy;
        this.summaries = summaries;
        this.requirements = requirements;
        this.findings = findings;
        this.nodeLength = new int[plan.tasks().size()];
        for (int n = 0; n < place.length; n++)
            nodeLength[place[n]] = length(n, plan.tasks().get(place[n]), requirements);
    }

    /// The longest assignment of a task: what a percentage of it refers to.
    static int length(int n, Task task, Requirements requirements) {
        if (task.extent() instanceof TaskExtent.ByElapsedTime(var duration)) return (int) duration.toMinutes();
        int longest = 0;
        for (int r = requirements.first[n]; r < requirements.first[n + 1]; r++)
            longest = Math.max(longest, requirements.length[r]);
        return longest;
    }

    EdgeList build() {
        for (int i = 0; i < plan.links().size(); i++) add(i, plan.links().get(i));
        return list;
    }

    private void add(int number, Link link) {
        int from = ends[2 * number];
        int to = ends[2 * number + 1];
        if (from < 0 || to < 0) {
            findUnknown(link, from, to);
        } else if (hierarchy.isWithin(from, to) || hierarchy.isWithin(to, from)) {
            find(FindingCode.LINK_WITHIN_SUMMARY, from, to);
        } else if (hierarchy.isSummary(to) && (link.type() == LinkType.FF || link.type() == LinkType.SF)) {
            find(FindingCode.LINK_TO_SUMMARY_FINISH, from, to);
        } else {
            boolean fromFinish = link.type() == LinkType.FS || link.type() == LinkType.FF;
            int predecessor = fromFinish ? summaries.end(from, list) : summaries.begin(from, list);
            int successor = summaries.gate(to, list);
            list.add(
                    predecessor,
                    successor,
                    link.type(),
                    minutes(link.lag(), nodeLength[from]),
                    link.lag() instanceof Lag.Elapsed,
                    number);
        }
    }

    /// @param length the minutes of the predecessor
    static int minutes(Lag lag, int length) {
        return switch (lag) {
            case Lag.Working(var minutes) -> minutes;
            case Lag.Elapsed(var minutes) -> minutes;
            case Lag.Percent(var percent) -> (int) Math.round(length * (percent / 100.0));
        };
    }

    private void findUnknown(Link link, int from, int to) {
        var missing = from < 0 ? link.predecessor() : link.successor();
        var other = from < 0 ? link.successor() : link.predecessor();
        boolean isOther = Math.max(from, to) >= 0;
        findings.add(new Finding(
                FindingCode.UNKNOWN_TASK,
                isOther ? List.of(other) : List.of(),
                Map.of("missing", missing.value(), "other", other.value())));
    }

    private void find(FindingCode code, int from, int to) {
        var predecessor = plan.tasks().get(from);
        var successor = plan.tasks().get(to);
        findings.add(new Finding(
                code,
                List.of(predecessor.id(), successor.id()),
                Map.of("predecessor", predecessor.name(), "successor", successor.name())));
    }
}
