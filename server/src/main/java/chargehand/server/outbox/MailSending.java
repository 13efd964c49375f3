package chargehand.server.outbox;

import chargehand.server.outbox.MailSettings.Smtp;
import chargehand.server.outbox.SmtpLine.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;

/// Hands mails that are due to the mail server: each once, on whichever node, whatever dies when.
///
/// A mail is held by a transaction from the moment it is chosen until all of it is said but the last dot. That
/// transaction stores that it was handed over; then comes the dot, then the answer. Whoever dies before lets go of it,
/// and another one sends it; whoever dies after leaves a mail that may have been taken, and it is sent no second time
/// unless a person says so.
@Component
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final int LANES = 4;
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final MailSettings settings;
    private final Mails mails;
    private final MailWriting writing;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Semaphore lanes = new Semaphore(LANES);
    private final AtomicBoolean unreachable = new AtomicBoolean();
    private volatile boolean stopping;

    MailSending(
            MailSettings settings,
            Mails mails,
            MailWriting writing,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.mails = mails;
        this.writing = writing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT1S")
    void round() {
        var smtp = settings.smtp().orElse(null);
        if (smtp == null || stopping) return;
        mails.settle();
        int wanted = Math.min(mails.due(clock.instant()), unreachable.get() ? 1 : LANES);
        for (int i = 0; i < wanted && lanes.tryAcquire(); i++)
            Thread.ofVirtual().name("mail").start(() -> lane(smtp));
    }

    private void lane(Smtp smtp) {
        try (var line = SmtpLine.open(smtp)) {
            if (unreachable.getAndSet(false)) LOG.info("The mail server answers again.");
            while (!stopping && line.isOpen() && one(line, smtp)) {}
        } catch (MessagingException away) {
            if (!unreachable.getAndSet(true))
                LOG.warn("The mail server {} can't be reached: {}", smtp, away.getMessage());
            rest();
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Mails wait for the database", away);
        } finally {
            lanes.release();
        }
    }

    /// Mails that it can't take are not tried one by one meanwhile.
    private static void rest() {
        try {
            Thread.sleep(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false if nothing is due
    private boolean one(SmtpLine line, Smtp smtp) {
        var transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        try {
            var mail = mails.next(clock.instant()).orElse(null);
            if (mail == null) return false;
            var written = writing.write(mail, smtp, line.session()).orElse(null);
            if (written == null) {
                mails.end(mail.id(), "dropped", null);
                transactions.commit(transaction);
                return true;
            }
            settle(mail, line.hand(written, () -> {
                mails.handed(mail.id());
                transactions.commit(transaction);
            }));
            if (!transaction.isCompleted()) transactions.commit(transaction);
            return true;
        } finally {
            if (!transaction.isCompleted()) transactions.rollback(transaction);
        }
    }

    private void settle(Mails.Mail mail, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken() -> mails.end(mail.id(), "sent", null);
            case Outcome.Unsure(var trouble) -> mails.end(mail.id(), "unsure", trouble);
            // As if it had not been tried: that the line breaks says nothing about the mail.
            case Outcome.Broken(var trouble) -> mails.later(mail.id(), clock.instant(), mail.tries(), trouble);
            case Outcome.Refused(var forGood, var answer) -> {
                var next = forGood ? null : next(mail);
                if (next == null) mails.end(mail.id(), "failed", answer);
                else mails.later(mail.id(), next, mail.tries() + 1, answer);
            }
        }
    }

    /// Twice as long each time, for three days; null if it is enough.
    private @Nullable Instant next(Mails.Mail mail) {
        var pause = FIRST_PAUSE;
        var waited = Duration.ZERO;
        for (int i = 0; i < mail.tries(); i++) {
            waited = waited.plus(pause);
            pause = pause.multipliedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
        }
        return waited.compareTo(PATIENCE) > 0 ? null : clock.instant().plus(pause);
    }

    /// What is being said is said to its end.
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        quiet();
    }

    /// Waits until nobody is saying anything, for five seconds at most.
    void quiet() throws InterruptedException {
        if (lanes.tryAcquire(LANES, 5, TimeUnit.SECONDS)) lanes.release(LANES);
    }
}
