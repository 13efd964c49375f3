package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Seen;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes what a person has learned, and decides who may read it: the person, their lead, and whoever staffs projects in
/// the company.
@Service
public class QualificationEditing {
    static final Set<String> FINDINGS = Set.of("met", "notMet", "unclear");

    private static final Set<String> SKILLS = Set.of("communication", "organisation", "punctuality", "leadingATeam");
    private static final Set<String> LEVELS = Set.of("bachelor", "master", "doctor");
    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private final People people;
    private final Qualified qualified;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    QualificationEditing(People people, Qualified qualified, Audit audit, LiveEvents live, Clock clock) {
        this.people = people;
        this.qualified = qualified;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// @throws Problem if the person is not there, or this is not for the caller
    public Qualifications read(UUID id, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        boolean own = id.equals(caller.person())
                || (person.lead() != null && person.lead().equals(caller.person()));
        if (own || caller.where(Permission.STAFFING_SEE).company()) return qualified.of(id);
        throw Problem.forbidden().hint("The person, their lead, or somebody who staffs projects can see it.");
    }

    /// What somebody has looked up stays looked up as long as name and last day are the same.
    ///
    /// @param known all that is known from now on
    /// @param version the one that it was written upon; 0 for the first
    @Transactional
    public Qualifications put(UUID id, Qualifications known, long version, Caller caller) {
        if (!people.knows(id)) throw Problem.notFound();
        var before = qualified.of(id);
        var next = checked(known, before, version + 1);
        keep(id, next, before, version);
        audit.record(caller, "qualifications-changed", "person", id, null, Map.of("version", next.version()));
        live.publish("person", id, next.version(), caller.account(), EventScope.company());
        return next;
    }

    private void keep(UUID id, Qualifications next, Qualifications before, long version) {
        if (before.version() != version || !qualified.put(id, next))
            throw Version.outdated(qualified.of(id).version());
    }

    /// Notes that the caller has looked a certificate up, and what came of it.
    ///
    /// @param expires its last day as the register says; null leaves the day that is known
    /// @throws Problem if the person has no such certificate, or it isn't said what was found
    @Transactional
    public Qualifications check(
            UUID id,
            @Nullable String name,
            @Nullable String finding,
            @Nullable LocalDate expires,
            @Nullable String note,
            Caller caller) {
        needStaffing(caller);
        if (!people.knows(id)) throw Problem.notFound();
        var before = qualified.of(id);
        if (name == null || before.certificates().stream().noneMatch(each -> each.isCalled(name)))
            throw Problem.invalid("name", "There is no such certificate.").hint("Note the certificate first.");
        if (finding == null || !FINDINGS.contains(finding))
            throw Problem.invalid("finding", "It isn't said what was found.").hint("Say met, notMet or unclear.");
        var said = note == null || note.isBlank() ? "" : text("note", note);
        var check = new Qualifications.Check(
                finding, said, caller.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var certificates = before.certificates().stream()
                .map(each -> each.isCalled(name) ? looked(each, check, expires) : each)
                .toList();
        var next = before.with(certificates, before.version() + 1);
        keep(id, next, before, before.version());
        audit.record(caller, "certificate-checked", "person", id, null, Map.of("name", name, "finding", finding));
        live.publish("person", id, next.version(), caller.account(), EventScope.company());
        return next;
    }

    /// Looking into what people say of themselves is for whoever staffs projects in the whole company.
    static void needStaffing(Caller caller) {
        if (!caller.where(Permission.STAFFING_EDIT).company())
            throw Problem.forbidden().hint("Somebody who staffs projects in the whole company can.");
    }

    private static Qualifications.Certificate looked(
            Qualifications.Certificate claimed, Qualifications.Check check, @Nullable LocalDate expires) {
        return new Qualifications.Certificate(
                claimed.name(),
                claimed.issuer(),
                claimed.management(),
                expires == null ? claimed.expires() : expires,
                check);
    }

    private static Qualifications checked(Qualifications known, Qualifications before, long version) {
        var fields = new TreeMap<String, java.time.LocalDate>();
        known.fieldsSince().forEach((field, since) -> fields.put(plain("fieldsSince", field), since));
        var shown = new TreeMap<String, String>();
        known.shown().forEach((skill, what) -> shown.put(skill(skill), text("shown", what)));
        if (Stream.of(known.certificates(), known.degrees(), fields.keySet(), known.budgets(), known.hardware())
                .anyMatch(each -> each.size() > MOST))
            throw Problem.invalid("certificates", "There are at most %d of each.".formatted(MOST));
        return new Qualifications(
                known.leadingSince(),
                fields,
                known.certificates().stream()
                        .map(each -> certificate(each, before))
                        .toList(),
                known.degrees().stream().map(QualificationEditing::degree).toList(),
                known.budgets().stream().map(QualificationEditing::budget).toList(),
                known.hardware().stream().map(each -> text("hardware", each)).toList(),
                shown,
                version);
    }

    private static String skill(String skill) {
        if (SKILLS.contains(skill)) return skill;
        throw Problem.invalid("shown", "“%s” is none of the four skills.".formatted(skill))
                .hint("Write communication, organisation, punctuality or leadingATeam.");
    }

    private static Money budget(Money budget) {
        if (budget.minor() <= 0) throw Problem.invalid("budgets", "A budget is more than nothing.");
        try {
            return new Money(
                    budget.minor(), Currency.getInstance(budget.currency()).getCurrencyCode());
        } catch (IllegalArgumentException | NullPointerException unknown) {
            throw Problem.invalid("budgets", "“%s” is no currency.".formatted(budget.currency()))
                    .hint("Write its three letters of ISO 4217, as EUR.");
        }
    }

    private static Qualifications.Certificate certificate(Qualifications.Certificate written, Qualifications before) {
        var issuer = written.issuer();
        var check = before.certificates().stream()
                .filter(each -> each.isCalled(written.name()) && Objects.equals(each.expires(), written.expires()))
                .findFirst()
                .map(Qualifications.Certificate::checked);
        return new Qualifications.Certificate(
                text("certificates", written.name()),
                issuer == null || issuer.isBlank() ? null : text("certificates", issuer),
                written.management(),
                written.expires(),
                check.orElse(written.checked()));
    }

    private static Qualifications.Degree degree(Qualifications.Degree degree) {
        var level = plain("degrees", degree.level());
        if (!LEVELS.contains(level))
            throw Problem.invalid("degrees", "“%s” is no level of a degree.".formatted(level))
                    .hint("Write one of %s.".formatted(String.join(", ", List.of("bachelor", "master", "doctor"))));
        return new Qualifications.Degree(level, plain("degrees", degree.field()));
    }

    private static String plain(String field, @Nullable String text) {
        return text(field, text).toLowerCase(Locale.ROOT);
    }

    private static String text(String field, @Nullable String text) {
        var seen = text == null ? "" : Seen.of(text).strip();
        if (seen.isEmpty() || seen.length() > LONGEST)
            throw Problem.invalid(field, "A name has 1 to %d characters.".formatted(LONGEST));
        return seen;
    }
}
