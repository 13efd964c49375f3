package chargehand.cli;

import chargehand.files.PlanWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What `plan` was asked to do.
///
/// @param outputs where to write what, in the order asked
/// @param zone null for the machine's
/// @param now as written: it may need the plan's zone to be understood; null if today plays no part
/// @param schedules empty for as many as suit the plan's size
/// @param timeLimitSeconds empty for none
record PlanArguments(
        Path file,
        Map<Path, PlanWriter> outputs,
        boolean json,
        @Nullable LocalDate start,
        @Nullable ZoneId zone,
        @Nullable String now,
        long seed,
        OptionalInt schedules,
        OptionalInt timeLimitSeconds) {

    static PlanArguments parse(List<String> arguments) throws WrongUse {
        var parsing = new Parsing();
        var rest = arguments.iterator();
        while (rest.hasNext()) parsing.take(rest.next(), rest);
        return parsing.result();
    }

    /// The present moment, on the clock of the plan's zone unless it names its own offset.
    @Nullable
    Instant nowIn(ZoneId planZone) throws WrongUse {
        if (now == null) return null;
        var moment = instant(now, planZone);
        if (moment == null)
            throw new WrongUse("--now: '%s' is no moment; write it as 2027-02-01T09:00+01:00.".formatted(now));
        return moment;
    }

    private static @Nullable Instant instant(String text, ZoneId zone) {
        try {
            boolean hasTime = text.indexOf('T') > 0;
            boolean hasOffset = hasTime && text.substring(text.indexOf('T')).matches(".*([Zz]|[+-]\\d.*)$");
            if (hasOffset) return wholeMinute(OffsetDateTime.parse(text).toInstant());
            if (hasTime)
                return wholeMinute(LocalDateTime.parse(text).atZone(zone).toInstant());
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Instant wholeMinute(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), 60) * 60);
    }

    private static final class Parsing {
        private @Nullable Path file;
        private final Map<Path, PlanWriter> outputs = new LinkedHashMap<>();
        private final List<String> seen = new ArrayList<>();
        private boolean json;
        private @Nullable LocalDate start;
        private @Nullable ZoneId zone;
        private @Nullable String now;
        private long seed = 1;
        private OptionalInt schedules = OptionalInt.empty();
        private OptionalInt timeLimit = OptionalInt.empty();
        private boolean optionsEnded;

        void take(String argument, Iterator<String> rest) throws WrongUse {
            if (optionsEnded || !argument.startsWith("-") || argument.equals("-")) {
                takeFile(argument);
                return;
            }
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            var values =
                    equals < 0 ? rest : List.of(argument.substring(equals + 1)).iterator();
            if (!name.equals("--out") && seen.contains(name))
                throw new WrongUse("%s was given twice; which one is meant?".formatted(name));
            seen.add(name);
            switch (name) {
                case "--" -> optionsEnded = true;
                case "--json" -> json = isSet(name, equals);
                case "--out" -> takeOutput(value(name, values));
                case "--start" -> start = date(name, value(name, values));
                case "--zone" -> zone = zone(name, value(name, values));
                case "--now" -> now = value(name, values);
                case "--seed" -> seed = number(name, value(name, values), Long.MIN_VALUE, Long.MAX_VALUE);
                case "--schedules" -> schedules = OptionalInt.of(count(name, value(name, values)));
                case "--time-limit" -> timeLimit = OptionalInt.of(count(name, value(name, values)));
                default ->
                    throw new WrongUse(
                            "There is no option %s. ./chargehand help plan lists those there are.".formatted(name));
            }
        }

        private static boolean isSet(String name, int equals) throws WrongUse {
            if (equals >= 0) throw new WrongUse("%s takes no value; leave it out for no.".formatted(name));
            return true;
        }

        private void takeFile(String argument) throws WrongUse {
            if (file != null) throw new WrongUse("One file at a time, please: '%s' or '%s'?".formatted(file, argument));
            file = path(argument);
        }

        private static Path path(String name) throws WrongUse {
            try {
                return Path.of(name);
            } catch (java.nio.file.InvalidPathException invalid) {
                throw new WrongUse("'%s' can't be the name of a file.".formatted(name));
            }
        }

        private void takeOutput(String name) throws WrongUse {
            var writer = Outputs.writer(name);
            if (writer == null)
                throw new WrongUse("--out: the ending of '%s' says nothing to us; endings are %s."
                        .formatted(name, Outputs.endings()));
            outputs.put(path(name), writer);
        }

        private static String value(String name, Iterator<String> values) throws WrongUse {
            if (!values.hasNext()) throw new WrongUse("%s needs a value; see ./chargehand help plan.".formatted(name));
            return values.next();
        }

        private static LocalDate date(String name, String text) throws WrongUse {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                throw new WrongUse("%s: '%s' is no date; write it as 2027-01-11.".formatted(name, text));
            }
        }

        private static ZoneId zone(String name, String text) throws WrongUse {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                throw new WrongUse("%s: there is no time zone '%s'; one is Europe/Berlin.".formatted(name, text));
            }
        }

        private static int count(String name, String text) throws WrongUse {
            return (int) number(name, text, 1, 1_000_000_000);
        }

        private static long number(String name, String text, long least, long most) throws WrongUse {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) return number;
            } catch (NumberFormatException unreadable) {
                // falls through to the same sentence
            }
            throw new WrongUse("%s: '%s' is no whole number%s."
                    .formatted(name, text, least > Long.MIN_VALUE ? " from %d on".formatted(least) : ""));
        }

        PlanArguments result() throws WrongUse {
            if (file == null) throw new WrongUse("Which file? ./chargehand plan FILE; more by ./chargehand help plan.");
            return new PlanArguments(file, outputs, json, start, zone, now, seed, schedules, timeLimit);
        }
    }
}
