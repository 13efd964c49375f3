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
    private static final Set<String> MITIGATIONS = Set.of("deputy", "leadEngineer", "mentor", "training", "none");
    private static final Set<String> BY_SOMEBODY = Set.of("deputy", "leadEngineer", "mentor");
    private static final int LONGEST_REASON = 1000;

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
        if (mitigation != null && !MITIGATIONS.contains(mitigation))
            throw Problem.invalid("mitigation", "“%s” is nothing that is known to help.".formatted(mitigation))
                    .hint("Say one of deputy, leadEngineer, mentor, training, none.");
        if (mitigation == null && fit.weaker() != null)
            throw Problem.invalid("mitigation", "One side is weaker, and nothing is said of what is done about it.")
                    .hint("Choose a deputy, a lead engineer, a mentor or training, or say that nothing is needed.");
        if (mitigation != null && BY_SOMEBODY.contains(mitigation) && helper == null)
            throw Problem.invalid("helper", "Who is it?").hint("Name the person who does that.");
        if (helper != null && helper.id().equals(chosen.id()))
            throw Problem.invalid("helper", "Nobody makes up for their own weaker side.");
        if (reason != null && reason.length() > LONGEST_REASON)
            throw Problem.invalid("reason", "A reason has at most %d characters.".formatted(LONGEST_REASON));
    }
}
