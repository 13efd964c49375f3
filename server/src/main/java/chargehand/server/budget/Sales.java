package chargehand.server.budget;

import chargehand.server.budget.Contract.SalesRate;
import chargehand.server.delivery.ChangeReading;
import chargehand.server.delivery.ChangeReading.SignedPrice;
import chargehand.server.people.Person;
import chargehand.server.planning.PlanReading.Current;
import chargehand.server.shared.Money;
import chargehand.server.shared.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a contract and the work of a calendar bring in.
@Component
class Sales {
    private final PeopleCost people;
    private final ChangeReading changes;

    Sales(PeopleCost people, ChangeReading changes) {
        this.people = people;
        this.changes = changes;
    }

    /// In the currency of the sums, not rounded.
    ///
    /// @param agreed what is paid however long the work takes
    /// @param changes of it, what was signed for changes
    /// @param done by the hour, for what is finished; `left` for what is not, as planned
    /// @param material what is bought and passed on, with what is put on top
    /// @param cap what hours and material bring at most; null without one
    /// @param withoutRate names of those whose hours have no sales rate, and bring nothing here
    record Takings(
            BigDecimal agreed,
            BigDecimal changes,
            BigDecimal done,
            BigDecimal left,
            BigDecimal material,
            @Nullable BigDecimal cap,
            Sums unconverted,
            List<String> withoutRate) {
        /// @param stretch by how much the work that is left takes longer: 1 as planned
        BigDecimal at(BigDecimal stretch) {
            var hours = done.add(left.multiply(stretch)).add(material);
            return agreed.add(cap == null ? hours : hours.min(cap));
        }
    }

    /// @param bought what can be passed on, in the currency of the sums
    Takings of(Contract contract, Current current, BigDecimal bought, Exchange.Converter converter) {
        return new Reckoning(contract, current, bought, converter).takings();
    }

    private final class Reckoning {
        private final Contract contract;
        private final Current current;
        private final BigDecimal bought;
        private final Exchange.Converter converter;
        private final Sums unconverted = new Sums();

        Reckoning(Contract contract, Current current, BigDecimal bought, Exchange.Converter converter) {
            this.contract = contract;
            this.current = current;
            this.bought = bought;
            this.converter = converter;
        }

        /// Work by the hour has the hours of changes in the plan already.
        Takings takings() {
            return switch (contract.kind()) {
                case fixedPrice -> {
                    var signed = signed();
                    yield agreed(amount().add(signed), signed);
                }
                case retainer -> {
                    var signed = signed();
                    yield agreed(months().add(signed), signed);
                }
                case timeAndMaterials -> hours(BigDecimal.ZERO, null);
                case capped -> {
                    var signed = signed();
                    yield hours(signed, amount().add(signed));
                }
            };
        }

        private Takings agreed(BigDecimal agreed, BigDecimal signed) {
            return new Takings(
                    agreed, signed, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, unconverted, List.of());
        }

        private BigDecimal amount() {
            return worth(amountOf(contract), contract.since());
        }

        /// Each month that has begun by the last day counts whole.
        private BigDecimal months() {
            var until = contract.until();
            var sum = BigDecimal.ZERO;
            if (until == null) return sum;
            for (int i = 0; !contract.since().plusMonths(i).isAfter(until); i++)
                sum = sum.add(worth(amountOf(contract), contract.since().plusMonths(i)));
            return sum;
        }

        private BigDecimal signed() {
            var zone = current.plan().zone();
            return changes.signedPrices(contract.project()).stream()
                    .map(each -> worth(each.amount(), day(each, zone)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static LocalDate day(SignedPrice price, ZoneId zone) {
            return LocalDate.ofInstant(price.at(), zone);
        }

        private BigDecimal worth(Money amount, LocalDate day) {
            return worth(BigDecimal.valueOf(amount.minor()), amount.currency(), day);
        }

        private BigDecimal worth(BigDecimal minor, String currency, LocalDate day) {
            var exact = converter.exact(minor, currency, day);
            if (exact != null) return exact;
            unconverted.add(new Money(Exchange.Converter.rounded(minor), currency));
            return BigDecimal.ZERO;
        }

        private Takings hours(BigDecimal signed, @Nullable BigDecimal cap) {
            var persons = people.byId(current);
            var done = BigDecimal.ZERO;
            var left = BigDecimal.ZERO;
            var without = new TreeSet<String>();
            for (var part : WorkParts.of(current, cuts())) {
                if (part.minutes().signum() == 0) continue;
                var rate = rate(contract.rates(), part, persons.get(part.resource()));
                if (rate == null) {
                    without.add(name(part, persons));
                    continue;
                }
                var hour = rate.hour();
                var worth = worth(PeopleCost.worth(part.minutes(), hour), hour.currency(), part.from());
                if (part.done()) done = done.add(worth);
                else left = left.add(worth);
            }
            return new Takings(BigDecimal.ZERO, signed, done, left, material(), cap, unconverted, List.copyOf(without));
        }

        private BigDecimal material() {
            var percent = contract.materialPercent();
            return percent == null
                    ? BigDecimal.ZERO
                    : bought.multiply(BigDecimal.valueOf(100L + percent)).scaleByPowerOfTen(-2);
        }

        private SortedSet<LocalDate> cuts() {
            return contract.rates().isEmpty()
                    ? Collections.emptySortedSet()
                    : contract.rates().stream().map(SalesRate::since).collect(Collectors.toCollection(TreeSet::new));
        }

        private String name(WorkParts.Part part, Map<String, Person> persons) {
            var person = persons.get(part.resource());
            if (person != null) return person.name();
            return current.plan().resources().stream()
                    .filter(each -> each.id().value().equals(part.resource()))
                    .map(each -> each.name())
                    .findFirst()
                    .orElse(part.resource());
        }
    }

    private static Money amountOf(Contract contract) {
        if (contract.amount() == null)
            throw new IllegalStateException("A contract of kind %s has no amount.".formatted(contract.kind()));
        return contract.amount();
    }

    /// That of the person, else of the role that the work asks for, else of a role that the person has, else that of
    /// everybody; of several the last that holds on the day on which the work begins.
    static @Nullable SalesRate rate(List<SalesRate> rates, WorkParts.Part part, @Nullable Person person) {
        var own = last(rates, part, person == null ? null : person.id(), null);
        if (own != null) return own;
        if (part.skill() != null) {
            var asked = last(rates, part, null, part.skill());
            if (asked != null) return asked;
        }
        for (var each : rates)
            if (each.role() != null && person != null && has(person, each.role())) {
                var held = last(rates, part, null, each.role());
                if (held != null) return held;
            }
        return last(rates, part, null, null);
    }

    private static boolean has(Person person, String role) {
        return person.skills().keySet().stream().anyMatch(role::equalsIgnoreCase)
                || person.fields().stream().anyMatch(role::equalsIgnoreCase);
    }

    private static @Nullable SalesRate last(
            List<SalesRate> rates, WorkParts.Part part, @Nullable UUID person, @Nullable String role) {
        SalesRate last = null;
        for (var each : rates) {
            boolean theirs = person != null
                    ? person.equals(each.person())
                    : each.person() == null
                            && (role == null ? each.role() == null : role.equalsIgnoreCase(each.role()));
            if (!theirs || each.since().isAfter(part.from())) continue;
            if (last == null || !each.since().isBefore(last.since())) last = each;
        }
        return last;
    }
}
