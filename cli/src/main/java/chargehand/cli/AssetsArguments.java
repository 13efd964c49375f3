package chargehand.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `assets` was asked to do.
///
/// @param file with a line an asset; null for standard input
/// @param catalogue a file or folder that completes ours; null for none
record AssetsArguments(@Nullable Path file, @Nullable Path catalogue, boolean json) {
    static AssetsArguments parse(List<String> arguments) throws WrongUse {
        @Nullable Path file = null;
        @Nullable Path catalogue = null;
        boolean json = false;
        boolean named = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            switch (argument) {
                case "--json" -> json = true;
                case "--catalogue" -> {
                    if (!rest.hasNext())
                        throw new WrongUse("--catalogue needs a file or folder; see ./chargehand help assets.");
                    catalogue = path(rest.next());
                }
                default -> {
                    if (argument.startsWith("--"))
                        throw new WrongUse("There is no option %s. ./chargehand help assets lists those there are."
                                .formatted(argument));
                    if (named) throw new WrongUse("One file at a time; see ./chargehand help assets.");
                    named = true;
                    file = argument.equals("-") ? null : path(argument);
                }
            }
        }
        if (!named)
            throw new WrongUse("Which lines? Name a file, or - for standard input; see ./chargehand help assets.");
        return new AssetsArguments(file, catalogue, json);
    }

    private static Path path(String name) throws WrongUse {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new WrongUse("'%s' can't be the name of a file.".formatted(name));
        }
    }
}
