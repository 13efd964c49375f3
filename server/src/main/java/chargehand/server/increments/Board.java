package chargehand.server.increments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The board of a project.
///
/// @param prefix what its tasks are called by: `PA` in `PA-12`
/// @param columns from left to right; the first is `ready`, the last `done`, and at least one is
///     between them
/// @param mergedDone whether what is merged counts as done
record Board(UUID project, String prefix, List<Column> columns, boolean mergedDone, long version) {
    Board {
        columns = List.copyOf(columns);
    }

    /// @param name as somebody wrote it, or null where the stage's own word does
    /// @param limit how many may stand in it at once, or null for any number
    @Schema(name = "BoardColumn")
    record Column(
            String id,
            @Nullable String name,
            Stage stage,
            @Nullable Integer limit) {}

    static final List<Column> USUAL = List.of(
            new Column("ready", null, Stage.ready, null),
            new Column("work", null, Stage.work, null),
            new Column("review", null, Stage.review, null),
            new Column("done", null, Stage.done, null));

    Optional<Column> column(@Nullable String id) {
        return columns.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The leftmost of a stage, or where the board has none of it, of the one before.
    Column first(Stage stage) {
        return columns.stream()
                .filter(each -> each.stage() == stage)
                .findFirst()
                .orElseGet(() -> first(Stage.values()[stage.ordinal() - 1]));
    }

    /// Where a card stands that was put there, by what the plan says of its task.
    ///
    /// @param stands where it was put last
    Column at(@Nullable String stands, boolean begun, boolean done) {
        if (done) return first(Stage.done);
        if (!begun) return first(Stage.ready);
        return column(stands).filter(each -> each.stage().isUnderWay()).orElseGet(() -> first(Stage.work));
    }

    String key(int number) {
        return prefix + "-" + number;
    }

    static String nameOf(Column column) {
        return Objects.requireNonNullElse(column.name(), column.stage().name());
    }
}
