package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Chooses what is to be done about an applicant's weaker side, before they are taken on or after. It goes by what
/// their
/// CV says, so that it can be chosen while it is blank who they are.
@Service
class Mitigating {
    private final Mitigations mitigations;
    private final Applications applications;
    private final Hires hires;
    private final Choosing choosing;
    private final People people;
    private final CandidateDeeds deeds;
    private final LiveEvents live;
    private final Clock clock;

    Mitigating(
            Mitigations mitigations,
            Applications applications,
            Hires hires,
            Choosing choosing,
            People people,
            CandidateDeeds deeds,
            LiveEvents live,
            Clock clock) {
        this.mitigations = mitigations;
        this.applications = applications;
        this.hires = hires;
        this.choosing = choosing;
        this.people = people;
        this.deeds = deeds;
        this.live = live;
        this.clock = clock;
    }

    /// @throws Problem if it is nothing that is known to help, or nobody is named who does it
    @Transactional
    void choose(
            Caller caller,
            Vacancy vacancy,
            Application application,
            @Nullable String mitigation,
            @Nullable UUID helper,
            @Nullable String reason) {
        if (mitigation == null)
            throw Problem.invalid("mitigation", "It isn't said what is done.")
                    .hint("Say one of deputy, leadEngineer, mentor, training, none.");
        var helping = helper == null ? null : person(helper);
        var hire = hires.of(application.id()).orElse(null);
        Mitigation.check(mitigation, helping, hire == null ? null : hire.person(), reason);
        var chosen = new Mitigation(
                weaker(application),
                mitigation,
                helper,
                helping == null ? null : helping.name(),
                reason == null || reason.isBlank() ? null : reason.strip(),
                new StoredAssessment.Author(caller.account(), caller.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        mitigations.insert(Ids.next(clock), application.id(), chosen);
        if (hire != null) choosing.carry(caller, vacancy, hire, chosen);
        deeds.record(caller, "mitigation-chosen", vacancy, application.id(), Map.of("mitigation", mitigation));
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
    }

    private Person person(UUID id) {
        return people.of(Set.of(id)).stream()
                .filter(each -> !each.pool())
                .findFirst()
                .orElseThrow(() -> Problem.invalid("helper", "There is no such person."));
    }

    private @Nullable String weaker(Application application) {
        return applications
                .checked(application.id())
                .map(each -> each.in(Locale.ENGLISH).weaker())
                .orElse(null);
    }
}
