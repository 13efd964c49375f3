package chargehand.server.reporting;

import chargehand.server.forecasting.Promise.State;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Recipients;
import chargehand.server.reporting.ByItself.Doubt;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import chargehand.server.reporting.Update.Promise;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What keeps a draft from being released by nobody: each is for a person to look at.
@Component
class ReleaseDoubts {
    private static final int FEW = 5;

    private final UpdateFacts facts;
    private final StaleFacts stale;
    private final Recipients recipients;
    private final Accounts accounts;
    private final Companies companies;
    private final Clock clock;

    ReleaseDoubts(
            UpdateFacts facts,
            StaleFacts stale,
            Recipients recipients,
            Accounts accounts,
            Companies companies,
            Clock clock) {
        this.facts = facts;
        this.stale = stale;
        this.recipients = recipients;
        this.accounts = accounts;
        this.companies = companies;
        this.clock = clock;
    }

    /// @param last what the audience was told before, or null
    List<Doubt> of(ReleaseSwitch on, Update draft, @Nullable Update last) {
        var today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of(companies.get().zone()));
        var doubts = new ArrayList<Doubt>();
        if (!recipients.mayPlan(on.account(), on.project())) doubts.add(new Doubt("mayNot", name(on.account())));
        add(doubts, "foreignDate", draft.pointedOut());
        if (draft.facts().edited() < facts.edited(draft.project())) doubts.add(new Doubt("newer", List.of()));
        if (isUnreckoned(draft.facts())) doubts.add(new Doubt("unreckoned", List.of()));
        add(doubts, "stale", silent(draft.project()));
        add(doubts, "atRisk", atRisk(draft.facts(), last == null ? null : last.facts()));
        if (last != null) add(doubts, "moved", moved(draft.facts(), last.facts()));
        if (PersonalData.isIn(text(draft), today)) doubts.add(new Doubt("personalData", List.of()));
        return doubts;
    }

    private static void add(List<Doubt> doubts, String kind, List<String> names) {
        if (!names.isEmpty()) doubts.add(new Doubt(kind, names));
    }

    private List<String> name(UUID account) {
        return accounts.names(List.of(account)).values().stream()
                .map(AccountName::name)
                .toList();
    }

    /// A promise whose chance nobody knows is none to be told by nobody.
    private static boolean isUnreckoned(Update.Facts facts) {
        return facts.isReckoning()
                || facts.sources().stream().anyMatch(Update.Source::stale)
                || facts.promises().stream().anyMatch(each -> each.kept() == null && each.chance() == null);
    }

    private List<String> silent(UUID project) {
        var now = clock.instant();
        var morning = now.atZone(ZoneId.of(companies.get().zone())).truncatedTo(ChronoUnit.DAYS);
        return stale.silent(project, morning.toInstant(), now.minus(1, ChronoUnit.DAYS), FEW);
    }

    /// Those of which the audience was told otherwise the last time, or nothing.
    private static List<String> atRisk(Update.Facts facts, Update.@Nullable Facts before) {
        return facts.promises().stream()
                .filter(each -> isAtRisk(each, facts.asOf()))
                .filter(each -> before == null
                        || before.promises().stream()
                                .noneMatch(told -> told.task().equals(each.task()) && isAtRisk(told, before.asOf())))
                .map(Promise::name)
                .toList();
    }

    /// As the company's report to its officials says it.
    private static boolean isAtRisk(Promise promise, Instant asOf) {
        if (promise.kept() != null) return false;
        var state = State.of(promise.by(), null, promise.chance(), asOf);
        return promise.planned().isAfter(promise.by()) || state == State.atRisk || state == State.broken;
    }

    /// Promised for another day than was told, or not at all any more.
    private static List<String> moved(Update.Facts facts, Update.Facts before) {
        return before.promises().stream()
                .filter(told -> told.kept() == null)
                .filter(told -> facts.promises().stream()
                        .noneMatch(each ->
                                each.task().equals(told.task()) && each.by().equals(told.by())))
                .map(Promise::name)
                .toList();
    }

    /// All that people wrote and the audience reads.
    private static String text(Update draft) {
        var texts = new ArrayList<>(draft.words().all());
        var facts = draft.facts();
        facts.done().forEach(each -> texts.add(each.name()));
        facts.next().forEach(each -> texts.add(each.name()));
        facts.promises().forEach(each -> texts.add(each.name()));
        facts.asked().forEach(each -> texts.add(each.what()));
        if (facts.changes() != null) facts.changes().forEach(each -> texts.add(each.title()));
        if (facts.increments() != null)
            for (var each : facts.increments()) {
                texts.add(each.goal());
                if (each.result() != null) texts.add(each.result());
                each.items().forEach(item -> texts.add(item.name()));
            }
        return String.join("\n", texts);
    }
}
