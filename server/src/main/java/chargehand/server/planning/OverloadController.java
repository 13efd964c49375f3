package chargehand.server.planning;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.shared.Days;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Plans")
class OverloadController {
    private final Overloads overloads;
    private final People people;

    OverloadController(Overloads overloads, People people) {
        this.overloads = overloads;
        this.people = people;
    }

    @GetMapping("/api/people/{person}/overload")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(
            operationId = "getOverload",
            summary = "Ways out of a week that is too full, each with its effect; for whoever may change the plans")
    Overload overload(Caller caller, @PathVariable UUID person, @RequestParam LocalDate week) {
        var whose = people.find(person).orElseThrow(Problem::notFound);
        var day = Days.within("week", week);
        return overloads.of(caller, whose, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }
}
