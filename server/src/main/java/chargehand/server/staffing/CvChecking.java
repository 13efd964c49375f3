package chargehand.server.staffing;

import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.engine.staffing.profile.Profiles;
import chargehand.files.cv.CvFile;
import chargehand.files.cv.CvFiles;
import chargehand.server.documents.Documents;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the CVs of applications in the background, one after the other, each in a limited process of its own, and
/// holds
/// them against the profile of the kind that is looked for. What can't be read has a state and a reason, and waits for
/// a
/// person; the next one goes on.
@Service
class CvChecking {
    private static final Logger LOG = LoggerFactory.getLogger(CvChecking.class);

    private final Applications applications;
    private final Vacancies vacancies;
    private final Documents documents;
    private final LiveEvents live;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final CvFiles files = new CvFiles(1);
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "checking CVs");
        thread.setDaemon(true);
        return thread;
    });

    CvChecking(
            Applications applications,
            Vacancies vacancies,
            Documents documents,
            LiveEvents live,
            TransactionTemplate transactions,
            Clock clock) {
        this.applications = applications;
        this.vacancies = vacancies;
        this.documents = documents;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
        files.close();
    }

    /// What a server that was ended had not come to.
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        for (var each : applications.unchecked()) background.execute(() -> quietly(each));
    }

    @TransactionalEventListener
    void on(ApplicationReceived received) {
        background.execute(() -> quietly(received.application()));
    }

    private void quietly(UUID application) {
        try {
            check(application);
        } catch (IOException | RuntimeException failed) {
            LOG.warn("A CV could not be checked: {}", failed.getMessage());
        }
    }

    /// @throws IOException if no process can be started
    void check(UUID id) throws IOException {
        var waiting = applications.waiting(id).orElse(null);
        if (waiting == null) return;
        var vacancy = vacancies.find(waiting.vacancy()).orElse(null);
        var document = documents.find(waiting.document()).orElse(null);
        if (vacancy == null || document == null) return;
        var checked = checked(files.read(documents.bytes(document.id()), document.name()), vacancy.kind());
        transactions.executeWithoutResult(status -> {
            applications.putChecked(id, checked);
            live.publish("vacancy", vacancy.id(), vacancy.version(), null, EventScope.company());
        });
    }

    private CvChecked checked(CvFile file, String kind) {
        var profile = Profiles.named(profile(kind)).orElseThrow();
        var findings = CriteriaCheck.of(profile, CvCheck.of(file.text(), LocalDate.now(clock)));
        boolean read = file.state() == CvFile.State.READ;
        return new CvChecked(
                file.state().name().toLowerCase(Locale.ROOT),
                file.reason(),
                profile.name(),
                profile.version(),
                read ? findings.stream().map(CvChecking::found).toList() : List.of(),
                file.text().lines().stream().map(CvChecking::line).toList());
    }

    private static String profile(String kind) {
        return switch (kind) {
            case "technicalSoftware" -> "software";
            case "technicalInfrastructure" -> "infrastructure";
            default -> "management";
        };
    }

    private static CvChecked.Found found(CriterionFinding finding) {
        return new CvChecked.Found(
                finding.criterion().id(),
                finding.criterion().must(),
                finding.criterion().sentence(),
                finding.finding().code(),
                finding.line() == null ? null : line(finding.line()));
    }

    private static CvChecked.Line line(CvLine line) {
        return new CvChecked.Line(line.n(), line.text());
    }
}
