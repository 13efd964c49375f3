package chargehand.server.planning;

import chargehand.engine.explain.Words;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import chargehand.server.planning.PlanView.Dates;
import chargehand.server.planning.PlanView.FactsHead;
import chargehand.server.planning.PlanView.LinkView;
import chargehand.server.planning.PlanView.May;
import chargehand.server.planning.PlanView.TaskView;
import chargehand.server.planning.PlanView.TeamMember;
import chargehand.server.planning.PlanView.Undoable;
import chargehand.server.planning.PlanView.Working;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A live plan as programs get it.
final class PlanViews {
    /// Up to so many rows are sent whole; beyond, dates and floats go as numbers where nothing else differs.
    private static final int MOST_ROWS = 200;

    private PlanViews() {}

    /// What depends on who asks, and on when.
    ///
    /// @param remarks found by others than the engine
    record For(@Nullable Undoable undo, @Nullable Undoable redo, boolean mayEdit, List<FindingView> remarks) {}

    static PlanView plan(LivePlan live, @Nullable Baseline baseline, For caller, Instant now) {
        var calendar = live.calendar();
        var tasks = new ArrayList<TaskView>(live.plan().tasks().size());
        for (int i = 0; i < live.plan().tasks().size(); i++) tasks.add(task(live, i, baseline, null));
        return new PlanView(
                live.project(),
                live.written().name(),
                live.version(),
                live.written().zone().getId(),
                now,
                live.written().start(),
                calendar.start(),
                calendar.finish(),
                calendar.bound(),
                calendar.proved(),
                PlanEdits.calendar(live.written()),
                tasks,
                links(live.written().links()),
                people(live.written().facts().resources()),
                live.written().calendars().stream().map(each -> each.id()).toList(),
                findings(live, caller.remarks()),
                head(baseline),
                caller.undo(),
                caller.redo(),
                new May(caller.mayEdit()),
                facts(live));
    }

    private static PlanView.@Nullable BaselineHead head(@Nullable Baseline baseline) {
        return baseline == null ? null : new PlanView.BaselineHead(baseline.id(), baseline.name(), baseline.at());
    }

    private static @Nullable FactsHead facts(LivePlan live) {
        return live.factsChanged() == 0 ? null : new FactsHead(live.factsChanged());
    }

    private static TaskView task(LivePlan live, int place, @Nullable Baseline baseline, @Nullable String after) {
        var task = live.plan().tasks().get(place);
        var written = TaskWriting.fields(task);
        var at = live.calendar().tasks().get(place);
        var was = baseline == null ? null : baseline.dates().get(task.id());
        return new TaskView(
                task.id().value(),
                task.parent() == null ? null : task.parent().value(),
                task.name(),
                Objects.requireNonNull(written.kind()),
                written.minutes(),
                written.assignments(),
                written.calendar(),
                written.notBefore(),
                written.pinned(),
                written.deadline(),
                written.windows(),
                written.progress(),
                written.priority(),
                written.range(),
                at.start(),
                at.finish(),
                who(at, written.assignments()),
                at.totalFloat().minutes(),
                at.critical() ? Boolean.TRUE : null,
                was == null ? null : new Dates(was.start(), was.finish()),
                after);
    }

    /// Most tasks name who works on them; said twice, it would be a fifth of a large plan.
    private static @Nullable List<Working> who(ScheduledTask task, @Nullable List<TaskFields.Assigned> named) {
        var working = task.assignments().stream()
                .map(each -> new Working(each.resource().value(), each.units()))
                .toList();
        if (working.isEmpty() || named != null && areSame(working, named)) return null;
        return working;
    }

    private static boolean areSame(List<Working> working, List<TaskFields.Assigned> named) {
        if (working.size() != named.size()) return false;
        for (int i = 0; i < working.size(); i++) {
            var each = working.get(i);
            if (!each.person().equals(named.get(i).person())
                    || each.units() != named.get(i).units()) return false;
        }
        return true;
    }

    static List<LinkView> links(List<Link> links) {
        var views = new ArrayList<LinkView>(links.size());
        for (var link : links)
            views.add(new LinkView(
                    link.predecessor().value(),
                    link.successor().value(),
                    PlanJson.type(link.type()),
                    PlanJson.delay(link.lag())));
        return views;
    }

    static List<TeamMember> people(List<Resource> resources) {
        return resources.stream()
                .map(each -> new TeamMember(
                        each.id().value(),
                        each.name(),
                        initials(each.name()),
                        new TreeSet<>(each.skills()),
                        each.isPool() ? Boolean.TRUE : null,
                        each.capacity()))
                .toList();
    }

    /// The first letters of the first and the last word: "AL" of "Ada van Loon".
    static String initials(String name) {
        var words = name.strip().split("[\\s\\-]+");
        if (words[0].isEmpty()) return "?";
        var first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static List<FindingView> findings(LivePlan live, List<FindingView> remarks) {
        var views = findings(new Words(live.plan()), live.calendar().findings());
        views.addAll(live.told());
        views.addAll(remarks);
        views.sort((one, other) -> one.severity().compareTo(other.severity()));
        return views;
    }

    static List<FindingView> findings(Words words, List<Finding> findings) {
        var views = new ArrayList<FindingView>(findings.size());
        for (var each : findings) views.add(finding(words, each));
        return views;
    }

    private static FindingView finding(Words words, Finding finding) {
        var values = new TreeMap<String, Object>();
        finding.values().forEach((name, value) -> values.put(name, value instanceof Number ? value : value.toString()));
        return new FindingView(
                finding.code().code(),
                switch (finding.severity()) {
                    case ERROR -> FindingView.Level.error;
                    case WARNING -> FindingView.Level.warning;
                    case NOTE -> FindingView.Level.note;
                },
                finding.tasks().stream().map(TaskId::value).toList(),
                values,
                words.message(finding),
                words.hint(finding));
    }

    /// @param touches of all changes since that version
    static PlanDelta delta(
            LivePlan live,
            long since,
            Collection<String> touches,
            PlanDelta.@Nullable Author by,
            For caller,
            Instant now) {
        boolean ordered = touches.stream().anyMatch(Touches::isOrder);
        var removed = new TreeSet<String>();
        var places = live.places();
        for (var touch : touches)
            if (touch.endsWith(":removed") && !places.containsKey(new TaskId(idOf(touch)))) removed.add(idOf(touch));
        boolean asNumbers = differing(live, since) > MOST_ROWS;
        var rows = asNumbers ? live.rewritten() : live.changed();
        var tasks = new ArrayList<TaskView>();
        for (int i = 0; i < rows.length; i++) {
            boolean told = rows[i] > since || !asNumbers && live.floated()[i] > since;
            if (told) tasks.add(task(live, i, live.baseline(), ordered ? before(live, i) : null));
        }
        var calendar = live.calendar();
        return new PlanDelta(
                live.project(),
                since,
                live.version(),
                live.written().name(),
                live.written().zone().getId(),
                now,
                live.written().start(),
                calendar.start(),
                calendar.finish(),
                calendar.bound(),
                calendar.proved(),
                touchesAny(touches, Set.of("p:calendar", "p:zone")) ? PlanEdits.calendar(live.written()) : null,
                tasks,
                ordered ? order(live) : null,
                List.copyOf(removed),
                touches.stream().anyMatch(Touches::isLink)
                        ? links(live.written().links())
                        : null,
                touchesAny(touches, Set.of("p:facts"))
                        ? people(live.written().facts().resources())
                        : null,
                asNumbers ? moves(live, since) : null,
                asNumbers ? floats(live, since) : null,
                findings(live, caller.remarks()),
                head(live.baseline()),
                caller.undo(),
                caller.redo(),
                by,
                facts(live));
    }

    private static boolean touchesAny(Collection<String> touches, Set<String> keys) {
        return touches.stream().anyMatch(keys::contains);
    }

    private static String idOf(String touch) {
        return touch.substring(2, touch.lastIndexOf(':'));
    }

    private static @Nullable String before(LivePlan live, int place) {
        return place == 0 ? null : live.plan().tasks().get(place - 1).id().value();
    }

    private static List<String> order(LivePlan live) {
        var ids = new ArrayList<String>(live.plan().tasks().size());
        for (var task : live.plan().tasks()) ids.add(task.id().value());
        return ids;
    }

    private static int differing(LivePlan live, long since) {
        int differing = 0;
        for (int i = 0; i < live.changed().length; i++)
            if (live.changed()[i] > since || live.floated()[i] > since) differing++;
        return differing;
    }

    private static PlanDelta.Moves moves(LivePlan live, long since) {
        var places = IntStream.range(0, live.changed().length)
                .filter(i -> live.changed()[i] > since && live.rewritten()[i] <= since)
                .toArray();
        var tasks = live.calendar().tasks();
        return PlanDelta.Moves.of(
                places,
                IntStream.of(places)
                        .map(i -> WorkingTable.minute(tasks.get(i).start()))
                        .toArray(),
                IntStream.of(places)
                        .map(i -> WorkingTable.minute(tasks.get(i).finish()))
                        .toArray());
    }

    private static PlanDelta.Floats floats(LivePlan live, long since) {
        var places = IntStream.range(0, live.floated().length)
                .filter(i -> live.floated()[i] > since)
                .toArray();
        return PlanDelta.Floats.of(
                places, IntStream.of(places).map(i -> floatOf(live, i)).toArray());
    }

    private static int floatOf(LivePlan live, int place) {
        var at = live.calendar().tasks().get(place);
        int minutes = at.totalFloat().minutes();
        return at.critical() ? -1 - minutes : minutes;
    }
}
