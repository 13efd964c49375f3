package chargehand.server.work;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.people.Person;
import chargehand.server.planning.Accountables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells whoever approves hours that there are some, and whose they are what became of them.
@Component
class SheetLetters {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    private final Accounts accounts;
    private final Accountables accountables;
    private final Notices notices;
    private final Clock clock;

    SheetLetters(Accounts accounts, Accountables accountables, Notices notices, Clock clock) {
        this.accounts = accounts;
        this.accountables = accountables;
        this.notices = notices;
        this.clock = clock;
    }

    void submitted(Caller by, Person person, Sheet sheet) {
        var whom = approvers(person, sheet);
        whom.remove(by.account());
        notices.tell(
                whom,
                new Occasion(Kind.TIME, null, false, by.account()),
                words -> letter(words, "hours.submitted", person, sheet, null, "/people/requests"));
    }

    /// Their lead; without one that has an account, those who answer for the projects.
    private Set<UUID> approvers(Person person, Sheet sheet) {
        if (person.lead() != null) {
            var lead = accounts.ofPersons(List.of(person.lead())).get(person.lead());
            if (lead != null) return new LinkedHashSet<>(Set.of(lead.id()));
        }
        var all = new LinkedHashSet<UUID>();
        for (var each : sheet.lines())
            if (each.project() != null) all.addAll(accountables.answering(each.project(), clock.instant()));
        return all;
    }

    /// @param reason why it was sent back, or null if it was approved
    void decided(Caller by, Person person, Sheet sheet, @Nullable String reason) {
        var whose = accounts.ofPersons(List.of(person.id())).get(person.id());
        if (whose == null || whose.id().equals(by.account())) return;
        notices.tell(
                List.of(whose).stream().map(AccountName::id).toList(),
                new Occasion(Kind.TIME, null, false, by.account()),
                words -> letter(
                        words,
                        reason == null ? "hours.approved" : "hours.returned",
                        person,
                        sheet,
                        reason,
                        "/hours?week=" + sheet.week()));
    }

    private static Letter letter(
            LetterWords words, String key, Person person, Sheet sheet, @Nullable String reason, String path) {
        var lines = sheet.lines().stream()
                .filter(each -> each.sum() > 0)
                .map(each -> new Line(each.name(), words.say("hours.of", "hours", hours(each.sum()))))
                .toList();
        return new Letter(
                words.say(key + ".subject", "name", person.name(), "week", words.day(sheet.week())),
                words.say(
                        key + ".lead",
                        "name",
                        person.name(),
                        "week",
                        words.day(sheet.week()),
                        "hours",
                        hours(sheet.sum()),
                        "reason",
                        reason == null ? "" : reason),
                lines,
                path,
                words.say(key + ".act"));
    }

    static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(HOUR, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
