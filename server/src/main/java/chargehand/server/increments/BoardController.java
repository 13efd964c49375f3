package chargehand.server.increments;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.increments.Board.Column;
import chargehand.server.increments.Deck.Item;
import chargehand.server.shared.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{project}")
@Tag(name = "Increments", description = "Some weeks with a goal, the board, and what code hosts tell.")
class BoardController {
    /// On a board that is no increment's, what is done stays for so long.
    private static final Duration DONE_LATELY = Duration.ofDays(14);

    private final Decks decks;
    private final CardReading reading;
    private final BoardEditing editing;
    private final IncrementReading increments;

    BoardController(Decks decks, CardReading reading, BoardEditing editing, IncrementReading increments) {
        this.decks = decks;
        this.reading = reading;
        this.editing = editing;
        this.increments = increments;
    }

    /// @param task the summary of the plan
    /// @param all how many tasks it has, and `done` how many of those are done
    @Schema(name = "Epic")
    record EpicView(String task, String name, int all, int done) {}

    /// @param increment whose cards these are, or null for the whole project
    /// @param cards in the order of the backlog
    /// @param in how many stand in each column, over the whole project
    @Schema(name = "Board")
    record BoardView(
            String prefix,
            List<Column> columns,
            boolean mergedDone,
            long version,
            Instant now,
            String zone,
            @Nullable UUID increment,
            List<CardView> cards,
            List<Integer> in,
            List<EpicView> epics) {}

    @GetMapping("/board")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "getBoard", summary = "Cards in columns: of an increment, or of the whole project")
    BoardView board(@PathVariable UUID project, @RequestParam @Nullable UUID increment) {
        var deck = decks.of(project);
        var items = increment == null ? lately(deck) : increments.taken(deck, increment);
        return view(deck, increment, items);
    }

    private static List<Item> lately(Deck deck) {
        var since = deck.current.now().minus(DONE_LATELY);
        return deck.items().stream()
                .filter(each -> !each.done() || each.at().finish().isAfter(since))
                .toList();
    }

    private BoardView view(Deck deck, @Nullable UUID increment, List<Item> items) {
        var board = deck.board;
        var counts = new int[board.columns().size()];
        for (var each : deck.items()) counts[board.columns().indexOf(deck.column(each))]++;
        var in = new ArrayList<Integer>();
        for (int each : counts) in.add(each);
        return new BoardView(
                board.prefix(),
                board.columns(),
                board.mergedDone(),
                board.version(),
                deck.current.now(),
                deck.zone().getId(),
                increment,
                reading.views(deck, items),
                in,
                epics(deck));
    }

    private static List<EpicView> epics(Deck deck) {
        var epics = new LinkedHashMap<String, EpicView>();
        for (var item : deck.items()) {
            var above = deck.above(item);
            if (above == null) continue;
            epics.merge(
                    above.id().value(),
                    new EpicView(above.id().value(), above.name(), 1, item.done() ? 1 : 0),
                    (was, one) -> new EpicView(was.task(), was.name(), was.all() + 1, was.done() + one.done()));
        }
        return List.copyOf(epics.values());
    }

    /// @param items in order; what is done is left out
    @Schema(name = "Backlog")
    record BacklogView(List<CardView> items, List<EpicView> epics) {}

    @GetMapping("/backlog")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "getBacklog", summary = "What is still to be done, in order, ready or not")
    BacklogView backlog(@PathVariable UUID project) {
        var deck = decks.of(project);
        var open = deck.items().stream().filter(each -> !each.done()).toList();
        return new BacklogView(reading.views(deck, open), epics(deck));
    }

    /// @param anyway whether it may go into a column that is full
    @Schema(name = "CardMove")
    record Move(String column, @Nullable Boolean anyway) {}

    @PutMapping("/cards/{task}/column")
    @Needs(Permission.PROGRESS_TELL)
    @Operation(operationId = "moveCard", summary = "Put a card into a column; the plan hears what was begun and done")
    CardView move(Caller caller, @PathVariable UUID project, @PathVariable String task, @RequestBody Move move) {
        editing.move(caller, project, task, move.column(), Boolean.TRUE.equals(move.anyway()), null);
        return card(project, task);
    }

    private CardView card(UUID project, String task) {
        var deck = decks.of(project);
        var item = deck.item(task).orElseThrow(Problem::notFound);
        return reading.views(deck, List.of(item)).getFirst();
    }

    /// What is absent stays.
    ///
    /// @param after the card behind which it comes in the backlog, or `""` for the first place
    /// @param aside that it isn't ready
    @Schema(name = "CardFields")
    record Fields(
            @Nullable String after,
            @Nullable Boolean aside,
            @Nullable Boolean bug) {}

    @PatchMapping("/cards/{task}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(
            operationId = "changeCard",
            summary = "Its place in the backlog, whether it is ready, whether it is a bug")
    CardView change(Caller caller, @PathVariable UUID project, @PathVariable String task, @RequestBody Fields fields) {
        var after = fields.after();
        editing.set(
                caller,
                project,
                task,
                after != null,
                after == null || after.isEmpty() ? null : after,
                fields.aside(),
                fields.bug());
        return card(project, task);
    }

    @Schema(name = "BoardWrite")
    record BoardWrite(
            String prefix,
            List<Column> columns,
            @JsonProperty(defaultValue = "true") @Nullable Boolean mergedDone) {}

    @PutMapping("/board")
    @Needs(Permission.PROJECT_EDIT)
    @Operation(
            operationId = "changeBoard",
            summary = "Columns with their limits, the prefix of keys, and the rule of merging")
    BoardView put(Caller caller, @PathVariable UUID project, @RequestBody BoardWrite written) {
        editing.change(
                caller,
                project,
                written.prefix(),
                written.columns(),
                written.mergedDone() == null || written.mergedDone());
        var deck = decks.of(project);
        return view(deck, null, lately(deck));
    }
}
