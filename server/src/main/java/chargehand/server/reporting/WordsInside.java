package chargehand.server.reporting;

import chargehand.engine.staffing.cv.CvLine;
import chargehand.files.cv.CvFile;
import chargehand.files.cv.CvFiles;
import chargehand.server.shared.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The text of a file that somebody hands in, as far as it can be read. PDF and office documents, tables
/// too, are read in a limited process of their own, which ends with the file; one at a time. Nothing is
/// read in pictures.
@Component
class WordsInside {
    private static final Logger LOG = LoggerFactory.getLogger(WordsInside.class);
    private static final int LOOKED_AT = 1 << 20;

    /// No thread that answers requests waits longer for others' files.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final int RETRY_AFTER = 20;

    private final Semaphore one;
    private final Duration longest;

    @Autowired
    WordsInside() {
        this(new Semaphore(1, true), LONGEST_WAIT);
    }

    WordsInside(Semaphore one, Duration longest) {
        this.one = one;
        this.longest = longest;
    }

    /// What was found.
    ///
    /// @param read whether it could be looked into
    record Words(boolean read, String text) {}

    /// @throws Problem 503 where others' files are read for too long
    Words of(byte[] bytes) {
        var plain = CvFiles.plain(bytes, LOOKED_AT);
        if (plain != null) return new Words(true, plain);
        if (!isWrapped(bytes)) return new Words(false, "");
        takeTurn();
        try (var files = new CvFiles(1)) {
            return words(files.words(bytes));
        } catch (IOException failed) {
            LOG.warn("What is inside a document could not be looked at: {}", failed.getMessage());
            return new Words(false, "");
        } finally {
            one.release();
        }
    }

    private void takeTurn() {
        try {
            if (!one.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) throw busy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Problem busy() {
        return Problem.of(
                        503,
                        "busy",
                        "Other files are being read",
                        "The server looks into one file at a time, and others were before this one.")
                .hint("Try again in a minute.")
                .with("retryAfterSeconds", RETRY_AFTER);
    }

    /// A PDF, or an archive as office documents are, or one of the old ones.
    private static boolean isWrapped(byte[] bytes) {
        return begins(bytes, '%', 'P', 'D', 'F')
                || begins(bytes, 'P', 'K', 3, 4)
                || begins(bytes, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /// In what is empty there is nothing to be missed.
    private static Words words(CvFile read) {
        boolean looked = read.state() == CvFile.State.READ || read.state() == CvFile.State.EMPTY;
        return new Words(looked, read.text().lines().stream().map(CvLine::text).collect(Collectors.joining("\n")));
    }
}
