package chargehand.server.outbox;

import chargehand.server.identity.Companies;
import chargehand.server.identity.InvitationMade;
import chargehand.server.identity.Recipients;
import chargehand.server.identity.Recipients.Recipient;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells people what happened: on the page, and by mail where they want that and a mail server is known.
@Component
public class Notices {
    private final NoticeRows rows;
    private final Mails mails;
    private final MailSettings settings;
    private final Recipients recipients;
    private final Companies companies;
    private final LiveEvents events;
    private final HookTelling hooks;
    private final Clock clock;

    Notices(
            NoticeRows rows,
            Mails mails,
            MailSettings settings,
            Recipients recipients,
            Companies companies,
            LiveEvents events,
            HookTelling hooks,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.settings = settings;
        this.recipients = recipients;
        this.companies = companies;
        this.events = events;
        this.hooks = hooks;
        this.clock = clock;
    }

    /// Part of the transaction that makes it happen: both are stored, or neither. Who can't sign in any more is told
    /// nothing. Webhooks hear of it, too.
    ///
    /// @param letter in the language of each
    @Transactional
    public void tell(Collection<UUID> accounts, Occasion occasion, Function<LetterWords, Letter> letter) {
        var told = told(accounts, occasion, letter, null);
        hooks.tell(occasion, letter, told.stream().map(Recipient::name).toList());
    }

    /// The same, and webhooks hear nothing: about what not everybody in the project may see.
    @Transactional
    public void tellAlone(Collection<UUID> accounts, Occasion occasion, Function<LetterWords, Letter> letter) {
        told(accounts, occasion, letter, null);
    }

    /// The same of something that waits for somebody: forgotten by [#over] once it doesn't any more.
    @Transactional
    public void tellAlone(
            Collection<UUID> accounts, Occasion occasion, UUID about, Function<LetterWords, Letter> letter) {
        told(accounts, occasion, letter, about);
    }

    /// It waits for nobody any more: what was told about it goes from the page, and from mails that have not gone yet.
    ///
    /// @param by the account that did it
    @Transactional
    public void over(UUID about, UUID by) {
        for (var account : new HashSet<>(rows.removeAbout(about)))
            events.publish("notice", account, null, by, EventScope.account(account));
    }

    private List<Recipient> told(
            Collection<UUID> accounts, Occasion occasion, Function<LetterWords, Letter> letter, @Nullable UUID about) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var told = recipients.of(accounts);
        for (var each : told) tell(each, occasion, letter, now, about);
        return told;
    }

    private void tell(
            Recipient whom,
            Occasion occasion,
            Function<LetterWords, Letter> letter,
            Instant now,
            @Nullable UUID about) {
        var wishes = rows.wishes(whom.account());
        boolean byMail =
                settings.isOn() && whom.email() != null && wishes.mail().contains(occasion.kind());
        var due = wishes.due(now, occasion.urgent(), zone());
        var mail = byMail ? mail(whom, now, due) : null;
        var words = LetterWords.in(whom.language());
        var said = letter.apply(words);
        var notice = new Notice(Ids.next(clock), occasion.kind(), occasion.project(), said, now, null);
        rows.insert(notice, whom.account(), occasion.by(), mail, about);
        hooks.tellOwn(whom.account(), occasion, said, words, due);
        events.publish("notice", whom.account(), null, occasion.by(), EventScope.account(whom.account()));
    }

    private ZoneId zone() {
        return ZoneId.of(companies.get().zone());
    }

    /// What waits for the same moment goes in one mail.
    private UUID mail(Recipient whom, Instant now, Instant due) {
        var waiting = due.isAfter(now) ? mails.waiting(whom.account(), due).orElse(null) : null;
        return waiting != null ? waiting : mails.insert(whom.account(), null, whom.name(), whom.language(), due);
    }

    /// The invited have no account, so they have no page to read it on: it is a mail or nothing.
    @EventListener
    void heard(InvitationMade invitation) {
        if (!settings.isOn()) return;
        var company = companies.get();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var mail = mails.insert(null, invitation.email(), invitation.name(), company.language(), now);
        var letter = letter(LetterWords.in(company.language()), company.name(), invitation, zone());
        rows.insert(new Notice(Ids.next(clock), Kind.INVITATION, null, letter, now, null), null, null, mail, null);
    }

    private static Letter letter(LetterWords words, String company, InvitationMade invitation, ZoneId zone) {
        return new Letter(
                words.say("invitation.subject", "name", invitation.name(), "company", company),
                words.say("invitation.lead", "by", invitation.by(), "company", company),
                List.of(new Line(
                        words.say("invitation.until"), words.day(LocalDate.ofInstant(invitation.until(), zone)))),
                invitation.path(),
                words.say("invitation.act"));
    }

    /// How many an account has not looked at.
    int unseen(UUID account) {
        return rows.unseen(account);
    }

    /// The newest first.
    List<Notice> of(UUID account) {
        return rows.of(account).stream()
                .filter(each -> isStillSeen(account, each.project()))
                .toList();
    }

    boolean isStillSeen(UUID account, @Nullable UUID project) {
        return project == null || recipients.sees(account, project);
    }
}
