package chargehand.server.reporting;

import chargehand.engine.staffing.cv.CvLine;
import chargehand.files.cv.CvFile;
import chargehand.files.cv.CvFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The text of a file that somebody hands in, as far as it has any. PDF and office documents are read in a limited
/// process of their own, which ends with the file; one at a time.
@Component
class WordsInside {
    private static final Logger LOG = LoggerFactory.getLogger(WordsInside.class);
    private static final int LOOKED_AT = 1 << 20;

    private final Semaphore one = new Semaphore(1);

    /// Empty where it can't be read: that nothing is found in it proves nothing.
    String of(byte[] bytes, String name) {
        if (!isWrapped(bytes)) return new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
        try {
            one.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
        try (var files = new CvFiles(1)) {
            return text(files.read(bytes, name));
        } catch (IOException failed) {
            LOG.warn("What is inside a document could not be looked at: {}", failed.getMessage());
            return "";
        } finally {
            one.release();
        }
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

    private static String text(CvFile read) {
        return read.text().lines().stream().map(CvLine::text).collect(Collectors.joining("\n"));
    }
}
