package chargehand.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a command was given.
public final class Arguments {
    private Arguments() {}

    /// The whole number behind a name, or another if it is not there; ends the program if it is none.
    public static long number(List<String> arguments, String name, long otherwise) {
        var text = text(arguments, name);
        if (text == null) return otherwise;
        try {
            return Long.parseLong(text.replace("_", "").replace(",", ""));
        } catch (NumberFormatException wrong) {
            System.err.println(name + " needs a whole number.");
            System.exit(64);
            return otherwise;
        }
    }

    /// A share above 0 and below 1, or another if it is not there; ends the program if it is none.
    static double share(List<String> arguments, String name, double otherwise) {
        var text = text(arguments, name);
        if (text == null) return otherwise;
        try {
            double share = Double.parseDouble(text);
            if (share > 0 && share < 1) return share;
        } catch (NumberFormatException wrong) {
            // Said below.
        }
        System.err.println(name + " needs a number between 0 and 1.");
        System.exit(64);
        return otherwise;
    }

    /// The folder behind a command's name; prints the help and ends the program if there is none.
    public static Path folder(List<String> arguments, String help) {
        if (arguments.size() < 2 || arguments.get(1).startsWith("--") || arguments.contains("--help")) {
            System.out.print(help);
            System.exit(arguments.contains("--help") ? 0 : 64);
        }
        var folder = Path.of(arguments.get(1));
        if (!Files.isDirectory(folder)) {
            System.err.println(folder + " is no folder.");
            System.exit(66);
        }
        return folder;
    }

    public static @Nullable Path path(List<String> arguments, String name) {
        var text = text(arguments, name);
        return text == null ? null : Path.of(text);
    }

    /// The word behind a name, or null if it is not there; ends the program if nothing stands behind it.
    public static @Nullable String text(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0) return null;
        if (at + 1 < arguments.size()) return arguments.get(at + 1);
        System.err.println(name + " needs a value.");
        System.exit(64);
        return null;
    }
}
