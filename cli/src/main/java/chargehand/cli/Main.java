package chargehand.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where the command line comes in.
public final class Main {
    static final String VERSION = "0.1.0";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    Main(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // The sentences are English, so their numbers are, too.
        Locale.setDefault(Locale.ENGLISH);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var code = new Main(System.in, out, err).run(Arrays.asList(arguments));
        System.exit(code.number);
    }

    /// Carries out one command line; never throws.
    ExitCode run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (WrongUse wrong) {
            err.println(wrong.getMessage());
            return ExitCode.WRONG_USE;
        } catch (OutOfMemoryError tooLarge) {
            err.println(
                    "This needs more memory than the %d MB that are given to it. Give it more, as by CHARGEHAND_HEAP=2g before the command."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
            return ExitCode.OUR_FAULT;
        } catch (RuntimeException | StackOverflowError fault) {
            err.println("Something went wrong that is not your fault: " + fault
                    + ". Nothing was changed but files already written; please report it with what follows.");
            fault.printStackTrace(err);
            return ExitCode.OUR_FAULT;
        }
    }

    private ExitCode dispatch(List<String> arguments) throws WrongUse {
        if (arguments.isEmpty()) {
            err.print(Help.overview());
            return ExitCode.WRONG_USE;
        }
        var rest = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "plan" -> plan(rest);
            case "forecast" -> forecast(rest);
            case "assess" -> assess(rest);
            case "check-cv" -> checkCv(rest);
            case "assets" -> assets(rest);
            case "help", "--help", "-h" -> help(rest);
            case "--version", "-V", "version" -> {
                out.println("chargehand " + VERSION);
                yield ExitCode.PLANNED;
            }
            default ->
                throw new WrongUse(
                        "There is no command '%s'. Commands are: serve, plan, forecast, assess, check-cv, assets, backup, restore, help. Try ./chargehand help."
                                .formatted(arguments.getFirst()));
        };
    }

    private ExitCode plan(List<String> arguments) throws WrongUse {
        if (arguments.contains("--help") || arguments.contains("-h")) return help(List.of("plan"));
        return new PlanCommand(PlanArguments.parse(arguments), out, err).run();
    }

    private ExitCode forecast(List<String> arguments) throws WrongUse {
        if (arguments.contains("--help") || arguments.contains("-h")) return help(List.of("forecast"));
        return new ForecastCommand(ForecastArguments.parse(arguments), out, err).run();
    }

    private ExitCode assess(List<String> arguments) throws WrongUse {
        if (arguments.contains("--help") || arguments.contains("-h")) return help(List.of("assess"));
        return new AssessCommand(AssessArguments.parse(arguments), in, out, err).run();
    }

    private ExitCode checkCv(List<String> arguments) throws WrongUse {
        if (arguments.contains("--help") || arguments.contains("-h")) return help(List.of("check-cv"));
        return new CheckCvCommand(CheckCvArguments.parse(arguments), out, err).run();
    }

    private ExitCode assets(List<String> arguments) throws WrongUse {
        if (arguments.contains("--help") || arguments.contains("-h")) return help(List.of("assets"));
        return new AssetsCommand(AssetsArguments.parse(arguments), in, out, err).run();
    }

    private ExitCode help(List<String> topics) throws WrongUse {
        var topic = topics.isEmpty() ? "" : topics.getFirst();
        out.print(
                switch (topic) {
                    case "" -> Help.overview();
                    case "serve" -> Help.serve();
                    case "plan" -> Help.plan();
                    case "forecast" -> Help.forecast();
                    case "assess" -> Help.assess();
                    case "check-cv" -> Help.checkCv();
                    case "assets" -> Help.assets();
                    case "backup", "restore" -> Help.backup();
                    default ->
                        throw new WrongUse(
                                "There is no help on '%s'. There is help on: serve, plan, forecast, assess, check-cv, assets, backup, restore."
                                        .formatted(topic));
                });
        return ExitCode.PLANNED;
    }
}
