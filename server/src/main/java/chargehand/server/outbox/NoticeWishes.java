package chargehand.server.outbox;

import chargehand.server.outbox.Notice.Kind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How somebody wants to be told. On the page they see everything.
///
/// @param mail what comes by mail, too
/// @param quietFrom from when on nothing comes that isn't urgent, until `quietUntil`; over midnight if that is earlier;
/// null: no quiet hours
/// @param digestAt when all that isn't urgent comes once a day in one mail, or null: as it happens
record NoticeWishes(
        Set<Kind> mail,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        @Nullable LocalTime digestAt) {
    static final NoticeWishes USUAL =
            new NoticeWishes(EnumSet.complementOf(EnumSet.of(Kind.INVITATION)), null, null, null);

    NoticeWishes {
        mail = Set.copyOf(mail);
    }

    /// When a mail about something that happens now may go.
    Instant due(Instant now, boolean urgent, ZoneId zone) {
        if (urgent) return now;
        if (digestAt != null) return next(now.atZone(zone), digestAt);
        if (quietUntil != null && isQuiet(now.atZone(zone).toLocalTime())) return next(now.atZone(zone), quietUntil);
        return now;
    }

    private boolean isQuiet(LocalTime at) {
        if (quietFrom == null || quietUntil == null || quietFrom.equals(quietUntil)) return false;
        boolean begun = !at.isBefore(quietFrom);
        boolean over = !at.isBefore(quietUntil);
        return quietFrom.isBefore(quietUntil) ? begun && !over : begun || !over;
    }

    private static Instant next(ZonedDateTime now, LocalTime at) {
        var today = now.with(at);
        return (today.isAfter(now) ? today : now.plusDays(1).with(at)).toInstant();
    }
}
