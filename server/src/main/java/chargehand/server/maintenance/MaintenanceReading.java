package chargehand.server.maintenance;

import chargehand.server.assets.Register;
import chargehand.server.identity.Caller;
import chargehand.server.maintenance.MaintenanceView.CalendarView;
import chargehand.server.maintenance.MaintenanceView.Detail;
import chargehand.server.maintenance.MaintenanceView.Head;
import chargehand.server.maintenance.MaintenanceView.HeadList;
import chargehand.server.maintenance.MaintenanceView.Month;
import chargehand.server.maintenance.MaintenanceView.OnAsset;
import chargehand.server.maintenance.MaintenanceView.Proof;
import chargehand.server.maintenance.MaintenanceView.RoundList;
import chargehand.server.maintenance.MaintenanceView.StepTime;
import chargehand.server.maintenance.MaintenanceView.Whole;
import chargehand.server.maintenance.Policy.Kind;
import chargehand.server.shared.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Maintenance, to read.
@Service
class MaintenanceReading {
    private static final int PAGE = 100;
    private static final int SHOWN = 300;
    private static final int ROUNDS = 40;
    private static final int NEXT = 12;
    private static final int MOST_YEARS = 5;
    private static final int YEAR = 12;

    private final Policies policies;
    private final Rounds rounds;
    private final DueRounds due;
    private final LearntTimes times;
    private final WindowKeeping keeping;
    private final Register register;
    private final RoundViews views;

    MaintenanceReading(
            Policies policies,
            Rounds rounds,
            DueRounds due,
            LearntTimes times,
            WindowKeeping keeping,
            Register register,
            RoundViews views) {
        this.policies = policies;
        this.rounds = rounds;
        this.due = due;
        this.times = times;
        this.keeping = keeping;
        this.register = register;
        this.views = views;
    }

    /// The one whose next day comes first at the top, those that have ended last.
    @Transactional(readOnly = true)
    public HeadList list(int after) {
        var today = keeping.today();
        var told = rounds.lastTold();
        var proven = rounds.proven();
        var heads = policies.all().stream()
                .map(each -> head(each, today, told.get(each.id()), proven))
                .sorted(Comparator.comparing(Head::next, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(each -> each.name().toLowerCase(Locale.ROOT)))
                .toList();
        int from = Math.clamp(after, 0, heads.size());
        int to = Math.min(from + PAGE, heads.size());
        return new HeadList(heads.subList(from, to), heads.size(), to < heads.size() ? String.valueOf(to) : null);
    }

    private static Head head(Policy policy, LocalDate today, @Nullable Round told, Map<UUID, LocalDate> proven) {
        return new Head(
                policy.id(),
                policy.name(),
                policy.kind(),
                policy.rule().rule(),
                policy.assets().size(),
                policy.isWork(),
                policy.ended(),
                policy.next(today),
                told == null ? null : told.day(),
                told == null ? null : told.outcome(),
                policy.kind() == Kind.backup ? proof(policy, proven) : null);
    }

    private static Proof proof(Policy policy, Map<UUID, LocalDate> proven) {
        var days = policy.assets().stream()
                .map(proven::get)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Proof(policy.assets().size() - days.size(), days.isEmpty() ? null : days.getFirst());
    }

    /// @throws Problem 404 if there is no such policy
    @Transactional(readOnly = true)
    public Detail one(Caller caller, UUID id) {
        var policy = policies.find(id).orElseThrow(Problem::notFound);
        var today = keeping.today();
        var proven = rounds.proven();
        var assets = register.of(policy.assets()).values().stream()
                .map(each -> new OnAsset(each.id(), each.name(), proven.get(each.id())))
                .sorted(Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)))
                .toList();
        var known = rounds.of(id, ROUNDS);
        var shown = views.of(
                caller,
                today,
                known.stream()
                        .map(each -> new DueRounds.Due(policy, each.day(), each))
                        .toList());
        var next = policy.days(today, today.plusYears(Policy.HORIZON_YEARS)).stream()
                .limit(NEXT)
                .toList();
        var minutes = times.of(policy).stream()
                .map(each -> new StepTime(each.minutes(), each.measured(), each.isLearnt()))
                .toList();
        return new Detail(Whole.of(policy), assets, minutes, next, shown);
    }

    /// What comes until a day, and what was missed or not told about.
    @Transactional(readOnly = true)
    public RoundList due(Caller caller, LocalDate until) {
        var today = keeping.today();
        if (until.isAfter(today.plusYears(MOST_YEARS)))
            throw Problem.invalid("until", "It is shown for %d years at most.".formatted(MOST_YEARS));
        var all = due.of(policies.all(), today, until);
        int free = (int) all.stream().filter(DueRounds.Due::isFree).count();
        var shown = all.stream().limit(SHOWN).toList();
        return new RoundList(views.of(caller, today, shown), free, all.size() > SHOWN);
    }

    /// All rounds of some years that somebody has work with, month by month.
    @Transactional(readOnly = true)
    public CalendarView calendar(int years) {
        if (years < 1 || years > MOST_YEARS)
            throw Problem.invalid("years", "It is shown for 1 to %d years.".formatted(MOST_YEARS));
        var from = keeping.today().withDayOfMonth(1);
        var to = from.plusYears(years);
        var counts = new int[years * YEAR][Kind.values().length];
        var months = months(from, to);
        var all = policies.all();
        long rounds = 0;
        for (var policy : all) {
            if (!policy.isWork()) continue;
            var days = policy.epochDays(from, to);
            for (int day : days)
                counts[months[day - (int) from.toEpochDay()]][policy.kind().ordinal()]++;
            rounds += days.length;
        }
        var shown = new ArrayList<Month>();
        for (int i = 0; i < counts.length; i++) shown.add(new Month(from.plusMonths(i), byKind(counts[i])));
        return new CalendarView(from, to.minusDays(1), all.size(), rounds, shown);
    }

    /// Of each day which month it is, from the first.
    private static int[] months(LocalDate from, LocalDate to) {
        var months = new int[(int) (to.toEpochDay() - from.toEpochDay())];
        for (int i = 0; i < months.length; i++) months[i] = (int) from.until(from.plusDays(i), ChronoUnit.MONTHS);
        return months;
    }

    private static Map<Kind, Integer> byKind(int[] counts) {
        var byKind = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) if (counts[kind.ordinal()] > 0) byKind.put(kind, counts[kind.ordinal()]);
        return byKind;
    }
}
