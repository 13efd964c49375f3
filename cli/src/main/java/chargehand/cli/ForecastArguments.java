package chargehand.cli;

import chargehand.engine.forecast.history.PersonalRecord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `forecast` was asked to do.
///
/// @param plan all that it has in common with `plan`
/// @param history a CSV of finished work, or null for the general prior
record ForecastArguments(PlanArguments plan, @Nullable Path history, PersonalRecord record, int runs) {
    private static final Set<String> OF_PLAN =
            Set.of("--json", "--start", "--zone", "--now", "--seed", "--schedules", "--time-limit", "--");
    private static final int RUNS = 2_000;
    private static final int MOST_RUNS = 1_000_000;

    static ForecastArguments parse(List<String> arguments) throws WrongUse {
        var ofPlan = new ArrayList<String>();
        Path history = null;
        var record = PersonalRecord.SELF;
        int runs = RUNS;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            var values =
                    equals < 0 ? rest : List.of(argument.substring(equals + 1)).iterator();
            switch (name) {
                case "--history" -> history = path(value(name, values));
                case "--persons" -> record = record(value(name, values));
                case "--runs" -> runs = runs(value(name, values));
                default -> {
                    if (argument.startsWith("-") && !argument.equals("-") && !OF_PLAN.contains(name))
                        throw new WrongUse("There is no option %s. ./chargehand help forecast lists those there are."
                                .formatted(name));
                    ofPlan.add(argument);
                }
            }
        }
        return new ForecastArguments(PlanArguments.parse(ofPlan), history, record, runs);
    }

    private static String value(String name, Iterator<String> values) throws WrongUse {
        if (!values.hasNext()) throw new WrongUse("%s needs a value; see ./chargehand help forecast.".formatted(name));
        return values.next();
    }

    private static Path path(String name) throws WrongUse {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new WrongUse("'%s' can't be the name of a file.".formatted(name));
        }
    }

    private static PersonalRecord record(String text) throws WrongUse {
        return Arrays.stream(PersonalRecord.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongUse("--persons: '%s' is none of off, team, self.".formatted(text)));
    }

    private static int runs(String text) throws WrongUse {
        try {
            int runs = Integer.parseInt(text);
            if (runs >= 1 && runs <= MOST_RUNS) return runs;
        } catch (NumberFormatException unreadable) {
            // falls through to the same sentence
        }
        throw new WrongUse("--runs: '%s' is no whole number from 1 to 1,000,000.".formatted(text));
    }
}
