package chargehand.server.staffing;

import chargehand.server.audit.Audit;
import chargehand.server.documents.Document;
import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Secret;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.staffing.Applications.Applicant;
import chargehand.server.staffing.Applications.Attached;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes applications in. The record of deeds learns that one came, and nothing of who it is from.
@Service
class Applying {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_MESSAGE = 10_000;
    private static final int LONGEST_TEXT = 100_000;

    private final Applications applications;
    private final Documents documents;
    private final Audit audit;
    private final CandidateDeeds deeds;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applying(
            Applications applications,
            Documents documents,
            Audit audit,
            CandidateDeeds deeds,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.documents = documents;
        this.audit = audit;
        this.deeds = deeds;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// What was sent along.
    record Upload(String name, byte[] bytes) {}

    /// @param file null for none
    /// @return what opens their own page, which is kept nowhere
    /// @throws Problem if a name or an address is missing, or the file can't be taken
    @Transactional
    Secret apply(Vacancy vacancy, String name, String email, @Nullable String message, @Nullable Upload file) {
        var applicant = new Applicant(line("name", name), email(email), message(message));
        var own = Secret.next(Secret.Kind.APPLICATION);
        var id = take(vacancy, "applied", applicant, file == null ? null : documents.store(file.name(), file.bytes()));
        applications.keep(id, own.hash());
        audit.record(Caller.SYSTEM, "application-received", "vacancy", vacancy.id(), vacancy.project(), Map.of());
        live.publish("vacancy", vacancy.id(), vacancy.version(), null, EventScope.company());
        return own;
    }

    /// What became of files that somebody added to a vacancy.
    ///
    /// @param taken how many wait to be read, whatever they are
    @Schema(name = "CvUpload")
    record Uploaded(int taken, List<Refused> refused) {}

    @Schema(name = "CvRefused")
    record Refused(String name, String reason) {}

    /// Each file is an application of its own. What no program can read is kept all the same, for a person; only one
    /// that is too large is not.
    @Transactional
    Uploaded add(Caller caller, Vacancy vacancy, List<Upload> files) {
        var refused = new ArrayList<Refused>();
        for (var file : files) {
            if (file.bytes().length > Documents.MOST_BYTES)
                refused.add(new Refused(file.name(), "It has more than 10 MB. Send a smaller one."));
            else take(vacancy, "uploaded", Applicant.UNKNOWN, documents.storeAny(file.name(), file.bytes()));
        }
        int taken = files.size() - refused.size();
        audit.record(caller, "cvs-added", "vacancy", vacancy.id(), vacancy.project(), Map.of("files", taken));
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
        return new Uploaded(taken, refused);
    }

    /// Somebody of whom there is no file: what is known of them is typed or pasted, and read like any other CV.
    ///
    /// @param email may be empty
    /// @throws Problem if a value can't be right
    @Transactional
    UUID note(Caller caller, Vacancy vacancy, String name, String email, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT)
            throw Problem.invalid("text", "It has 1 to %d characters.".formatted(LONGEST_TEXT));
        var applicant = new Applicant(line("name", name), email.isBlank() ? "" : email(email), null);
        var file = documents.storeAny("noted.txt", text.strip().getBytes(StandardCharsets.UTF_8));
        var id = take(vacancy, "uploaded", applicant, file);
        audit.record(caller, "candidate-noted", "vacancy", vacancy.id(), vacancy.project(), Map.of());
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
        return id;
    }

    /// A page of their own for somebody whose CV came otherwise than from themselves, or who has lost its address: what
    /// opened it before opens it no longer.
    ///
    /// @return what opens it, which is kept nowhere
    /// @throws Problem while it is blank, since nobody could tell to whom to send it
    @Transactional
    Secret give(Caller caller, Vacancy vacancy, Application application) {
        if (application.openedBy() == null) throw Reviewing.stillBlank();
        var own = Secret.next(Secret.Kind.APPLICATION);
        applications.keep(application.id(), own.hash());
        deeds.record(caller, "own-page-given", vacancy, application.id(), Map.of());
        return own;
    }

    private UUID take(Vacancy vacancy, String source, Applicant applicant, @Nullable Document document) {
        var id = Ids.next(clock);
        var file = document == null ? null : new Attached(document.id(), document.name());
        applications.insert(
                id, vacancy.id(), source, applicant, file, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        events.publishEvent(new ApplicationReceived(id));
        return id;
    }

    /// Notes who it is, as a person has read it.
    ///
    /// @throws Problem while it is blank, or if a value can't be right
    @Transactional
    void name(Caller caller, Vacancy vacancy, Application application, String name, String email) {
        if (application.openedBy() == null) throw Reviewing.stillBlank();
        applications.name(application.id(), line("name", name), email.isBlank() ? "" : email(email));
        deeds.record(caller, "applicant-named", vacancy, application.id(), Map.of());
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
    }

    private static String line(String field, String written) {
        var plain = written.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_LINE)
            throw Problem.invalid(field, "It has 1 to %d characters.".formatted(LONGEST_LINE));
        return plain;
    }

    private static String email(String written) {
        var plain = line("email", written);
        if (!plain.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            throw Problem.invalid("email", "That is no e-mail address.").hint("Write it as name@place.example.");
        return plain;
    }

    private static @Nullable String message(@Nullable String written) {
        if (written == null || written.isBlank()) return null;
        if (written.length() > LONGEST_MESSAGE)
            throw Problem.invalid("message", "A message has at most %d characters.".formatted(LONGEST_MESSAGE));
        return written.strip();
    }
}
