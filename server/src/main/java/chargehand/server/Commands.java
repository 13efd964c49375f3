package chargehand.server;

import chargehand.postgres.CannotStart;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The commands that need the server's libraries: `serve`, `backup`, `restore`. Turns whatever happens into an exit
/// code (`docs/contracts`).
final class Commands {
    private static final int DONE = 0;
    private static final int CANNOT = 2;
    private static final int WRONG_USE = 64;
    private static final int OUR_FAULT = 70;

    private final PrintStream out;
    private final PrintStream err;

    Commands(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Ends the process.
    static void main(String[] arguments) {
        // The sentences are English, so their numbers are, too.
        Locale.setDefault(Locale.ENGLISH);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var code = new Commands(out, err).run(Arrays.asList(arguments));
        System.exit(code);
    }

    int run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (WrongUse wrong) {
            err.println(wrong.getMessage());
            return WRONG_USE;
        } catch (CannotStart why) {
            err.printf("%s%n%s (%s)%n", why.getMessage(), why.hint(), why.code().text());
            return CANNOT;
        } catch (RuntimeException fault) {
            err.println(
                    "Something went wrong that is not your fault: " + fault + ". Please report it with what follows.");
            fault.printStackTrace(err);
            return OUR_FAULT;
        }
    }

    private int dispatch(List<String> arguments) throws WrongUse {
        var command = arguments.isEmpty() ? "serve" : arguments.getFirst();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        if (rest.equals(List.of("--version"))) {
            out.println("chargehand " + BackupCommand.VERSION);
            return DONE;
        }
        switch (command) {
            case "serve" -> new Serve(ServeOptions.parse(rest), out).run();
            case "backup" -> BackupCommand.parse(rest, out).backup();
            case "restore" -> BackupCommand.parse(rest, out).restore();
            default -> throw new WrongUse("There is no command '%s'.".formatted(command));
        }
        return DONE;
    }
}
