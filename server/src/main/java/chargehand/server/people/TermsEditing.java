package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says on which terms somebody works, and notes who vetted them. Who may read qualifications may
/// read this.
@Service
public class TermsEditing {
    private static final int LONGEST = 1000;

    private final People people;
    private final TermsRows rows;
    private final QualificationEditing qualifications;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    TermsEditing(
            People people,
            TermsRows rows,
            QualificationEditing qualifications,
            Audit audit,
            LiveEvents live,
            Clock clock) {
        this.people = people;
        this.rows = rows;
        this.qualifications = qualifications;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws Problem if the person is not there, or this is not for the caller
    public Terms read(UUID person, Caller caller) {
        qualifications.read(person, caller);
        return rows.of(person);
    }

    /// @param version the one that it was written upon; 0 for the first
    @Transactional
    public Terms put(UUID person, boolean freelance, @Nullable Integer leadDays, long version, Caller caller) {
        QualificationEditing.needStaffing(caller);
        if (!people.knows(person)) throw Problem.notFound();
        if (leadDays != null && (leadDays < 0 || leadDays > Terms.MOST_DAYS))
            throw Problem.invalid("leadDays", "It is 0 to %d days.".formatted(Terms.MOST_DAYS));
        var before = rows.of(person);
        var next = new Terms(freelance, leadDays, before.vettings(), version + 1);
        if (before.version() != version || !rows.put(person, next))
            throw Version.outdated(rows.of(person).version());
        audit.record(caller, "terms-changed", "person", person, null, Map.of("version", next.version()));
        live.publish("person", person, next.version(), caller.account(), EventScope.company());
        return next;
    }

    /// With the caller's name and the time; what was noted before stays.
    @Transactional
    public Terms vet(UUID person, @Nullable String finding, @Nullable String how, Caller caller) {
        QualificationEditing.needStaffing(caller);
        if (!people.knows(person)) throw Problem.notFound();
        if (finding == null || !QualificationEditing.FINDINGS.contains(finding))
            throw Problem.invalid("finding", "It isn't said what came of it.").hint("Say met, notMet or unclear.");
        if (how == null || how.isBlank() || how.strip().length() > LONGEST)
            throw Problem.invalid("how", "It has 1 to %d characters.".formatted(LONGEST))
                    .hint("Say whom you asked, or what you looked at.");
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        rows.insert(Ids.next(clock), person, new Terms.Vetting(finding, how.strip(), caller.name(), at), caller);
        audit.record(caller, "person-vetted", "person", person, null, Map.of("finding", finding));
        var terms = rows.of(person);
        live.publish("person", person, terms.version(), caller.account(), EventScope.company());
        return terms;
    }
}
