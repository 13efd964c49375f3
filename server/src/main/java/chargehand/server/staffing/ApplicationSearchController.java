package chargehand.server.staffing;

import chargehand.engine.staffing.profile.Criterion;
import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class ApplicationSearchController {
    private static final int MOST_AT_ONCE = 1000;

    private final VacancyReading reading;
    private final Vacancies vacancies;
    private final Applications applications;
    private final ApplicationSearch search;
    private final Reviewing reviewing;
    private final CompanyProfiles profiles;

    ApplicationSearchController(
            VacancyReading reading,
            Vacancies vacancies,
            Applications applications,
            ApplicationSearch search,
            Reviewing reviewing,
            CompanyProfiles profiles) {
        this.reading = reading;
        this.vacancies = vacancies;
        this.applications = applications;
        this.search = search;
        this.reviewing = reviewing;
        this.profiles = profiles;
    }

    /// @param sentence as the profile has it
    @Schema(name = "CriterionName")
    record CriterionName(String id, String sentence) {}

    @Schema(name = "ApplicationOfVacancy")
    record Item(Application application, String vacancyTitle) {}

    /// @param total of all that match
    /// @param next to be asked for as `after`; absent on the last page
    /// @param criteria that the vacancies' profiles have
    @Schema(name = "ApplicationSearchResult")
    record Result(List<Item> items, int total, @Nullable UUID next, List<CriterionName> criteria) {}

    @GetMapping("/api/applications")
    @Needs(Permission.STAFFING_EDIT)
    @Operation(
            operationId = "searchApplications",
            summary = "Who has applied to any vacancy, by what their CVs say; the first first, never ranked")
    Result find(
            @RequestParam @Nullable UUID vacancy,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cv,
            @RequestParam @Nullable String criterion,
            @RequestParam @Nullable String finding,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String certificate,
            @RequestParam @Nullable UUID after,
            Caller caller) {
        var seen = vacancies.all().stream()
                .filter(each -> vacancy == null || each.id().equals(vacancy))
                .filter(each -> reading.may(Permission.STAFFING_EDIT, caller, each))
                .collect(Collectors.toMap(Vacancy::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var filter = new ApplicationSearch.Filter(
                plain(state), plain(cv), plain(criterion), plain(finding), plain(field), plain(certificate));
        var ids = List.copyOf(seen.keySet());
        var found = search.find(ids, filter, after);
        var items = found.stream()
                .map(each -> new Item(each.blank(), title(seen, each.vacancy())))
                .toList();
        return new Result(
                items,
                search.count(ids, filter),
                found.size() < ApplicationSearch.PAGE ? null : found.getLast().id(),
                criteria(seen));
    }

    private static @Nullable String plain(@Nullable String asked) {
        return asked == null || asked.isBlank() ? null : asked.strip();
    }

    private static String title(Map<UUID, Vacancy> seen, UUID id) {
        var vacancy = seen.get(id);
        return vacancy == null ? "" : vacancy.title();
    }

    private List<CriterionName> criteria(Map<UUID, Vacancy> seen) {
        var names = new LinkedHashMap<String, String>();
        var words = CriterionWords.in(LocaleContextHolder.getLocale());
        seen.values().stream()
                .map(each -> CvChecking.profile(each.kind()))
                .distinct()
                .flatMap(each -> profiles.current(each).criteria().stream())
                .forEach((Criterion each) -> names.putIfAbsent(each.id(), words.sentence(each)));
        return names.entrySet().stream()
                .map(each -> new CriterionName(each.getKey(), each.getValue()))
                .toList();
    }

    /// @param applications one decision for all of these
    /// @param reason a sentence that each applicant may read
    @Schema(name = "ApplicationsDecision")
    record DecisionsWrite(
            @Nullable List<One> applications,
            @Nullable String state,
            @Nullable String reason) {}

    @Schema(name = "ApplicationOfDecision")
    record One(UUID vacancy, UUID application) {}

    @Schema(name = "ApplicationsDecided")
    record Decided(int decided) {}

    @PostMapping("/api/application-decisions")
    @Needs(Permission.STAFFING_EDIT)
    @Transactional
    @Operation(
            operationId = "decideApplications",
            summary = "Decide upon several applications at once, with your name and a reason; all of them or none")
    Decided decide(@RequestBody DecisionsWrite body, Caller caller) {
        var asked = body.applications();
        if (asked == null || asked.isEmpty() || asked.size() > MOST_AT_ONCE)
            throw Problem.invalid("applications", "There are 1 to %d at once.".formatted(MOST_AT_ONCE));
        for (var each : asked) {
            var vacancy = reading.read(each.vacancy(), Permission.STAFFING_EDIT, caller);
            var application =
                    applications.find(vacancy.id(), each.application()).orElseThrow(Problem::notFound);
            reviewing.decide(caller, vacancy, application, body.state(), body.reason());
        }
        return new Decided(asked.size());
    }
}
