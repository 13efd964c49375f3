package chargehand.server.reporting;

import chargehand.server.forecasting.Forecasting;
import chargehand.server.forecasting.Promise.State;
import chargehand.server.identity.AccountName;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Recipients;
import chargehand.server.planning.Projects;
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
    private final Forecasting forecasting;
    private final Projects projects;
    private final StaleFacts stale;
    private final Recipients recipients;
    private final Accounts accounts;
    private final Companies companies;
    private final Clock clock;

    ReleaseDoubts(
            UpdateFacts facts,
            Forecasting forecasting,
            Projects projects,
            StaleFacts stale,
            Recipients recipients,
            Accounts accounts,
            Companies companies,
            Clock clock) {
        this.facts = facts;
        this.forecasting = forecasting;
        this.projects = projects;
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
        var whole = forecasting.promised(draft.project()).orElse(null);
        if (isUnreckoned(draft.facts(), whole)) doubts.add(new Doubt("unreckoned", List.of()));
        add(doubts, "stale", silent(draft.project()));
        var told = last == null ? null : last.facts();
        add(doubts, "atRisk", atRisk(draft, whole, told));
        if (told != null) add(doubts, "moved", moved(draft.facts(), told));
        if (told != null && isLater(draft.facts(), told)) doubts.add(new Doubt("later", List.of()));
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
    private static boolean isUnreckoned(Update.Facts facts, @Nullable Instant whole) {
        return facts.isReckoning()
                || whole != null && facts.finish().likely() == null
                || facts.sources().stream().anyMatch(Update.Source::stale)
                || facts.promises().stream().anyMatch(each -> each.kept() == null && each.chance() == null);
    }

    private List<String> silent(UUID project) {
        var here = clock.instant().atZone(ZoneId.of(companies.get().zone()));
        var morning = here.truncatedTo(ChronoUnit.DAYS).toInstant();
        return stale.silent(
                project, morning, QuestionEscalating.workingDaysBefore(here, 1).toInstant(), FEW);
    }

    /// Those of which the audience was told otherwise the last time, or nothing: of tasks, and of the whole project.
    private List<String> atRisk(Update draft, @Nullable Instant whole, Update.@Nullable Facts before) {
        var names = new ArrayList<>(ofTasks(draft.facts(), before));
        if (whole == null || !isAtRisk(whole, draft.facts()) || before != null && isAtRisk(whole, before)) return names;
        projects.find(draft.project()).ifPresent(each -> names.add(each.name()));
        return names;
    }

    /// Kept in fewer than 80 of 100 is the same as likely after its day.
    private static boolean isAtRisk(Instant whole, Update.Facts facts) {
        var likely = facts.finish().likely();
        return facts.asOf().isAfter(whole)
                || facts.finish().planned().isAfter(whole)
                || likely != null && likely.isAfter(whole);
    }

    private static List<String> ofTasks(Update.Facts facts, Update.@Nullable Facts before) {
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

    /// The likely finish is a later day than was told last; where either is not known, the planned one is.
    private static boolean isLater(Update.Facts facts, Update.Facts before) {
        var likely = facts.finish().likely();
        var was = before.finish().likely();
        var zone = ZoneId.of(facts.zone());
        return likely != null && was != null
                ? day(likely, zone).isAfter(day(was, zone))
                : day(facts.finish().planned(), zone)
                        .isAfter(day(before.finish().planned(), zone));
    }

    /// Midnight belongs to the day before.
    private static LocalDate day(Instant until, ZoneId zone) {
        return LocalDate.ofInstant(until.minusMillis(1), zone);
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
        facts.toDecide().forEach(each -> texts.add(each.what()));
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
