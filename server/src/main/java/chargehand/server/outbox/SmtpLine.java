package chargehand.server.outbox;

import chargehand.server.outbox.MailSettings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// A line to the mail server, over which one mail is handed after the other.
///
/// A mail server has taken a mail when it has read the dot after its text (RFC 5321, 4.1.1.4); one that ends before is
/// nothing to it. So whatever has to be stored about the hand-over is stored when all has been said but the dot: who
/// dies
/// before that has sent nothing, who dies after it knows that the mail may be there.
final class SmtpLine implements AutoCloseable {
    private static final String PATIENCE_MS = "30000";

    private final Session session;
    private final Careful transport;

    private SmtpLine(Session session, Careful transport) {
        this.session = session;
        this.transport = transport;
    }

    static SmtpLine open(Smtp to) throws MessagingException {
        var session = Session.getInstance(properties(to));
        var transport = new Careful(session, new URLName("smtp", to.host(), to.port(), null, null, null), to.tls());
        transport.connect(to.host(), to.port(), to.user(), to.password());
        return new SmtpLine(session, transport);
    }

    private static Properties properties(Smtp to) {
        var all = new Properties();
        for (var protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            all.setProperty(protocol + "connectiontimeout", PATIENCE_MS);
            all.setProperty(protocol + "timeout", PATIENCE_MS);
            all.setProperty(protocol + "writetimeout", PATIENCE_MS);
            all.setProperty(protocol + "starttls.enable", "true");
            all.setProperty(protocol + "starttls.required", Boolean.toString(to.startTls()));
            all.setProperty(protocol + "ssl.checkserveridentity", "true");
            all.setProperty(protocol + "auth", Boolean.toString(to.user() != null));
            all.setProperty(protocol + "from", to.from());
            all.setProperty(protocol + "localhost", to.name());
        }
        return all;
    }

    Session session() {
        return session;
    }

    /// What became of it.
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /// The mail server doesn't want it; now or ever.
        record Refused(boolean forGood, String answer) implements Outcome {}

        /// The line broke before the last word: it wasn't taken.
        record Broken(String trouble) implements Outcome {}

        /// The line broke after the last word.
        record Unsure(String trouble) implements Outcome {}
    }

    /// @param beforeTheDot what is to be stored; if it fails, nothing is sent
    Outcome hand(MimeMessage mail, Runnable beforeTheDot) {
        transport.begin(beforeTheDot);
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Taken();
        } catch (MessagingException failed) {
            var code = code(failed);
            var said = said(failed);
            if (code >= 400) return new Outcome.Refused(code >= 500, said);
            return transport.isDotSent() ? new Outcome.Unsure(said) : new Outcome.Broken(said);
        }
    }

    /// Of the mail server's answer, or 0.
    private static int code(MessagingException failed) {
        for (Exception each = failed; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address) return address.getReturnCode();
            if (each instanceof SMTPSendFailedException sending && sending.getReturnCode() >= 400 && next(each) == null)
                return sending.getReturnCode();
        }
        return 0;
    }

    private static @Nullable Exception next(Exception failed) {
        return failed instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static String said(MessagingException failed) {
        var text = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    boolean isOpen() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // It is closed either way.
        }
    }

    private static final class Careful extends SMTPTransport {
        private Runnable before = () -> {};
        private boolean dotSent;

        Careful(Session session, URLName to, boolean tls) {
            super(session, to, tls ? "smtps" : "smtp", tls);
        }

        void begin(Runnable before) {
            this.before = before;
            dotSent = false;
        }

        boolean isDotSent() {
            return dotSent;
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            try {
                before.run();
            } catch (RuntimeException notStored) {
                // As the line's own failure, for then it is closed without the dot.
                throw new IOException(notStored);
            }
            dotSent = true;
            super.finishData();
        }
    }
}
