package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.Qualified;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes who is to take a project. It appoints nobody: that is said on the project, by name.
@Service
class Choosing {
    private final Choices choices;
    private final People people;
    private final Qualified qualified;
    private final CompanyProfiles profiles;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    Choosing(
            Choices choices,
            People people,
            Qualified qualified,
            CompanyProfiles profiles,
            Audit audit,
            LiveEvents live,
            Clock clock) {
        this.choices = choices;
        this.people = people;
        this.qualified = qualified;
        this.profiles = profiles;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws Problem if somebody is not there, or a weaker side stays without a word
    @Transactional
    void choose(
            Caller caller,
            UUID project,
            UUID person,
            Kind kind,
            @Nullable String mitigation,
            @Nullable UUID helper,
            @Nullable String reason) {
        var chosen = person("person", person);
        var helping = helper == null ? null : person("helper", helper);
        var fit = new PersonFit(chosen, qualified.of(person), profiles.byKind(), LocalDate.now(clock))
                .to(kind, Locale.ENGLISH);
        check(fit, mitigation, helping, chosen, reason);
        var choice = new Choice(
                Ids.next(clock),
                project,
                person,
                chosen.name(),
                kind.code(),
                fit.weaker(),
                mitigation,
                helper,
                helping == null ? null : helping.name(),
                reason == null || reason.isBlank() ? null : reason.strip(),
                new StoredAssessment.Author(caller.account(), caller.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        choices.insert(choice);
        audit.record(caller, "manager-chosen", "person", person, project, Map.of("kind", kind.code()));
        live.publish("assessment", choice.id(), 1L, caller.account(), EventScope.project(project));
    }

    private Person person(String field, UUID id) {
        return people.of(Set.of(id)).stream()
                .filter(each -> !each.pool())
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field, "There is no such person."));
    }

    private static void check(
            PersonFit.FitView fit,
            @Nullable String mitigation,
            @Nullable Person helper,
            Person chosen,
            @Nullable String reason) {
        if (mitigation != null) Mitigation.check(mitigation, helper, chosen.id(), reason);
        else if (fit.weaker() != null)
            throw Problem.invalid("mitigation", "One side is weaker, and nothing is said of what is done about it.")
                    .hint("Choose a deputy, a lead engineer, a mentor or training, or say that nothing is needed.");
        Mitigation.checkReason(reason);
    }

    /// What was chosen for an applicant holds for the person whom they became: in the vacancy's project where they
    /// manage it.
    void carry(Caller caller, Vacancy vacancy, Hire hire, Mitigation chosen) {
        var project = "manager".equals(hire.part()) ? vacancy.project() : null;
        var choice = new Choice(
                Ids.next(clock),
                project,
                hire.person(),
                "",
                vacancy.kind(),
                chosen.weaker(),
                chosen.mitigation(),
                chosen.helper(),
                chosen.helperName(),
                chosen.reason(),
                chosen.author(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        choices.insert(choice);
        var detail = Map.<String, Object>of("mitigation", chosen.mitigation());
        audit.record(caller, "mitigation-carried-over", "person", hire.person(), project, detail);
        if (project != null) live.publish("assessment", choice.id(), 1L, caller.account(), EventScope.project(project));
    }
}
