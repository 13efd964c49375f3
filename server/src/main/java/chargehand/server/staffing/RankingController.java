package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/vacancies/{vacancy}/rankings")
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class RankingController {
    private final VacancyReading vacancies;
    private final Rankings rankings;
    private final RankingOnRequest onRequest;

    RankingController(VacancyReading vacancies, Rankings rankings, RankingOnRequest onRequest) {
        this.vacancies = vacancies;
        this.rankings = rankings;
        this.onRequest = onRequest;
    }

    /// @param criteria that can be picked, musts first
    /// @param items who has asked for one, the newest first
    @Schema(name = "RankingList")
    record RankingList(List<Ranking.By> criteria, List<Ranking.Asked> items) {}

    /// @param criteria what counts most first; musts count before others all the same
    @Schema(name = "RankingWrite")
    record RankingWrite(@Nullable List<String> criteria) {}

    @GetMapping
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "listRankings", summary = "By what an order can be asked for, and who has asked for one")
    RankingList list(@PathVariable UUID vacancy, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        return new RankingList(onRequest.criteria(found, LocaleContextHolder.getLocale()), rankings.of(found.id()));
    }

    @PostMapping
    @Needs(Permission.STAFFING_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "askForRanking",
            summary = "Ask for an order of the applicants by criteria that you pick; recorded, and it decides nothing")
    Ranking ask(@PathVariable UUID vacancy, @RequestBody RankingWrite body, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var asked = onRequest.ask(caller, found, body.criteria());
        return onRequest.order(found, asked, LocaleContextHolder.getLocale());
    }

    @GetMapping("/{ranking}")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(operationId = "getRanking", summary = "An order that somebody has asked for, as things are known now")
    Ranking get(@PathVariable UUID vacancy, @PathVariable UUID ranking, Caller caller) {
        var found = vacancies.read(vacancy, Permission.STAFFING_EDIT, caller);
        var asked = rankings.find(found.id(), ranking).orElseThrow(Problem::notFound);
        return onRequest.order(found, asked, LocaleContextHolder.getLocale());
    }
}
