package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class LoadController {
    private static final int MOST_PERIODS = 400;

    private final Load load;

    LoadController(Load load) {
        this.load = load;
    }

    enum By {
        week,
        day
    }

    /// @param percent of the person's working time in the period, absences left out, that is booked
    /// @param away whether the person is away for more than half of it; absent if not
    record Cell(long percent, @Nullable Boolean away) {}

    @Schema(name = "LoadRow")
    record Row(UUID person, String name, List<String> skills, List<Cell> cells) {}

    /// @param periods the first day of each
    record LoadMap(List<LocalDate> periods, List<Row> people) {}

    @GetMapping("/api/load")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "readLoad", summary = "How much of their time people have booked, by week or day")
    LoadMap read(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "week") By by,
            Caller caller) {
        var edges = edges(from, to, by);
        var rows = load.of(edges).stream().map(LoadController::row).toList();
        return new LoadMap(edges.subList(0, edges.size() - 1), rows);
    }

    /// From the Monday of the first week, or the first day, to the end of the period of `to`.
    private static List<LocalDate> edges(LocalDate from, LocalDate to, By by) {
        if (to.isBefore(from)) throw Problem.invalid("to", "This ends before it begins.");
        var edges = new ArrayList<LocalDate>();
        var edge = switch (by) {
            case week -> from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case day -> from;
        };
        while (!edge.isAfter(to)) {
            edges.add(edge);
            if (edges.size() > MOST_PERIODS)
                throw Problem.invalid("to", "These are more than %d periods.".formatted(MOST_PERIODS))
                        .hint("Ask for a shorter time, or by week.");
            edge = switch (by) {
                case week -> edge.plusWeeks(1);
                case day -> edge.plusDays(1);
            };
        }
        edges.add(edge);
        return edges;
    }

    private static Row row(Load.OfPerson load) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < load.minutes().length; i++) {
            long here = load.minutes()[i];
            long away = load.away()[i];
            cells.add(new Cell(load.percent(i), away > here ? true : null));
        }
        var person = load.person();
        return new Row(
                person.id(),
                person.name(),
                person.skills().keySet().stream().sorted().toList(),
                cells);
    }
}
