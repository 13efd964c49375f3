package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reporting")
class SearchController {
    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    /// @param noun "project", "task", "person" or "client"
    /// @param project where a task is
    record Found(
            String noun,
            String id,
            @Nullable UUID project,
            String name,
            @Nullable String hint) {}

    record FoundList(List<Found> items) {}

    @GetMapping("/api/search")
    @Needs(Permission.SELF)
    @Operation(operationId = "search", summary = "Projects, tasks, people and clients that one may see, the best first")
    FoundList search(@RequestParam String q, Caller caller) {
        return new FoundList(searching.search(q, caller));
    }
}
