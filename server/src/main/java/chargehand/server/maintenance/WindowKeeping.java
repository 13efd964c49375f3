package chargehand.server.maintenance;

import chargehand.server.assets.ChangeWindows;
import chargehand.server.assets.Recurrence;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.maintenance.WindowView.Freeze;
import chargehand.server.maintenance.WindowView.FreezeWrite;
import chargehand.server.maintenance.WindowView.Named;
import chargehand.server.maintenance.WindowView.Shown;
import chargehand.server.maintenance.WindowView.WindowWrite;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Change windows and freezes: written, shown, taken away.
@Service
class WindowKeeping {
    private static final int NEXT = 3;
    private static final int LONGEST_NAME = 200;

    private final Windows windows;
    private final Policies policies;
    private final Companies companies;
    private final Audit audit;
    private final Clock clock;

    WindowKeeping(Windows windows, Policies policies, Companies companies, Audit audit, Clock clock) {
        this.windows = windows;
        this.policies = policies;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    ZoneId zone() {
        return ZoneId.of(companies.get().zone());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    WindowView view() {
        var freezes = windows.freezes();
        var today = today();
        var shown = windows.all().stream()
                .map(each -> new Shown(each, next(each, freezes, today)))
                .toList();
        return new WindowView(shown, freezes);
    }

    private List<LocalDate> next(Named window, List<Freeze> freezes, LocalDate today) {
        var zone = zone();
        return window
                .windows()
                .within(window.first(), today, today.plusYears(1), zone, day -> isOpen(freezes, day))
                .stream()
                .limit(NEXT)
                .map(each -> LocalDate.ofInstant(each.fromInclusive(), zone))
                .toList();
    }

    static boolean isOpen(List<Freeze> freezes, LocalDate day) {
        return freezes.stream().noneMatch(each -> each.holds(day));
    }

    /// @param id of the one that is written anew, or null for another one
    @Transactional
    public Named write(Caller caller, @Nullable UUID id, WindowWrite written) {
        if (id != null && windows.find(id).isEmpty()) throw Problem.notFound();
        var name = name(written.name());
        var other = windows.all().stream()
                .filter(each -> each.name().equalsIgnoreCase(name) && !each.id().equals(id))
                .findFirst();
        if (other.isPresent()) throw Problem.invalid("name", "There is a change window “%s”.".formatted(name));
        var rule = Recurrence.of("rule", Objects.requireNonNullElse(written.rule(), ""), zone());
        var times = ChangeWindows.of(
                rule.rule(), Objects.requireNonNullElse(written.from(), LocalTime.of(22, 0)), written.minutes());
        var first = written.first() == null ? today() : written.first();
        var window =
                new Named(id == null ? Ids.next(clock) : id, name, rule.rule(), first, times.from(), times.minutes());
        windows.put(window);
        audit.record(caller, "change-window-written", "changeWindow", window.id(), null, Map.of("name", name));
        return window;
    }

    static String name(@Nullable String written) {
        var name = written == null
                ? ""
                : written.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw Problem.invalid("name", "A name has 1 to %d letters.".formatted(LONGEST_NAME));
        return name;
    }

    @Transactional
    public void remove(Caller caller, UUID id) {
        var users = policies.within(id);
        if (!users.isEmpty())
            throw Problem.of(
                            409,
                            "window-in-use",
                            "Policies need this change window",
                            "%d policies make their changes in it, “%s” is one."
                                    .formatted(users.size(), users.getFirst()))
                    .hint("Give them another window first.")
                    .with("count", users.size())
                    .with("policy", users.getFirst());
        if (!windows.remove(id)) throw Problem.notFound();
        audit.record(caller, "change-window-removed", "changeWindow", id, null, Map.of());
    }

    @Transactional
    public Freeze freeze(Caller caller, FreezeWrite written) {
        var name = name(written.name());
        var first = written.first();
        if (first == null) throw Problem.invalid("first", "The first day is missing.");
        var last = written.last() == null ? first : written.last();
        if (last.isBefore(first) || last.isAfter(first.plusYears(1)))
            throw Problem.invalid("last", "The last day is the first one or later, within a year.");
        var freeze = new Freeze(Ids.next(clock), name, first, last);
        windows.insert(freeze);
        audit.record(caller, "change-freeze-written", "changeFreeze", freeze.id(), null, Map.of("name", name));
        return freeze;
    }

    @Transactional
    public void thaw(Caller caller, UUID freeze) {
        if (!windows.thaw(freeze)) throw Problem.notFound();
        audit.record(caller, "change-freeze-removed", "changeFreeze", freeze, null, Map.of());
    }
}
