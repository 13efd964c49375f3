package chargehand.server.people;

import chargehand.server.identity.Accounts;
import chargehand.server.identity.Companies;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds a person and their lead of certificates that run out: four months before, since a
/// renewal takes points of learning; a month before; and once they have run out.
@Component
class CertificateReminding {
    /// Days before the last one.
    private static final int[] STAGES = {120, 30, -1};
    /// What ran out longer ago is no news.
    private static final int OLD_DAYS = 90;

    private final People people;
    private final Qualified qualified;
    private final Accounts accounts;
    private final Companies companies;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CertificateReminding(
            People people,
            Qualified qualified,
            Accounts accounts,
            Companies companies,
            Notices notices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.people = people;
        this.qualified = qualified;
        this.accounts = accounts;
        this.companies = companies;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT6H")
    void remind() {
        var company = companies.find().orElse(null);
        if (company == null) return;
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(company.zone()));
        qualified.all().forEach((person, known) -> {
            for (var each : known.certificates()) transaction.executeWithoutResult(_ -> remind(person, each, today));
        });
    }

    private void remind(UUID id, Qualifications.Certificate certificate, LocalDate today) {
        var expires = certificate.expires();
        if (expires == null) return;
        long days = ChronoUnit.DAYS.between(today, expires);
        int stage = stage(days);
        if (stage == 0 || days < -OLD_DAYS) return;
        var person = people.find(id).orElse(null);
        if (person == null || !note(id, certificate.name(), expires, stage)) return;
        var hearers = Stream.of(id, person.lead()).filter(Objects::nonNull).toList();
        var told = accounts.ofPersons(hearers).values().stream()
                .map(each -> each.id())
                .distinct()
                .toList();
        if (told.isEmpty()) return;
        notices.tell(
                told,
                new Occasion(Kind.NEED, null, false, null),
                words -> letter(words, person, certificate, expires, days < 0));
    }

    /// The last one that has come, counted from 1; 0 for none yet.
    private static int stage(long days) {
        int come = 0;
        for (int before : STAGES) if (days <= before) come++;
        return come;
    }

    private static Letter letter(
            LetterWords words, Person person, Qualifications.Certificate certificate, LocalDate expires, boolean over) {
        var day = words.day(expires);
        var checked = certificate.checked();
        var lines = checked == null
                ? List.of(new Line(words.say("certificate.unchecked"), null))
                : List.of(new Line(
                        words.say("certificate.checked"),
                        checked.by() + ", " + words.day(LocalDate.ofInstant(checked.at(), ZoneId.of("Etc/UTC")))));
        return new Letter(
                words.say(
                        over ? "certificate.over.subject" : "certificate.subject",
                        "certificate",
                        certificate.name(),
                        "name",
                        person.name(),
                        "day",
                        day),
                words.say(
                        over ? "certificate.over.lead" : "certificate.lead",
                        "certificate",
                        certificate.name(),
                        "name",
                        person.name(),
                        "day",
                        day),
                lines,
                "/people/" + person.id(),
                words.say("certificate.act"));
    }

    /// @return false if it was said already, on whichever node
    private boolean note(UUID person, String certificate, LocalDate expires, int stage) {
        return jdbc.sql("""
                        insert into people.certificate_reminder (person, certificate, expires, stage, at)
                        values (:person, :certificate, :expires, :stage, :at) on conflict do nothing
                        """)
                        .param("person", person)
                        .param("certificate", certificate)
                        .param("expires", expires)
                        .param("stage", stage)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
