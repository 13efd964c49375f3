package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Searches for a better calendar that somebody asks for.
@RestController
@RequestMapping("/api/projects/{project}/searches")
@Tag(name = "Plans")
class CalendarSearchController {
    private final CalendarSearching searching;

    CalendarSearchController(CalendarSearching searching) {
        this.searching = searching;
    }

    /// A search for a better calendar.
    ///
    /// @param budget how many schedules it tries at most, and `tried` how many it has tried
    /// @param stopped somebody wanted no more
    @Schema(name = "CalendarSearch")
    record SearchView(
            UUID id,
            Instant at,
            int budget,
            int tried,
            CalendarSearch.State state,
            boolean stopped,
            @Nullable Instant endedAt) {}

    /// @param search null until somebody has asked for one
    @Schema(name = "LastCalendarSearch")
    record LastSearch(@Nullable SearchView search) {}

    /// @param effort quick where absent
    @Schema(name = "NewCalendarSearch")
    record NewSearch(CalendarSearching.@Nullable Effort effort) {}

    @GetMapping
    @Needs(Permission.PLAN_SEE)
    @Operation(operationId = "getSearch", summary = "How far the last search for a better calendar has come")
    LastSearch last(@PathVariable UUID project) {
        return new LastSearch(
                searching.of(project).map(CalendarSearchController::view).orElse(null));
    }

    @PostMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "searchCalendar", summary = "Look for a better calendar, in the background")
    SearchView begin(Caller caller, @PathVariable UUID project, @RequestBody NewSearch body) {
        return view(searching.begin(
                caller, project, body.effort() == null ? CalendarSearching.Effort.quick : body.effort()));
    }

    @DeleteMapping
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "stopSearch", summary = "Look no further: the best found so far is proposed")
    void stop(Caller caller, @PathVariable UUID project) {
        searching.stop(caller, project);
    }

    private static SearchView view(CalendarSearch search) {
        return new SearchView(
                search.id(),
                search.askedAt(),
                search.budget(),
                search.tried(),
                search.state(),
                search.stopped(),
                search.endedAt());
    }
}
