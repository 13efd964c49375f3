package chargehand.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `assess` was asked to do.
///
/// @param file of answers; null to ask in the terminal
record AssessArguments(@Nullable Path file, boolean json) {
    static AssessArguments parse(List<String> arguments) throws WrongUse {
        Path file = null;
        boolean json = false;
        boolean optionsEnded = false;
        for (var argument : arguments) {
            if (!optionsEnded && argument.equals("--")) optionsEnded = true;
            else if (!optionsEnded && argument.equals("--json")) json = true;
            else if (!optionsEnded && argument.startsWith("-")) throw unknownOption(argument);
            else if (file != null)
                throw new WrongUse("One file at a time, please: '%s' or '%s'?".formatted(file, argument));
            else file = path(argument);
        }
        return new AssessArguments(file, json);
    }

    private static WrongUse unknownOption(String argument) {
        return new WrongUse(
                "There is no option %s. ./chargehand help assess lists those there are.".formatted(argument));
    }

    private static Path path(String name) throws WrongUse {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new WrongUse("'%s' can't be the name of a file.".formatted(name));
        }
    }
}
