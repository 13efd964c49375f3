package chargehand.server.meetings;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.Letter.Line;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells those who are invited when a meeting is set, moved or dropped. What is over is told to nobody.
@Component
class MeetingLetters {
    private static final int AHEAD = 400;
    private static final int NEXT = 3;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Notices notices;
    private final Accounts accounts;
    private final Clock clock;

    MeetingLetters(Notices notices, Accounts accounts, Clock clock) {
        this.notices = notices;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Part of the transaction that changes it.
    ///
    /// @param before as it was, or null for a new one
    /// @param project the name of its project
    void changed(Caller by, @Nullable Meeting before, Meeting now, String project) {
        var were = before == null || next(before).isEmpty() ? Set.<UUID>of() : Set.copyOf(before.persons());
        var are = next(now).isEmpty() ? Set.<UUID>of() : Set.copyOf(now.persons());
        tell(by, now, without(are, were), words -> letter(words, "set", by, null, now, project));
        tell(by, now, without(were, are), words -> letter(words, "dropped", by, before, now, project));
        if (before == null || !isMoved(before, now)) return;
        var stay = new HashSet<>(were);
        stay.retainAll(are);
        tell(by, now, stay, words -> letter(words, "moved", by, before, now, project));
    }

    /// Another title alone moves nobody.
    private boolean isMoved(Meeting before, Meeting now) {
        return !next(before).equals(next(now))
                || !before.from().equals(now.from())
                || before.minutes() != now.minutes()
                || !before.zone().equals(now.zone())
                || !String.valueOf(before.place()).equals(String.valueOf(now.place()))
                || !String.valueOf(before.link()).equals(String.valueOf(now.link()));
    }

    private static Set<UUID> without(Set<UUID> these, Set<UUID> those) {
        var left = new HashSet<>(these);
        left.removeAll(those);
        return left;
    }

    /// From today on, for somewhat more than a year.
    private List<LocalDate> next(Meeting meeting) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(meeting.zone()));
        return meeting.days(today, today.plusDays(AHEAD)).stream()
                .filter(each -> meeting.end(each).isAfter(clock.instant()))
                .toList();
    }

    private void tell(Caller by, Meeting meeting, Collection<UUID> persons, Function<LetterWords, Letter> letter) {
        if (persons.isEmpty()) return;
        var whom = accounts.ofPersons(List.copyOf(persons)).values().stream()
                .map(AccountName::id)
                .filter(each -> !each.equals(by.account()))
                .sorted()
                .toList();
        notices.tellAlone(whom, new Occasion(Kind.MEETING, meeting.project(), false, by.account()), letter);
    }

    private Letter letter(
            LetterWords words, String key, Caller by, @Nullable Meeting before, Meeting now, String project) {
        var lines = new ArrayList<Line>();
        boolean dropped = key.equals("dropped");
        if (!dropped) lines.add(new Line(words.say("meeting.next"), days(words, now)));
        if (before != null && !days(words, before).equals(days(words, now)))
            lines.add(new Line(words.say("meeting.was"), days(words, before)));
        if (!dropped && now.place() != null) lines.add(new Line(words.say("meeting.place"), now.place()));
        if (!dropped && now.link() != null) lines.add(new Line(words.say("meeting.link"), now.link()));
        var title = before == null ? now.title() : before.title();
        return new Letter(
                words.say("meeting." + key + ".subject", "title", title, "project", project),
                words.say("meeting." + key + ".lead", "name", by.name(), "title", title, "project", project),
                lines,
                "/projects/%s/meetings".formatted(now.project()),
                words.say("meeting.act"));
    }

    /// The next days of it, with its hours by its own clock.
    private String days(LetterWords words, Meeting meeting) {
        var days = next(meeting);
        var shown = new ArrayList<String>();
        for (var each : days.stream().limit(NEXT).toList()) shown.add(words.day(each));
        var hours = "%s–%s"
                .formatted(
                        CLOCK.format(meeting.from()),
                        CLOCK.format(meeting.from().plusMinutes(meeting.minutes())));
        var said = words.say("meeting.days", "days", String.join("; ", shown), "hours", hours, "zone", meeting.zone());
        return days.size() > NEXT ? said + " " + words.say("meeting.again") : said;
    }
}
