package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Those from outside who could take a project: who has applied to anything and is neither deleted
/// nor taken on yet. By what their CVs say, as far as it isn't blanked: else a search for a name
/// would tell whose CV it is.
@Component
class AtHand {
    private static final int MOST = 100;
    /// Of so many the newest: a CV is read whole, and what is older is soon deleted.
    private static final int MOST_READ = 2000;

    private final Vacancies vacancies;
    private final VacancyReading reading;
    private final Mitigations mitigations;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AtHand(
            Vacancies vacancies,
            VacancyReading reading,
            Mitigations mitigations,
            Companies companies,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.vacancies = vacancies;
        this.reading = reading;
        this.mitigations = mitigations;
        this.companies = companies;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What is searched for; null for anything.
    record Filter(
            @Nullable String skill,
            @Nullable String field,
            @Nullable String certificate) {}

    /// @param past the vacancy is over, or the application was declined
    /// @param profile that the CV was held against
    /// @param years of work by field, as the CV shows them
    /// @param certificates that it claims
    /// @param weaker the side of which the CV says less: `management` or `field`; absent for neither
    /// @param mitigation what is to be done about it, as it was chosen last
    /// @param line that says the skill that was searched for
    @Schema(name = "OutsideCandidate")
    record Outside(
            Application application,
            String vacancyTitle,
            String kind,
            boolean past,
            List<CvChecked.Found> criteria,
            List<CvChecked.Years> years,
            List<String> certificates,
            @Nullable String weaker,
            @Nullable Mitigation mitigation,
            CvChecked.@Nullable Line line) {
        private Outside with(@Nullable Mitigation chosen) {
            return new Outside(
                    application, vacancyTitle, kind, past, criteria, years, certificates, weaker, chosen, line);
        }
    }

    /// @param items past candidates first, then applicants, each the newest first: nobody is ranked
    /// @param total of all that match
    @Schema(name = "OutsideCandidateList")
    record Found(List<Outside> items, int total) {}

    Found find(Filter filter, Locale language, Caller caller) {
        var seen = vacancies.all().stream()
                .filter(each -> reading.may(Permission.STAFFING_EDIT, caller, each))
                .collect(Collectors.toMap(Vacancy::id, Function.identity()));
        var today = LocalDate.now(clock.withZone(ZoneId.of(companies.get().zone())));
        var all = new ArrayList<Outside>();
        for (var each : applications(seen)) {
            var vacancy = seen.get(each.application().vacancy());
            if (vacancy == null) continue;
            var cv = Blinding.seen(each.application(), each.cv());
            if (matches(cv, filter)) all.add(outside(each.application(), vacancy, cv.in(language), filter, today));
        }
        var found = Stream.of(true, false)
                .flatMap(past -> all.stream().filter(each -> each.past() == past))
                .limit(MOST)
                .toList();
        var chosen = mitigations.newest(
                found.stream().map(each -> each.application().id()).toList());
        return new Found(
                found.stream()
                        .map(each -> each.with(chosen.get(each.application().id())))
                        .toList(),
                all.size());
    }

    private record Read(Application application, CvChecked cv) {}

    private List<Read> applications(Map<UUID, Vacancy> seen) {
        return jdbc.sql(Applications.SELECT_WITH_CV + """
                where vacancy = any(cast(:vacancies as uuid[])) and cv is not null
                    and not exists (select 1 from staffing.hire h where h.application = application.id)
                order by at desc, vacancy, number limit :most
                """)
                .param("vacancies", seen.keySet().toArray(UUID[]::new))
                .param("most", MOST_READ)
                .query((row, number) ->
                        new Read(Applications.application(row), json.readValue(row.getString("cv"), CvChecked.class)))
                .list();
    }

    private static boolean matches(CvChecked cv, Filter filter) {
        return (filter.skill() == null || line(cv, filter.skill()) != null)
                && (filter.field() == null || cv.years().stream().anyMatch(each -> has(each.field(), filter.field())))
                && (filter.certificate() == null
                        || cv.certificates().stream().anyMatch(each -> has(each.name(), filter.certificate())));
    }

    private static CvChecked.@Nullable Line line(CvChecked cv, String skill) {
        return cv.lines().stream()
                .filter(each -> has(each.text(), skill))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static Outside outside(
            Application application, Vacancy vacancy, CvChecked cv, Filter filter, LocalDate today) {
        boolean past = application.state().equals("declined") || !vacancy.isOpen(today);
        return new Outside(
                application.blank(),
                vacancy.title(),
                vacancy.kind(),
                past,
                cv.criteria(),
                cv.years(),
                cv.certificates().stream()
                        .map(CvChecked.Claimed::name)
                        .distinct()
                        .toList(),
                cv.weaker(),
                null,
                filter.skill() == null ? null : line(cv, filter.skill()));
    }
}
