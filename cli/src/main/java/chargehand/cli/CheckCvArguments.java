package chargehand.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What `check-cv` was asked to do.
///
/// @param files and folders, as typed
/// @param today until when positions run that have no end
record CheckCvArguments(List<Path> files, String profile, boolean json, LocalDate today) {
    static CheckCvArguments parse(List<String> arguments) throws WrongUse {
        var files = new ArrayList<Path>();
        var profile = "technical";
        boolean json = false;
        var today = LocalDate.now(ZoneId.systemDefault());
        boolean optionsEnded = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            int equals = argument.indexOf('=');
            if (optionsEnded || !argument.startsWith("-") || argument.equals("-")) {
                files.add(path(argument));
                continue;
            }
            var name = equals < 0 ? argument : argument.substring(0, equals);
            var values =
                    equals < 0 ? rest : List.of(argument.substring(equals + 1)).iterator();
            switch (name) {
                case "--" -> optionsEnded = true;
                case "--json" -> json = true;
                case "--profile" -> profile = value(name, values);
                case "--today" -> today = date(name, value(name, values));
                default ->
                    throw new WrongUse(
                            "There is no option %s. ./chargehand help check-cv lists those there are.".formatted(name));
            }
        }
        if (files.isEmpty()) throw new WrongUse("Which CV? Name files or folders; see ./chargehand help check-cv.");
        return new CheckCvArguments(files, profile, json, today);
    }

    private static Path path(String name) throws WrongUse {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new WrongUse("'%s' can't be the name of a file.".formatted(name));
        }
    }

    private static String value(String name, Iterator<String> values) throws WrongUse {
        if (!values.hasNext()) throw new WrongUse("%s needs a value; see ./chargehand help check-cv.".formatted(name));
        return values.next();
    }

    private static LocalDate date(String name, String text) throws WrongUse {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new WrongUse("%s: '%s' is no date; write it as 2027-01-11.".formatted(name, text));
        }
    }
}
