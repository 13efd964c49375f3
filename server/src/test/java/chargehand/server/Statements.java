package chargehand.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
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
        var listening = new Listening();
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
        return listening.statements;
    }

    /// Whoever logs is known only while they do: an event that is asked later names the thread that asks.
    private static final class Listening extends AppenderBase<ILoggingEvent> {
        private final Thread here = Thread.currentThread();
        private final List<String> statements = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            var said = event.getFormattedMessage();
            if (Thread.currentThread() == here && said.startsWith(ASKED)) statements.add(said);
        }
    }
}
