package chargehand.server.outbox;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.MailSettings.Smtp;
import chargehand.server.outbox.Mails.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes a mail when it goes: to where its reader's mail goes by then, without what they may not see any more.
@Component
class MailWriting {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final NoticeRows rows;
    private final Notices notices;
    private final Recipients recipients;
    private final Companies companies;
    private final Clock clock;

    MailWriting(NoticeRows rows, Notices notices, Recipients recipients, Companies companies, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.recipients = recipients;
        this.companies = companies;
        this.clock = clock;
    }

    /// Nothing where nobody is left to read it, or nothing to be read.
    Optional<MimeMessage> write(Mail mail, Smtp smtp, Session session) {
        var account = mail.account();
        if (account == null) return written(mail, mail.address(), letters(mail), smtp, session);
        var letters = rows.in(mail.id()).stream()
                .filter(each -> notices.isStillSeen(account, each.project()))
                .map(Notice::letter)
                .toList();
        return recipients.of(List.of(account)).stream()
                .findFirst()
                .flatMap(reader -> written(mail, reader.email(), letters, smtp, session));
    }

    private List<Letter> letters(Mail mail) {
        return rows.in(mail.id()).stream().map(Notice::letter).toList();
    }

    private Optional<MimeMessage> written(
            Mail mail, @Nullable String address, List<Letter> letters, Smtp smtp, Session session) {
        if (address == null || letters.isEmpty()) return Optional.empty();
        try {
            return Optional.of(message(mail, address, letters, smtp, session));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage message(Mail mail, String address, List<Letter> letters, Smtp smtp, Session session)
            throws MessagingException, UnsupportedEncodingException {
        var words = LetterWords.in(mail.language());
        var company = companies.get().name();
        var text = new MailText(words, mail.name(), company, smtp.url(), mail.account() != null);
        var message = new Named(session, mail.id(), smtp.name());
        message.setFrom(new InternetAddress(smtp.from(), company, UTF_8));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, mail.name(), UTF_8));
        message.setSubject(text.subject(letters), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // Whoever answers by machine doesn't (RFC 3834), so that two machines never write to each other.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", mail.language());
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(text.plain(letters), "plain"));
        both.addBodyPart(part(text.html(letters), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /// With the same name however often it is tried, so that who gets it twice after all can tell.
    private static final class Named extends MimeMessage {
        private final String name;

        Named(Session session, UUID id, String host) {
            super(session);
            name = "<%s@%s>".formatted(id, host);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
