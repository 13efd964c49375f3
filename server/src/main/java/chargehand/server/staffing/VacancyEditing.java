package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes, edits and publishes vacancies.
@Service
class VacancyEditing {
    private static final int USUAL_WEEKS = 6;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_LINE = 200;

    private final Vacancies vacancies;
    private final Companies companies;
    private final CompanyProfiles profiles;
    private final Audit audit;
    private final LiveEvents live;
    private final Clock clock;

    VacancyEditing(
            Vacancies vacancies,
            Companies companies,
            CompanyProfiles profiles,
            Audit audit,
            LiveEvents live,
            Clock clock) {
        this.vacancies = vacancies;
        this.companies = companies;
        this.profiles = profiles;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// What somebody changes; null leaves it as it is.
    record Change(
            @Nullable String title,
            @Nullable String body,
            @Nullable String contact,
            @Nullable String place,
            @Nullable String country,
            @Nullable Boolean remote,
            Vacancy.@Nullable Employment employment,
            @Nullable LocalDate validUntil) {}

    /// A draft from an assessment.
    ///
    /// @param kind null for what was assessed; of a close call the technical one
    @Transactional
    Vacancy draft(Caller caller, StoredAssessment assessment, @Nullable String kind) {
        var company = companies.get();
        var wanted = kind(kind, assessment);
        var draft = new VacancyDraft(
                VacancyWords.in(company.language()),
                assessment.result(),
                wanted,
                company.name(),
                profiles.current(wanted.profile()),
                Locale.forLanguageTag(company.language()));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var vacancy = new Vacancy(
                Ids.next(clock),
                assessment.id(),
                assessment.project(),
                wanted.code(),
                company.language(),
                draft.title(assessment.title()),
                draft.body(),
                null,
                null,
                company.country(),
                false,
                Vacancy.Employment.fullTime,
                today().plusWeeks(USUAL_WEEKS),
                null,
                null,
                new StoredAssessment.Author(caller.account(), caller.name()),
                1);
        vacancies.insert(vacancy, now);
        done(caller, "vacancy-written", vacancy);
        return vacancy;
    }

    private static Kind kind(@Nullable String asked, StoredAssessment assessment) {
        var result = assessment.result();
        var code = asked != null
                ? asked
                : result.answer().equals("closeCall")
                        ? result.options().getLast().kind()
                        : result.answer();
        return Arrays.stream(Kind.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "“%s” is no kind of manager.".formatted(code)));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of(companies.get().zone())));
    }

    @Transactional
    Vacancy change(Caller caller, Vacancy before, Change change, long version) {
        return put(
                caller,
                "vacancy-changed",
                before,
                version,
                was -> new Vacancy(
                        was.id(),
                        was.assessment(),
                        was.project(),
                        was.kind(),
                        was.language(),
                        line("title", change.title(), was.title()),
                        body(change.body(), was.body()),
                        optional("contact", change.contact(), was.contact()),
                        optional("place", change.place(), was.place()),
                        country(change.country(), was.country()),
                        change.remote() == null ? was.remote() : change.remote(),
                        change.employment() == null ? was.employment() : change.employment(),
                        change.validUntil() == null ? was.validUntil() : change.validUntil(),
                        was.published(),
                        was.closed(),
                        was.author(),
                        was.version() + 1));
    }

    /// Everybody may read it from now on.
    ///
    /// @throws Problem if something is missing that applicants, or search engines for jobs, need
    @Transactional
    Vacancy publish(Caller caller, Vacancy before, long version) {
        if (before.contact() == null || !before.contact().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            throw Problem.invalid("contact", "There is no e-mail address to which people can apply.")
                    .hint("Write one that somebody reads.");
        if (before.place() == null)
            throw Problem.invalid("place", "A place is missing, which search engines for jobs require.")
                    .hint("Name the town, also where the work can be done from anywhere.");
        if (before.validUntil().isBefore(today()))
            throw Problem.invalid("validUntil", "The last day is over.").hint("Choose a day that is still to come.");
        return put(
                caller,
                "vacancy-published",
                before,
                version,
                was -> state(was, clock.instant().truncatedTo(ChronoUnit.MILLIS), null));
    }

    /// Nobody but ourselves may read it any more.
    @Transactional
    Vacancy close(Caller caller, Vacancy before, long version) {
        return put(
                caller,
                "vacancy-closed",
                before,
                version,
                was -> state(was, was.published(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static Vacancy state(
            Vacancy was, java.time.@Nullable Instant published, java.time.@Nullable Instant closed) {
        return new Vacancy(
                was.id(),
                was.assessment(),
                was.project(),
                was.kind(),
                was.language(),
                was.title(),
                was.body(),
                was.contact(),
                was.place(),
                was.country(),
                was.remote(),
                was.employment(),
                was.validUntil(),
                published,
                closed,
                was.author(),
                was.version() + 1);
    }

    private Vacancy put(Caller caller, String action, Vacancy before, long version, UnaryOperator<Vacancy> change) {
        if (before.version() != version) throw Version.outdated(before.version());
        var after = change.apply(before);
        if (!vacancies.update(after)) throw Version.outdated(before.version());
        done(caller, action, after);
        return after;
    }

    private void done(Caller caller, String action, Vacancy vacancy) {
        audit.record(caller, action, "vacancy", vacancy.id(), vacancy.project(), Map.of("title", vacancy.title()));
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
    }

    private static String line(String field, @Nullable String written, String was) {
        if (written == null) return was;
        if (written.isBlank() || written.strip().length() > LONGEST_LINE)
            throw Problem.invalid(field, "It has 1 to %d characters.".formatted(LONGEST_LINE));
        return written.strip();
    }

    /// Blank clears it.
    private static @Nullable String optional(String field, @Nullable String written, @Nullable String was) {
        if (written == null) return was;
        return written.isBlank() ? null : line(field, written, "");
    }

    private static String body(@Nullable String written, String was) {
        if (written == null) return was;
        if (written.isBlank() || written.length() > LONGEST_BODY)
            throw Problem.invalid("body", "A vacancy has 1 to %d characters.".formatted(LONGEST_BODY));
        return written;
    }

    private static String country(@Nullable String written, String was) {
        if (written == null) return was;
        if (!Arrays.asList(java.util.Locale.getISOCountries()).contains(written))
            throw Problem.invalid("country", "“%s” is no country of ISO 3166.".formatted(written));
        return written;
    }
}
