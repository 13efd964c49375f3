package chargehand.engine.staffing.assessment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What managers cost and how long it takes to find one: a company's own figures where it has any.
///
/// @param currency of the day rates, as "EUR"
/// @param dayRates in the currency's minor unit, of an experienced one
/// @param leadTimes in days, from the decision until somebody starts
public record Figures(String currency, Map<Kind, Figure> dayRates, Map<Kind, Figure> leadTimes) {
    public Figures {
        dayRates = Map.copyOf(dayRates);
        leadTimes = Map.copyOf(leadTimes);
        for (var kind : Kind.values())
            if (!dayRates.containsKey(kind) || !leadTimes.containsKey(kind))
                throw new IllegalArgumentException("There must be a day rate and a lead time for %s.".formatted(kind));
    }

    /// What stands in until a company has figures of its own. They are nobody's statistics: orders of magnitude that
    /// make the difference between both options visible, and are marked wherever they are shown.
    public static Figures assumed() {
        return new Figures(
                "EUR",
                Map.of(
                        Kind.PROJECT_MANAGER, Figure.assumed(620_00),
                        Kind.TECHNICAL_SOFTWARE, Figure.assumed(840_00),
                        Kind.TECHNICAL_INFRASTRUCTURE, Figure.assumed(860_00)),
                Map.of(
                        Kind.PROJECT_MANAGER, Figure.assumed(35),
                        Kind.TECHNICAL_SOFTWARE, Figure.assumed(63),
                        Kind.TECHNICAL_INFRASTRUCTURE, Figure.assumed(70)));
    }

    public Figures withDayRate(Kind kind, Figure rate) {
        var rates = new EnumMap<>(dayRates);
        rates.put(kind, rate);
        return new Figures(currency, rates, leadTimes);
    }

    public Figures withLeadTime(Kind kind, Figure leadTime) {
        var times = new EnumMap<>(leadTimes);
        times.put(kind, leadTime);
        return new Figures(currency, dayRates, times);
    }

    /// What is assumed is of an experienced one, and more or less by seniority. What a company pays is what it pays.
    Figure dayRate(Kind kind, Seniority seniority) {
        var rate = Objects.requireNonNull(dayRates.get(kind));
        if (!rate.isAssumed()) return rate;
        return new Figure(rate.value() * seniority.rate() / 100, rate.source(), rate.cases());
    }

    Figure leadTime(Kind kind) {
        return Objects.requireNonNull(leadTimes.get(kind));
    }
}
