package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.people.Load;
import chargehand.server.people.Person;
import chargehand.server.people.Qualifications;
import chargehand.server.people.Qualified;
import chargehand.server.people.Terms;
import chargehand.server.people.TermsRows;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Who of the company's own people could take a project, and what that does to their other projects.
@Service
class Candidates {
    private static final int LEAST_WEEKS = 4;
    private static final int MOST_WEEKS = 26;
    private static final UUID UNSEEN = new UUID(0, 0);

    private final Load load;
    private final Qualified qualified;
    private final TermsRows terms;
    private final CompanyProfiles profiles;
    private final Projects projects;
    private final Clock clock;

    Candidates(
            Load load, Qualified qualified, TermsRows terms, CompanyProfiles profiles, Projects projects, Clock clock) {
        this.load = load;
        this.qualified = qualified;
        this.terms = terms;
        this.profiles = profiles;
        this.projects = projects;
        this.clock = clock;
    }

    /// What is searched for; null for anything.
    ///
    /// @param free at least so much of their time, in percent
    /// @param rate at most, for an hour, in minor units; only for those who may see rates
    record Filter(
            @Nullable String skill,
            @Nullable String field,
            @Nullable String certificate,
            @Nullable Integer free,
            @Nullable Long rate) {}

    /// Time that belongs to another project.
    ///
    /// @param project and its name only where the caller may see it
    /// @param percent of the person's time
    @Schema(name = "TimeElsewhere")
    record Elsewhere(@Nullable UUID project, @Nullable String name, long percent) {}

    /// @param freelance works by contract, and is not employed
    /// @param leadDays from the decision until they can begin, where somebody noted it
    /// @param vetting the newest one, of a freelancer
    /// @param kinds that they are, the most demanding first
    /// @param nearest the kind that they are nearest to without being it
    /// @param free of their time until `to`, in percent
    /// @param missing what has to come from other projects, in percent of their time
    @Schema(name = "ManagerCandidate")
    record Candidate(
            UUID person,
            String name,
            String initials,
            boolean freelance,
            @Nullable Integer leadDays,
            Terms.@Nullable Vetting vetting,
            List<String> fields,
            List<String> skills,
            List<String> kinds,
            PersonFit.FitView fit,
            PersonFit.@Nullable FitView nearest,
            List<PersonFit.CertificateView> certificates,
            long free,
            long missing,
            List<Elsewhere> elsewhere,
            @Nullable Money rate) {}

    /// @param kind of manager that is looked for
    /// @param share of their time that the project would take, in percent
    /// @param from and `to` until which their time is looked at
    @Schema(name = "ManagerCandidateList")
    record Found(String kind, int share, LocalDate from, LocalDate to, List<Candidate> items) {}

    /// @param language of what the kind needs
    Found find(UUID id, Kind kind, int share, Filter filter, Locale language, Caller caller) {
        var project = projects.find(id).orElseThrow(Problem::notFound);
        var today = LocalDate.now(clock.withZone(ZoneId.of(project.zone())));
        var to = until(project, today);
        var asked = new Asked(
                id,
                kind,
                share,
                language,
                names(caller),
                caller.where(Permission.RATES_SEE).company());
        var known = qualified.all();
        var agreed = terms.all();
        var needed = profiles.byKind();
        var found = new ArrayList<Candidate>();
        for (var each : load.byProject(today, to)) {
            var person = each.person();
            if (person.pool()) continue;
            var learned = known.getOrDefault(person.id(), Qualifications.NONE);
            var fit = new PersonFit(person, learned, needed, today);
            var candidate = candidate(each, fit, agreed.getOrDefault(person.id(), Terms.OWN), asked);
            if (matches(candidate, filter)) found.add(candidate);
        }
        found.sort(NEAREST_FIRST);
        return new Found(kind.code(), share, today, to, found);
    }

    /// What is asked of everybody.
    ///
    /// @param names of the projects that the caller may see
    /// @param rates whether the caller may see them
    private record Asked(UUID project, Kind kind, int share, Locale language, Map<UUID, String> names, boolean rates) {}

    /// One's own before freelancers; those who are of the kind, then those who miss little, each by name: no score.
    private static final Comparator<Candidate> NEAREST_FIRST = Comparator.comparing(Candidate::freelance)
            .thenComparingLong(each -> missingMusts(each.fit()))
            .thenComparing(each -> each.name().toLowerCase(Locale.ROOT));

    private static long missingMusts(PersonFit.FitView fit) {
        return fit.criteria().stream()
                .filter(each -> each.must() && !each.met())
                .count();
    }

    private static LocalDate until(Project project, LocalDate today) {
        var finish = project.finish();
        var end = finish == null
                ? today.plusWeeks(MOST_WEEKS)
                : finish.atZone(ZoneId.of(project.zone())).toLocalDate();
        if (end.isBefore(today.plusWeeks(LEAST_WEEKS))) return today.plusWeeks(LEAST_WEEKS);
        return end.isAfter(today.plusWeeks(MOST_WEEKS)) ? today.plusWeeks(MOST_WEEKS) : end;
    }

    private Map<UUID, String> names(Caller caller) {
        return projects.all(caller.where(Permission.PROJECT_SEE)).stream()
                .collect(Collectors.toMap(Project::id, Project::name));
    }

    private static Candidate candidate(Load.OfProjects time, PersonFit fit, Terms terms, Asked asked) {
        Person person = time.person();
        var elsewhere = elsewhere(time, asked.project(), asked.names());
        long taken = elsewhere.stream().mapToLong(Elsewhere::percent).sum();
        long free = time.minutes() == 0 ? 0 : Math.max(0, 100 - taken);
        return new Candidate(
                person.id(),
                person.name(),
                person.initials(),
                terms.freelance(),
                terms.leadDays(),
                terms.freelance() ? terms.vettings().stream().findFirst().orElse(null) : null,
                person.fields(),
                person.skills().keySet().stream().sorted().toList(),
                fit.kinds(),
                fit.to(asked.kind(), asked.language()),
                fit.nearest(asked.language()),
                fit.certificates(),
                free,
                Math.max(0, asked.share() - free),
                elsewhere,
                asked.rates() ? person.rate() : null);
    }

    /// What other projects have, the largest first; those that the caller may not see as one.
    private static List<Elsewhere> elsewhere(Load.OfProjects time, UUID project, Map<UUID, String> names) {
        var shares = new HashMap<UUID, Long>();
        time.booked().forEach((other, minutes) -> {
            if (!other.equals(project)) shares.merge(names.containsKey(other) ? other : UNSEEN, minutes, Long::sum);
        });
        return shares.entrySet().stream()
                .map(each -> new Elsewhere(
                        names.containsKey(each.getKey()) ? each.getKey() : null,
                        names.get(each.getKey()),
                        time.minutes() == 0 ? 0 : Math.round(each.getValue() * 100.0 / time.minutes())))
                .filter(each -> each.percent() > 0)
                .sorted(Comparator.comparingLong(Elsewhere::percent).reversed())
                .toList();
    }

    private static boolean matches(Candidate candidate, Filter filter) {
        var rate = candidate.rate();
        return holds(candidate.skills(), filter.skill())
                && holds(candidate.fields(), filter.field())
                && holds(certificates(candidate), filter.certificate())
                && (filter.free() == null || candidate.free() >= filter.free())
                && (filter.rate() == null || (rate != null && rate.minor() <= filter.rate()));
    }

    private static List<String> certificates(Candidate candidate) {
        return candidate.certificates().stream()
                .filter(each -> !each.state().equals("expired"))
                .map(PersonFit.CertificateView::name)
                .toList();
    }

    private static boolean holds(List<String> all, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) return true;
        var plain = wanted.strip().toLowerCase(Locale.ROOT);
        return all.stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(plain));
    }
}
