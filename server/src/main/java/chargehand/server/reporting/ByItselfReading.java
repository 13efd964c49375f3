package chargehand.server.reporting;

import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Companies;
import chargehand.server.planning.Project;
import chargehand.server.reporting.ByItself.Doubt;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import chargehand.server.reporting.Rhythms.Rhythm;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Deed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// How it stands with updates that are released by themselves.
@Service
class ByItselfReading {
    private final ReleaseSwitches switches;
    private final ReleaseDoubts doubts;
    private final Rhythms rhythms;
    private final Updates updates;
    private final UpdateFacts facts;
    private final Accounts accounts;
    private final Companies companies;
    private final Clock clock;

    ByItselfReading(
            ReleaseSwitches switches,
            ReleaseDoubts doubts,
            Rhythms rhythms,
            Updates updates,
            UpdateFacts facts,
            Accounts accounts,
            Companies companies,
            Clock clock) {
        this.switches = switches;
        this.doubts = doubts;
        this.rhythms = rhythms;
        this.updates = updates;
        this.facts = facts;
        this.accounts = accounts;
        this.companies = companies;
        this.clock = clock;
    }

    /// One for each audience.
    List<ByItself> of(Project project) {
        var on = switches.of(List.of(project.id())).stream()
                .collect(Collectors.toMap(ReleaseSwitch::audience, each -> each));
        return rhythms.of(project.id()).stream()
                .map(each -> of(project, each, on.get(each.audience())))
                .toList();
    }

    ByItself of(Project project, Rhythm rhythm, @Nullable ReleaseSwitch on) {
        var last = last(project.id(), rhythm.audience()).orElse(null);
        var due = day(project, rhythm, last);
        var draft = on == null || due == null || due.isAfter(today())
                ? null
                : updates.draft(project.id(), rhythm.audience()).orElse(null);
        return new ByItself(
                rhythm.audience(),
                on == null ? null : new Deed(name(on.account()), on.at()),
                due,
                on == null || draft == null ? List.of() : doubts.of(on, draft, last));
    }

    /// What keeps a draft from being released by itself, where somebody switched that on; else nothing.
    List<Doubt> doubts(Update draft) {
        return switches.of(List.of(draft.project())).stream()
                .filter(each -> each.audience() == draft.audience())
                .flatMap(each -> doubts
                        .of(each, draft, last(draft.project(), draft.audience()).orElse(null))
                        .stream())
                .toList();
    }

    private Optional<Update> last(UUID project, Audience audience) {
        return updates.last(List.of(project), audience).stream().findFirst();
    }

    private String name(UUID account) {
        return accounts.names(List.of(account)).values().stream()
                .map(AccountName::name)
                .findFirst()
                .orElse("–");
    }

    /// Whether its day has come and there is something to be told: a draft, or something that has changed.
    boolean isDue(Project project, Rhythm rhythm) {
        var last = last(project.id(), rhythm.audience()).orElse(null);
        var day = day(project, rhythm, last);
        if (day == null || day.isAfter(today())) return false;
        return last == null
                || facts.edited(project.id()) > last.facts().edited()
                || updates.draft(project.id(), rhythm.audience()).isPresent();
    }

    private @Nullable LocalDate day(Project project, Rhythm rhythm, @Nullable Update last) {
        boolean over = project.draft() != null || project.status() == Project.Status.finished;
        boolean nobody = rhythm.audience() == Audience.client && project.client() == null;
        if (rhythm.days() == 0 || over || nobody) return null;
        var released = last == null ? null : last.released();
        if (released == null) return Workday.from(today());
        var day = LocalDate.ofInstant(released.at(), zone()).plusDays(rhythm.days());
        return Workday.from(day.isBefore(today()) ? today() : day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return ZoneId.of(companies.get().zone());
    }
}
