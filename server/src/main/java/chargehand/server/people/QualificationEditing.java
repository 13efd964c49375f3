package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes what a person has learned, and decides who may read it: the person, their lead, and whoever staffs projects in
/// the company.
@Service
public class QualificationEditing {
    private static final Set<String> LEVELS = Set.of("bachelor", "master", "doctor");
    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private final People people;
    private final Qualified qualified;
    private final Audit audit;
    private final LiveEvents live;

    QualificationEditing(People people, Qualified qualified, Audit audit, LiveEvents live) {
        this.people = people;
        this.qualified = qualified;
        this.audit = audit;
        this.live = live;
    }

    /// @throws Problem if the person is not there, or this is not for the caller
    public Qualifications read(UUID id, Caller caller) {
        var person = people.find(id).orElseThrow(Problem::notFound);
        boolean own = id.equals(caller.person())
                || (person.lead() != null && person.lead().equals(caller.person()));
        if (own || caller.where(Permission.STAFFING_SEE).company()) return qualified.of(id);
        throw Problem.forbidden().hint("The person, their lead, or somebody who staffs projects can see it.");
    }

    /// @param known all that is known from now on
    /// @param version the one that it was written upon; 0 for the first
    @Transactional
    public Qualifications put(UUID id, Qualifications known, long version, Caller caller) {
        if (!people.knows(id)) throw Problem.notFound();
        var next = checked(known, version + 1);
        if (qualified.of(id).version() != version || !qualified.put(id, next))
            throw Version.outdated(qualified.of(id).version());
        audit.record(caller, "qualifications-changed", "person", id, null, Map.of("version", next.version()));
        live.publish("person", id, next.version(), caller.account(), EventScope.company());
        return next;
    }

    private static Qualifications checked(Qualifications known, long version) {
        var fields = new TreeMap<String, java.time.LocalDate>();
        known.fieldsSince().forEach((field, since) -> fields.put(plain("fieldsSince", field), since));
        if (known.certificates().size() > MOST || known.degrees().size() > MOST || fields.size() > MOST)
            throw Problem.invalid("certificates", "There are at most %d of each.".formatted(MOST));
        return new Qualifications(
                known.leadingSince(),
                fields,
                known.certificates().stream()
                        .map(each -> new Qualifications.Certificate(
                                text("certificates", each.name()),
                                each.issuer() == null || each.issuer().isBlank()
                                        ? null
                                        : text("certificates", each.issuer()),
                                each.management(),
                                each.expires()))
                        .toList(),
                known.degrees().stream().map(QualificationEditing::degree).toList(),
                version);
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
        if (text == null || text.isBlank() || text.strip().length() > LONGEST)
            throw Problem.invalid(field, "A name has 1 to %d characters.".formatted(LONGEST));
        return text.strip();
    }
}
