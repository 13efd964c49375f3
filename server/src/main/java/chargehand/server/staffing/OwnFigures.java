package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Figure;
import chargehand.engine.staffing.assessment.Figures;
import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.profile.Profile;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.people.Qualifications;
import chargehand.server.people.Qualified;
import chargehand.server.people.Terms;
import chargehand.server.people.TermsRows;
import chargehand.server.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What managers cost and how long one takes, by the company's own people, freelancers and hires.
/// For a kind of which it has too few, what is assumed.
@Component
class OwnFigures {
    /// A mean of fewer would tell what one person costs.
    static final int FEWEST_RATES = 3;
    /// Codes of where a figure comes from, as programs read them.
    static final String RATES = "ownRates";

    static final String TIMES = "ownTimes";
    private static final int HOURS_OF_A_DAY = 8;

    private final People people;
    private final Qualified qualified;
    private final TermsRows terms;
    private final CompanyProfiles profiles;
    private final JdbcClient jdbc;
    private final Clock clock;

    OwnFigures(
            People people,
            Qualified qualified,
            TermsRows terms,
            CompanyProfiles profiles,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.qualified = qualified;
        this.terms = terms;
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Figures read() {
        var today = LocalDate.now(clock);
        var known = qualified.all();
        var agreed = terms.all();
        var needed = profiles.byKind();
        var rates = new EnumMap<Kind, List<Money>>(Kind.class);
        var times = new EnumMap<Kind, List<Long>>(Kind.class);
        hires().forEach((kind, days) ->
                times.computeIfAbsent(kind, any -> new ArrayList<>()).addAll(days));
        for (var person : people.all()) {
            var kind = kind(person, known, needed, today);
            if (kind == null) continue;
            var rate = person.rate();
            if (rate != null)
                rates.computeIfAbsent(kind, any -> new ArrayList<>()).add(rate);
            var days = agreed.getOrDefault(person.id(), Terms.OWN).leadDays();
            if (days != null)
                times.computeIfAbsent(kind, any -> new ArrayList<>()).add((long) days);
        }
        return figures(rates, times);
    }

    /// The most demanding one that they are: a technical one's rate says nothing of what a plain
    /// one costs.
    private static @Nullable Kind kind(
            Person person, Map<UUID, Qualifications> known, Map<Kind, Profile> needed, LocalDate today) {
        if (person.pool() || !known.containsKey(person.id())) return null;
        var learned = known.getOrDefault(person.id(), Qualifications.NONE);
        return new PersonFit(person, learned, needed, today).mostDemanding();
    }

    private static Figures figures(Map<Kind, List<Money>> rates, Map<Kind, List<Long>> times) {
        var figures = Figures.assumed();
        for (var kind : Kind.values()) {
            // What is assumed is in one currency, and nothing here knows a rate of exchange.
            var currency = figures.currency();
            var own = rates.getOrDefault(kind, List.of()).stream()
                    .filter(each -> each.currency().equals(currency))
                    .mapToLong(Money::minor)
                    .toArray();
            if (own.length >= FEWEST_RATES) {
                long hour = Math.round(Arrays.stream(own).average().orElse(0));
                figures = figures.withDayRate(kind, new Figure(hour * HOURS_OF_A_DAY, RATES, own.length));
            }
            var days = times.getOrDefault(kind, List.of()).stream().sorted().toList();
            if (!days.isEmpty())
                figures = figures.withLeadTime(kind, new Figure(days.get(days.size() / 2), TIMES, days.size()));
        }
        return figures;
    }

    /// Days from when a vacancy was published until whoever was taken on began.
    private Map<Kind, List<Long>> hires() {
        var all = new HashMap<Kind, List<Long>>();
        jdbc.sql("""
                select v.kind, h.first_day - cast(v.published at time zone 'UTC' as date) as days
                from staffing.hire h
                join staffing.application a on a.id = h.application
                join staffing.vacancy v on v.id = a.vacancy
                where v.published is not null
                """).query(row -> {
            for (var kind : Kind.values())
                if (kind.code().equals(row.getString("kind")))
                    all.computeIfAbsent(kind, any -> new ArrayList<>()).add(Math.max(0, row.getLong("days")));
        });
        return all;
    }
}
