package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes what was said, with the name of whoever notes it. Nothing decides by it.
@Service
class Interviewing {
    private static final Set<String> FINDINGS = Set.of("met", "notMet", "unclear");
    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_LINE = 200;

    private final Applications applications;
    private final Interviews interviews;
    private final CandidateDeeds deeds;
    private final LiveEvents live;
    private final Clock clock;

    Interviewing(Applications applications, Interviews interviews, CandidateDeeds deeds, LiveEvents live, Clock clock) {
        this.applications = applications;
        this.interviews = interviews;
        this.deeds = deeds;
        this.live = live;
        this.clock = clock;
    }

    /// @param cv as the reader may see it: blank, or not
    Interview of(Application application, @Nullable CvChecked cv) {
        return Interview.of(cv, interviews.notes(application.id()), interviews.references(application.id()));
    }

    /// @throws Problem while it is blank, or if there is no such question
    @Transactional
    void note(
            Caller caller,
            Vacancy vacancy,
            Application application,
            @Nullable String question,
            @Nullable String finding,
            @Nullable String note,
            @Nullable LocalDate until) {
        needOpen(application);
        var asked = of(application, applications.checked(application.id()).orElse(null));
        if (question == null
                || asked.questions().stream().noneMatch(each -> each.id().equals(question)))
            throw Problem.invalid("question", "There is no such question.");
        if (finding == null || !FINDINGS.contains(finding))
            throw Problem.invalid("finding", "It isn't said what the answer shows.")
                    .hint("Say met, notMet or unclear.");
        var written =
                new Interview.Note(question, finding, text("note", note, LONGEST_NOTE), until, author(caller), now());
        interviews.insert(Ids.next(clock), application.id(), written);
        done(caller, "interview-noted", vacancy, application, Map.of("question", question));
    }

    /// @throws Problem while it is blank, or if something is missing
    @Transactional
    void refer(
            Caller caller,
            Vacancy vacancy,
            Application application,
            @Nullable String name,
            @Nullable String relation,
            @Nullable String said) {
        needOpen(application);
        var written = new Interview.Reference(
                text("name", name, LONGEST_LINE),
                text("relation", relation, LONGEST_LINE),
                text("said", said, LONGEST_NOTE),
                author(caller),
                now());
        interviews.insert(Ids.next(clock), application.id(), written);
        done(caller, "reference-noted", vacancy, application, Map.of());
    }

    private static void needOpen(Application application) {
        if (application.openedBy() == null) throw Reviewing.stillBlank();
    }

    private static StoredAssessment.Author author(Caller caller) {
        return new StoredAssessment.Author(caller.account(), caller.name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String text(String field, @Nullable String written, int longest) {
        if (written == null || written.isBlank() || written.strip().length() > longest)
            throw Problem.invalid(field, "It has 1 to %d characters.".formatted(longest));
        return written.strip();
    }

    private void done(
            Caller caller, String action, Vacancy vacancy, Application application, Map<String, Object> detail) {
        deeds.record(caller, action, vacancy, application.id(), detail);
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
    }
}
