package chargehand.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.server.ServerTest;
import chargehand.server.TestMail;
import chargehand.server.TestWorld;
import chargehand.server.TestWorld.Actor;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Grants;
import chargehand.server.identity.Role;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.jayway.jsonpath.JsonPath;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/// Against a real mail server, over a real line.
@ServerTest
class MailTest {
    private static final int WAIT_MS = 20_000;

    @Autowired
    TestWorld world;

    @Autowired
    Notices notices;

    @Autowired
    NoticeRows rows;

    @Autowired
    Mails mails;

    @Autowired
    MailSending sending;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    private GreenMail server = new GreenMail();

    @BeforeEach
    void start() {
        server = TestMail.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Actor reader(@Nullable UUID client) {
        var actor = client == null ? world.actor(Role.WORKER) : world.actor(Role.CLIENT, client, null);
        jdbc.sql("update identity.account set email = :email where id = :id")
                .param("email", actor.login() + "@harbour.test")
                .param("id", actor.account())
                .update();
        return actor;
    }

    private void tell(Actor whom, @Nullable UUID project, String subject, String lead) {
        notices.tell(
                List.of(whom.account()),
                new Occasion(Kind.MENTION, project, false, null),
                words -> new Letter(subject, lead, List.of(new Line("Likely by", "5 February")), "/work", "Look"));
    }

    private List<MimeMessage> received(Actor whom, int count) throws Exception {
        sending.round();
        assertThat(server.waitForIncomingEmail(WAIT_MS, count)).isTrue();
        return Arrays.stream(server.getReceivedMessages())
                .filter(each -> isTo(each, whom))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, Actor whom) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains("<%s@".formatted(whom.login()));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void comesPlainAndAsHtmlAndFetchesNothing() throws Exception {
        var reader = reader(null);

        tell(reader, null, "Cabling & power", "Ada asks: <script>alert(1)</script><img src=https://evil.test/x>");

        var mail = received(reader, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Cabling & power");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@projects.harbour.test>");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()))
                .contains("Likely by: 5 February", "https://projects.harbour.test/work", "settings");
        var html = String.valueOf(parts.getBodyPart(1).getContent());
        assertThat(html).contains("&lt;script&gt;", "width=device-width").doesNotContain("<script", "<img", "<link");
    }

    @Test
    void noTextBecomesAHeader() throws Exception {
        var reader = reader(null);

        tell(reader, null, "Cabling\r\nBcc: everybody@harbour.test\r\n\r\nBuy", "\r\n.\r\nMAIL FROM:<x@y>\r\n");

        var mails = received(reader, 1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("Cabling Bcc: everybody@harbour.test Buy");
        assertThat(mails.getFirst().getHeader("Bcc")).isNull();
        assertThat(mails.getFirst().getAllRecipients()).hasSize(1);
    }

    /// A machine at the other end answers all the same.
    @Test
    void anAnswerByMachineIsAnsweredByNobody() throws Exception {
        var reader = reader(null);
        tell(reader, null, "Cabling", "Ada asks");
        var mail = received(reader, 1).getFirst();
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        var before = mailsAndNotices();

        GreenMailUtil.sendTextEmail(
                mail.getFrom()[0].toString(),
                reader.login() + "@harbour.test",
                "Re: Cabling",
                "I am away until Monday.",
                server.getSmtp().getServerSetup());
        for (int i = 0; i < 3; i++) sending.round();
        sending.quiet();

        assertThat(server.waitForIncomingEmail(WAIT_MS, 2)).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(mailsAndNotices()).isEqualTo(before);
    }

    private int mailsAndNotices() {
        return jdbc.sql("select (select count(*) from outbox.mail) + (select count(*) from outbox.notice)")
                .query(Integer.class)
                .single();
    }

    @Test
    void nothingGoesOutThatWasTakenBack() throws Exception {
        var reader = reader(null);

        transaction.executeWithoutResult(status -> {
            tell(reader, null, "Never", "happened");
            status.setRollbackOnly();
        });
        tell(reader, null, "Did", "happen");

        assertThat(received(reader, 1)).extracting(MimeMessage::getSubject).containsExactly("Did");
    }

    @Test
    void whoLostAccessIsNotTold() throws Exception {
        var client = world.client();
        var project = world.project(client);
        var reader = reader(client);
        var other = reader(null);

        transaction.executeWithoutResult(_ -> {
            tell(reader, project, "Released", "All well");
            grants.take(Caller.SYSTEM, reader.account(), Role.CLIENT, client, null);
        });
        tell(other, null, "Last", "word");

        assertThat(received(other, 1)).hasSize(1);
        assertThat(server.getReceivedMessages()).noneMatch(each -> isTo(each, reader));
        assertThat(notices.of(reader.account())).isEmpty();
    }

    @Test
    void aDayComesInOneMailToWhomWantsThat() throws Exception {
        var reader = reader(null);
        rows.wish(reader.account(), new NoticeWishes(Set.of(Kind.MENTION), null, null, LocalTime.of(8, 0)));

        tell(reader, null, "One", "first");
        tell(reader, null, "Two", "second");
        assertThat(jdbc.sql("select count(*) from outbox.mail where account = :id")
                        .param("id", reader.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("update outbox.mail set due = '2027-02-01T08:00Z' where account = :id")
                .param("id", reader.account())
                .update();

        var mail = received(reader, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("2 things to know");
        assertThat(String.valueOf(
                        ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent()))
                .contains("* One", "first", "* Two", "second");
    }

    @Test
    void manyGoOutEachOnce() throws Exception {
        var reader = reader(null);

        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 150; i++) tell(reader, null, "Number " + i, "of many");
        });

        var mails = received(reader, 150);
        var ids = new HashSet<String>();
        for (var each : mails) ids.add(each.getMessageID());
        assertThat(ids).hasSize(150);
        assertThat(mails).hasSize(150);
    }

    @Test
    void theInvitedGetTheirLinkAndItIsKeptNoLonger() throws Exception {
        var administrator = world.actor(Role.ADMINISTRATOR);

        var made = http.perform(MockMvcRequestBuilders.post("/api/invitations")
                        .contentType("application/json")
                        .content("""
                                {"name": "Juno", "email": "juno@harbour.test", "role": "worker", "scope": "company"}""")
                        .with(administrator))
                .andReturn()
                .getResponse()
                .getContentAsString();

        sending.round();
        assertThat(server.waitForIncomingEmail(WAIT_MS, 1)).isTrue();
        var mail = server.getReceivedMessages()[0];
        assertThat(String.valueOf(
                        ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent()))
                .contains("https://projects.harbour.test" + JsonPath.<String>read(made, "$.url"))
                .doesNotContain("settings");
        sending.quiet();
        assertThat(jdbc.sql("select count(*) from outbox.notice where kind = 'invitation'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
