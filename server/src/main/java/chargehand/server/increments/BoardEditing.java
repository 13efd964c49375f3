package chargehand.server.increments;

import chargehand.engine.plan.Progress;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.increments.Board.Column;
import chargehand.server.increments.Deck.Item;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.ProgressReporting;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done at a board. That a task was begun or done goes into the plan, as anybody else tells it.
@Service
class BoardEditing {
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MOST_COLUMNS = 10;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_AT_ONCE = 999;

    private final Decks decks;
    private final Boards boards;
    private final Cards cards;
    private final ProgressReporting progress;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    BoardEditing(
            Decks decks,
            Boards boards,
            Cards cards,
            ProgressReporting progress,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.decks = decks;
        this.boards = boards;
        this.cards = cards;
        this.progress = progress;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Puts a card into a column, and tells the plan where that means that it was begun, done, or
    /// neither.
    ///
    /// @param anyway whether it may go into a column that is full
    /// @param signal what moved it, or null for a person
    /// @throws Problem 403 for others than those who work on it or plan it; 409 if the column is full
    @Transactional
    void move(Caller caller, UUID project, String task, String column, boolean anyway, @Nullable UUID signal) {
        var deck = decks.of(project);
        var item = deck.item(task).orElseThrow(Problem::notFound);
        progress.needOwn(caller, project, progress.task(project, task));
        var target = deck.board.column(column).orElseThrow(() -> noColumn(column));
        if (deck.column(item).id().equals(target.id())) return;
        if (!anyway) needRoom(deck, target);
        tellPlan(caller, deck, item, target);
        cards.move(project, new Cards.Move(task, clock.instant(), target.id(), target.stage(), caller.name(), signal));
        done(caller, project, "card-moved", Map.of("key", deck.key(item), "column", Board.nameOf(target)));
    }

    private static Problem noColumn(String column) {
        return Problem.invalid("column", "The board has no column “%s”.".formatted(column))
                .hint("Read the board again: its columns may have changed.");
    }

    private static void needRoom(Deck deck, Column target) {
        if (target.limit() == null) return;
        long in = deck.items().stream()
                .filter(each -> deck.column(each).id().equals(target.id()))
                .count();
        if (in >= target.limit())
            throw Problem.of(
                            409,
                            "column-full",
                            "The column is full",
                            "“%s” takes %d at most, and has %d.".formatted(Board.nameOf(target), target.limit(), in))
                    .hint("Finish or move one of these first; or put it there all the same, which is noted.")
                    .with("column", target.id())
                    .with("limit", target.limit());
    }

    private void tellPlan(Caller caller, Deck deck, Item item, Column target) {
        var now = deck.current.now();
        var before = item.task().progress();
        var name = item.task().name();
        switch (target.stage()) {
            case ready -> report(caller, deck, item, null, "Not begun: “%s”".formatted(name));
            case work, review -> {
                if (before == null || before.finished() != null)
                    report(
                            caller,
                            deck,
                            item,
                            new Progress(began(item, now), null, null),
                            "Begun: “%s”".formatted(name));
            }
            case done -> {
                var began = began(item, now);
                report(
                        caller,
                        deck,
                        item,
                        new Progress(began.isAfter(now) ? now : began, now, null),
                        "Done: “%s”".formatted(name));
            }
        }
    }

    private static Instant began(Item item, Instant now) {
        if (item.task().progress() != null) return item.task().progress().started();
        return item.at().start().isBefore(now) ? item.at().start() : now;
    }

    private void report(Caller caller, Deck deck, Item item, @Nullable Progress told, String label) {
        progress.report(caller, deck.current.project(), item.id(), told, deck.current.version(), label);
    }

    private void done(Caller caller, UUID project, String action, Map<String, Object> detail) {
        long version = boards.touch(project);
        audit.record(caller, action, "board", project, project, detail);
        events.publish("board", project, version, caller.account(), EventScope.project(project));
    }

    /// Where it lies in the backlog, and what it is.
    ///
    /// @param place whether it is given another place: behind `after`, or first where that is null
    @Transactional
    void set(
            Caller caller,
            UUID project,
            String task,
            boolean place,
            @Nullable String after,
            @Nullable Boolean aside,
            @Nullable Boolean bug) {
        var deck = decks.of(project);
        var item = deck.item(task).orElseThrow(Problem::notFound);
        if (place) cards.rank(project, task, between(deck, item, after));
        cards.mark(
                project,
                task,
                aside == null ? item.card().aside() : aside,
                bug == null ? item.card().bug() : bug);
        done(caller, project, "card-set", Map.of("key", deck.key(item)));
    }

    private static double between(Deck deck, Item item, @Nullable String after) {
        var others = deck.items().stream()
                .filter(each -> !each.id().equals(item.id()))
                .toList();
        int at = 0;
        if (after != null) {
            while (at < others.size() && !others.get(at).id().equals(after)) at++;
            if (at == others.size()) throw Problem.invalid("after", "There is no card “%s”.".formatted(after));
            at++;
        }
        if (others.isEmpty()) return item.order();
        if (at == 0) return others.getFirst().order() - 1;
        if (at == others.size()) return others.getLast().order() + 1;
        return (others.get(at - 1).order() + others.get(at).order()) / 2;
    }

    /// Other columns, another prefix, another rule.
    ///
    /// @throws Problem 422 for a board that can't be; 409 if another project has the prefix
    @Transactional
    Board change(Caller caller, UUID project, String prefix, List<Column> columns, boolean mergedDone) {
        var board = decks.of(project).board;
        if (!PREFIX.matcher(prefix).matches())
            throw Problem.invalid(
                    "prefix", "A prefix has 2 to 10 capital letters and digits, and begins with a letter.");
        check(columns);
        if (!boards.put(new Board(project, prefix, columns, mergedDone, board.version())))
            throw Problem.of(
                            409,
                            "prefix-taken",
                            "Another project has this prefix",
                            "Tasks of another project are already called %s-1 and so on.".formatted(prefix))
                    .hint("Choose another, as the initials of the project.")
                    .with("prefix", prefix);
        done(caller, project, "board-changed", Map.of("columns", columns.size(), "prefix", prefix));
        return boards.find(project).orElseThrow();
    }

    private static void check(List<Column> columns) {
        if (columns.size() < 3 || columns.size() > MOST_COLUMNS)
            throw Problem.invalid("columns", "A board has 3 to %d columns.".formatted(MOST_COLUMNS));
        var ids = new HashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (!ID.matcher(column.id()).matches() || !ids.add(column.id()))
                throw Problem.invalid("columns", "The column %d needs an id of its own.".formatted(i + 1));
            if (column.name() != null
                    && (column.name().isBlank() || column.name().length() > LONGEST_NAME))
                throw Problem.invalid("columns", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
            if (column.limit() != null && (column.limit() < 1 || column.limit() > MOST_AT_ONCE))
                throw Problem.invalid("columns", "A limit is 1 to %d.".formatted(MOST_AT_ONCE));
            boolean isEnd = i == 0 || i == columns.size() - 1;
            if (isEnd == column.stage().isUnderWay()
                    || i == 0 && column.stage() != Stage.ready
                    || i > 0 && isEnd && column.stage() != Stage.done)
                throw Problem.invalid(
                        "columns", "The first column is “ready”, the last “done”, and others are between.");
        }
    }
}
