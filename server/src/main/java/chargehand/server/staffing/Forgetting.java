package chargehand.server.staffing;

import chargehand.server.audit.Audit;
import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Deletes applications for good: who it was, the file, its text and index, notes, references, decisions, and the key
/// without which the record of deeds says nothing of them. Whoever was taken on stays one of the people.
@Service
class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final JdbcClient jdbc;
    private final Vacancies vacancies;
    private final Applications applications;
    private final Retention retention;
    private final Documents documents;
    private final Companies companies;
    private final Audit audit;
    private final LiveEvents live;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Forgetting(
            JdbcClient jdbc,
            Vacancies vacancies,
            Applications applications,
            Retention retention,
            Documents documents,
            Companies companies,
            Audit audit,
            LiveEvents live,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.vacancies = vacancies;
        this.applications = applications;
        this.retention = retention;
        this.documents = documents;
        this.companies = companies;
        this.audit = audit;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param why `asked` by the applicant, or `over`
    void forget(Caller caller, Vacancy vacancy, Application application, String why) {
        transactions.executeWithoutResult(status -> {
            applications.document(vacancy.id(), application.id()).ifPresent(documents::delete);
            jdbc.sql("delete from staffing.application where id = :id")
                    .param("id", application.id())
                    .update();
            audit.record(
                    caller,
                    "application-forgotten",
                    "vacancy",
                    vacancy.id(),
                    vacancy.project(),
                    Map.of("number", application.number(), "why", why));
            live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
        });
    }

    /// Each in a transaction of its own: one that can't be deleted keeps no other.
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void run() {
        if (!companies.isSetUp()) return;
        var zone = ZoneId.of(companies.get().zone());
        for (var due : retention.due(LocalDate.now(clock.withZone(zone)), zone)) {
            try {
                var vacancy = vacancies.find(due.vacancy()).orElse(null);
                var application =
                        applications.find(due.vacancy(), due.application()).orElse(null);
                if (vacancy != null && application != null) forget(Caller.SYSTEM, vacancy, application, "over");
            } catch (RuntimeException failed) {
                LOG.warn("An application whose time is over could not be deleted yet: {}", failed.getMessage());
            }
        }
    }
}
