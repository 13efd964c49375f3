package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.cv.Budget;
import chargehand.engine.staffing.cv.Certificate;
import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.cv.Degree;
import chargehand.engine.staffing.fit.Side;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.files.cv.CvFile;
import chargehand.files.cv.CvFiles;
import chargehand.server.documents.Documents;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the CVs of applications in the background, each in a limited process of its own, and holds them against the
/// profile of the kind that is looked for. What can't be read has a state and a reason, and waits for a person; the
/// next one goes on.
@Service
class CvChecking {
    private static final Logger LOG = LoggerFactory.getLogger(CvChecking.class);
    /// As many at once as leave something of a small machine to those who work on it.
    private static final int READERS = 2;
    /// One that has failed so often not because of what is in it would fail for ever.
    private static final int MOST_TRIES = 3;
    /// Pages hear of every so many.
    private static final int TOLD_EVERY = 20;
    /// Most are read in a tenth of it.
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final CvQueue queue;
    private final Vacancies vacancies;
    private final Documents documents;
    private final CompanyProfiles profiles;
    private final LiveEvents live;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final CvFiles files = new CvFiles(READERS);
    private final ThreadPoolExecutor background;
    /// What this server has claimed and not checked yet.
    private final Set<UUID> claimed = ConcurrentHashMap.newKeySet();

    CvChecking(
            CvQueue queue,
            Vacancies vacancies,
            Documents documents,
            CompanyProfiles profiles,
            LiveEvents live,
            TransactionTemplate transactions,
            Clock clock) {
        this.queue = queue;
        this.vacancies = vacancies;
        this.documents = documents;
        this.profiles = profiles;
        this.live = live;
        this.transactions = transactions;
        this.clock = clock;
        // Whoever works goes on until nothing is left, so more than one who waits to begin would find nothing.
        background = new ThreadPoolExecutor(
                READERS,
                READERS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(READERS),
                work -> {
                    var thread = new Thread(work, "checking CVs");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// Ends with the CVs that are being read. What takes too long for that is for whoever comes next, at once.
    @PreDestroy
    void stop() {
        background.shutdown();
        try {
            if (!background.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS))
                LOG.info("CVs that are being read are read again after the next start.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        files.close();
        claimed.forEach(queue::giveBack);
    }

    @TransactionalEventListener
    void on(ApplicationReceived received) {
        background.execute(this::drain);
    }

    /// What a server that was ended had not come to.
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void goOn() {
        background.execute(this::drain);
    }

    /// Until nothing waits, or the server stops.
    private void drain() {
        try {
            while (!background.isShutdown()) {
                var next = queue.claim();
                if (next.isEmpty()) return;
                quietly(next.get());
            }
        } catch (RuntimeException failed) {
            LOG.warn("CVs wait to be checked: {}", failed.getMessage());
        }
    }

    private void quietly(CvQueue.Waiting waiting) {
        claimed.add(waiting.application());
        try {
            check(waiting);
            claimed.remove(waiting.application());
        } catch (IOException | RuntimeException failed) {
            // What a stop breaks off says nothing about the CV.
            if (background.isShutdown()) return;
            LOG.warn("A CV could not be checked: {}", failed.getMessage());
            if (waiting.tries() < MOST_TRIES) queue.giveBack(waiting.application());
            else
                queue.put(
                        waiting.application(),
                        CvChecked.unread("broken", "It could not be read, for reasons that the server's log tells."));
            claimed.remove(waiting.application());
        }
    }

    /// @throws IOException if no process can be started
    void check(CvQueue.Waiting waiting) throws IOException {
        var vacancy = vacancies.find(waiting.vacancy()).orElse(null);
        var document = documents.find(waiting.document()).orElse(null);
        if (vacancy == null || document == null) return;
        var checked = checked(files.read(documents.bytes(document.id()), document.name()), vacancy.kind());
        transactions.executeWithoutResult(status -> queue.put(waiting.application(), checked));
        tell(vacancy);
    }

    /// Counted once the result is stored: of two that end at the same time each would else see the other wait, and
    /// nobody would hear that all are done.
    private void tell(Vacancy vacancy) {
        if (queue.waiting(vacancy.id()) % TOLD_EVERY != 0) return;
        transactions.executeWithoutResult(
                status -> live.publish("vacancy", vacancy.id(), vacancy.version(), null, EventScope.company()));
    }

    private CvChecked checked(CvFile file, String kind) {
        var profile = profiles.current(profile(kind));
        var said = CvCheck.of(file.text(), LocalDate.now(clock));
        var findings = CriteriaCheck.of(profile, said);
        boolean read = file.state() == CvFile.State.READ;
        return new CvChecked(
                file.state().name().toLowerCase(Locale.ROOT),
                file.reason(),
                profile.name(),
                profile.version(),
                read ? findings.stream().map(CvChecking::found).toList() : List.of(),
                null,
                file.text().lines().stream().map(CvChecking::line).toList(),
                said.certificates().stream().map(CvChecking::certificate).toList(),
                said.years().stream()
                        .map(each -> new CvChecked.Years(
                                each.field().code(),
                                each.years(),
                                line(each.lines().getFirst())))
                        .toList(),
                said.degrees().stream().map(CvChecking::degree).toList(),
                said.budgets().stream().map(CvChecking::budget).toList(),
                Stream.concat(said.hardware().stream(), said.tools().stream())
                        .map(each -> new CvChecked.Known(each.name(), line(each.line())))
                        .toList());
    }

    static String profile(String kind) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElse(Kind.PROJECT_MANAGER)
                .profile();
    }

    /// The kinds of manager whose CVs are held against a profile.
    static List<String> kinds(String profile) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.profile().equals(profile))
                .map(Kind::code)
                .toList();
    }

    private static CvChecked.Found found(CriterionFinding finding) {
        return new CvChecked.Found(
                finding.criterion().id(),
                finding.criterion().must(),
                finding.criterion().sentence(),
                finding.criterion().requirement().words(),
                Side.of(finding.criterion().requirement()).code(),
                finding.finding().code(),
                finding.line() == null ? null : line(finding.line()));
    }

    private static CvChecked.Claimed certificate(Certificate certificate) {
        var entry = certificate.entry();
        return new CvChecked.Claimed(
                entry.name(),
                entry.issuer(),
                entry.group(),
                entry.source(),
                certificate.state() == Certificate.State.UNCLEAR ? "unclear" : "claimed",
                line(certificate.line()));
    }

    private static CvChecked.Degree degree(Degree degree) {
        return new CvChecked.Degree(
                degree.level().name().toLowerCase(Locale.ROOT), degree.field(), line(degree.line()));
    }

    private static CvChecked.Budget budget(Budget budget) {
        var amount = budget.amount();
        return new CvChecked.Budget(
                amount == null ? 0 : amount.units(), amount == null ? null : amount.currency(), line(budget.line()));
    }

    private static CvChecked.Line line(CvLine line) {
        return new CvChecked.Line(line.n(), line.text());
    }
}
