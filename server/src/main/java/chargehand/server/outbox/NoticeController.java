package chargehand.server.outbox;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.IdentityChanged;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notices", description = "What somebody is told, where and when; and the mails in which it goes out.")
class NoticeController {
    private final Notices notices;
    private final NoticeRows rows;
    private final Mails mails;
    private final MailSettings settings;
    private final Recipients recipients;
    private final Companies companies;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeController(
            Notices notices,
            NoticeRows rows,
            Mails mails,
            MailSettings settings,
            Recipients recipients,
            Companies companies,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.rows = rows;
        this.mails = mails;
        this.settings = settings;
        this.recipients = recipients;
        this.companies = companies;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// @param unseen how many were not looked at
    record NoticeList(List<Notice> items, int unseen) {}

    /// @param upTo the moment of the newest one that was shown
    record NoticesSeen(Instant upTo) {}

    /// @param mail what comes by mail as well
    /// @param quietFrom as `19:00`; with `quietUntil`, or neither
    /// @param digestAt when everything comes in one mail a day; absent: as it happens
    /// @param address where mail goes; absent if nobody said. Only read
    /// @param sends whether this server sends mail at all. Only read
    /// @param zone on whose clock the hours are. Only read
    @Schema(name = "NoticeWishes")
    record Wishes(
            List<Kind> mail,
            @Nullable @Schema(example = "19:00") String quietFrom,
            @Nullable @Schema(example = "07:00") String quietUntil,
            @Nullable @Schema(example = "08:00") String digestAt,
            @Nullable String address,
            @Nullable Boolean sends,
            @Nullable String zone) {}

    /// @param sends whether a mail server is set
    /// @param waiting to go out, now or at their hour
    /// @param handed of which the mail server has not said yet that it took them
    record MailState(boolean sends, int waiting, int handed, List<Mails.Trouble> troubles) {}

    @GetMapping("/api/notices")
    @Needs(Permission.SELF)
    @Operation(operationId = "listNotices", summary = "What one was told, the newest first")
    NoticeList list(Caller caller) {
        return new NoticeList(notices.of(caller.account()), notices.unseen(caller.account()));
    }

    @PutMapping("/api/notices/seen")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(operationId = "seeNotices", summary = "Remember that they were looked at")
    void see(@RequestBody NoticesSeen body, Caller caller) {
        if (rows.see(caller.account(), body.upTo, clock.instant()) == 0) return;
        live.publish("notice", caller.account(), null, caller.account(), EventScope.account(caller.account()));
    }

    @GetMapping("/api/notice-wishes")
    @Needs(Permission.SELF)
    @Operation(operationId = "getNoticeWishes", summary = "How one wants to be told")
    Wishes wishes(Caller caller) {
        var wishes = rows.wishes(caller.account());
        var address = recipients.of(List.of(caller.account())).stream()
                .findFirst()
                .map(Recipients.Recipient::email)
                .orElse(null);
        return new Wishes(
                List.copyOf(new TreeSet<>(wishes.mail())),
                text(wishes.quietFrom()),
                text(wishes.quietUntil()),
                text(wishes.digestAt()),
                address,
                settings.isOn(),
                companies.get().zone());
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    @PutMapping("/api/notice-wishes")
    @Needs(Permission.SELF)
    @Transactional
    @Operation(operationId = "setNoticeWishes", summary = "Say how one wants to be told")
    Wishes wish(@RequestBody Wishes body, Caller caller) {
        var from = time("quietFrom", body.quietFrom);
        var until = time("quietUntil", body.quietUntil);
        if ((from == null) != (until == null))
            throw Problem.invalid("quietUntil", "Quiet hours have a beginning and an end.");
        var wishes = new NoticeWishes(java.util.Set.copyOf(body.mail), from, until, time("digestAt", body.digestAt));
        rows.wish(caller.account(), wishes);
        events.publishEvent(new IdentityChanged(
                caller, "notices-wished", "account", caller.account(), null, caller.account(), Map.of()));
        return wishes(caller);
    }

    private static @Nullable LocalTime time(String field, @Nullable String written) {
        if (written == null || written.isBlank()) return null;
        if (!written.matches("([01]\\d|2[0-3]):[0-5]\\d"))
            throw Problem.invalid(field, "It is a time of the day, as 07:30.");
        return LocalTime.parse(written);
    }

    @GetMapping("/api/mails")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "getMailState", summary = "Mails that wait, and those that did not go as they should")
    MailState state() {
        return new MailState(settings.isOn(), mails.count("waiting"), mails.count("handed"), mails.troubles());
    }

    @PostMapping("/api/mails/{mail}/again")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(operationId = "sendMailAgain", summary = "Send one again that failed, or that may have been lost")
    void again(@PathVariable UUID mail, Caller caller) {
        if (!mails.again(mail, clock.instant())) throw Problem.notFound();
        events.publishEvent(new IdentityChanged(caller, "mail-sent-again", "mail", mail, null, null, Map.of()));
    }
}
