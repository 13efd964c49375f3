package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines in which somebody was answerable for money.
final class Budgets {
    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern BUDGET = Pattern.compile(
            "\\bbudgets?(?:ed|ing|ary)?\\b|\\bbudg[eé]t\\p{L}*|\\bp\\s?&\\s?l\\b|\\bcapex\\b|\\bopex\\b|\\bcapital\\s+expenditures?|\\bproject\\s+(?:value|cost|size)s?\\b|\\bprojektvolumen|\\bpresupuesto|\\b(?:projects?|programs?|portfolio|contracts?|deals?)\\s+(?:worth|valued|of\\s+up\\s+to|totaling|totalling|over|exceeding|up\\s+to|ranging)|\\bmillion\\s+(?:dollar|euro)\\s+(?:projects?|programs?|portfolio)",
            I);
    private static final Pattern NO_OWN =
            Pattern.compile("\\b(?:low-?budget|budget(?:ing)?\\s+software|without\\s+budget)\\b", I);
    private static final String CURRENCY = "US\\$|USD|CAD|AUD|EUR|GBP|CHF|INR|Rs\\.?|\\$|€|£|₹";
    private static final String SCALE =
            "k|thousand|tsd\\.?|t(?=€|eur)|m{1,2}|mio\\.?|mn|mil|million(?:en|s)?|millionen|lakhs?|lacs?|crores?|cr|b|bn|billion|mrd\\.?|milliarden?|millones";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<before>" + CURRENCY
                    + ")?\\s?(?<n>\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)\\s*\\+?\\s?-?(?<scale>(?:"
                    + SCALE + ")(?![\\p{L}\\d]))?\\+?\\s?-?(?:d'|de\\s|of\\s)?(?<after>dollars?|euros?|" + CURRENCY
                    + ")?",
            I);
    private static final Map<String, String> CODES = Map.of(
            "$", "USD", "us$", "USD", "dollar", "USD", "dollars", "USD", "€", "EUR", "euro", "EUR", "euros", "EUR", "£",
            "GBP", "₹", "INR");

    private Budgets() {}

    static List<Budget> in(Flow flow) {
        var all = new ArrayList<Budget>();
        for (int i = 0; i < flow.lines(); i++) {
            var text = flow.line(i);
            if (!BUDGET.matcher(text).find() || NO_OWN.matcher(text).find()) continue;
            var amounts = amounts(text);
            // A sentence that goes on: "a budget of / $2 million".
            boolean goesOn = amounts.isEmpty()
                    && i + 1 < flow.lines()
                    && !text.strip().endsWith(".")
                    && flow.line(i + 1).matches("^(?:[a-z$€£].*|\\d.*)");
            if (goesOn) amounts = amounts(flow.line(i + 1));
            var line = goesOn && !amounts.isEmpty() ? flow.evidence(flow.start(i), flow.end(i + 1)) : flow.evidence(i);
            var largest = amounts.stream().max(java.util.Comparator.comparingLong(Amount::units));
            all.add(new Budget(largest.orElse(null), line));
        }
        return all;
    }

    static List<Amount> amounts(String text) {
        var all = new ArrayList<Amount>();
        var found = AMOUNT.matcher(text);
        while (found.find()) {
            var currency = currency(found);
            if (currency.isEmpty()) continue;
            double units = number(found.group("n")) * scale(found.group("scale"));
            if (units >= 1000 && units < 1e13) all.add(new Amount(Math.round(units), currency));
        }
        return all;
    }

    /// A number with neither sign nor word of a currency is no amount, unless it is in millions.
    private static String currency(Matcher found) {
        var sign = found.group("before") == null ? found.group("after") : found.group("before");
        if (sign != null) {
            var small = sign.toLowerCase(Locale.ROOT);
            if (small.startsWith("rs")) return "INR";
            return CODES.getOrDefault(small, sign.toUpperCase(Locale.ROOT));
        }
        var scale = found.group("scale");
        return scale != null && scale.toLowerCase(Locale.ROOT).startsWith("mil") ? "USD" : "";
    }

    private static double number(String digits) {
        var plain = digits.replaceAll("[.,' ](?=\\d{3}(?:\\D|$))", "")
                .replace(',', '.')
                .replace(" ", "");
        return Double.parseDouble(plain);
    }

    private static double scale(@Nullable String word) {
        if (word == null) return 1;
        var small = word.toLowerCase(Locale.ROOT);
        if (small.startsWith("k") || small.startsWith("th") || small.startsWith("t")) return 1e3;
        if (small.startsWith("la")) return 1e5;
        if (small.startsWith("cr")) return 1e7;
        if (small.startsWith("b") || small.startsWith("mrd") || small.startsWith("milliard")) return 1e9;
        return 1e6;
    }
}
