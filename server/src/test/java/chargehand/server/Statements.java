package chargehand.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a piece of work asks of the database, as Spring tells it; of this thread alone.
public final class Statements {
    private static final String ASKED = "Executing prepared SQL statement";

    private Statements() {}

    public static List<String> of(Callable<?> work) throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var listening = new ListAppender<ILoggingEvent>();
        var usual = logger.getLevel();
        listening.start();
        logger.addAppender(listening);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            work.call();
        } finally {
            logger.setAdditive(true);
            logger.setLevel(usual);
            logger.detachAppender(listening);
        }
        var here = Thread.currentThread().getName();
        return List.copyOf(listening.list).stream()
                .filter(each -> each.getThreadName().equals(here))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(each -> each.startsWith(ASKED))
                .toList();
    }
}
