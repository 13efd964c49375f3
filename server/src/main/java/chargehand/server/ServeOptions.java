package chargehand.server;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// What `serve` was asked to do.
///
/// @param port 0 for any that is free
/// @param rehearse answers a few requests of its own and ends: so the build learns which classes a start needs
record ServeOptions(int port, String host, Path data, boolean demo, boolean rehearse) {
    private static final ServeOptions DEFAULT = new ServeOptions(8080, "127.0.0.1", Path.of("data"), false, false);

    static ServeOptions parse(List<String> arguments) throws WrongUse {
        var options = DEFAULT;
        var rest = arguments.iterator();
        while (rest.hasNext()) options = options.with(rest.next(), rest);
        return options;
    }

    private ServeOptions with(String argument, Iterator<String> rest) throws WrongUse {
        int equals = argument.indexOf('=');
        var name = equals < 0 ? argument : argument.substring(0, equals);
        var values = equals < 0 ? rest : List.of(argument.substring(equals + 1)).iterator();
        return switch (name) {
            case "--port" -> new ServeOptions(portOf(value(name, values)), host, data, demo, rehearse);
            case "--host" -> new ServeOptions(port, value(name, values), data, demo, rehearse);
            case "--data" -> new ServeOptions(port, host, Path.of(value(name, values)), demo, rehearse);
            case "--demo" -> new ServeOptions(port, host, data, true, rehearse);
            case "--rehearse" -> new ServeOptions(port, host, data, demo, true);
            default ->
                throw new WrongUse(
                        "There is no option %s. ./chargehand help serve lists those there are.".formatted(argument));
        };
    }

    static String value(String name, Iterator<String> values) throws WrongUse {
        if (!values.hasNext()) throw new WrongUse("%s needs a value.".formatted(name));
        return values.next();
    }

    private static int portOf(String text) throws WrongUse {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) < 65_536) return Integer.parseInt(text);
        throw new WrongUse(
                "--port: '%s' is no port; ports are whole numbers from 0 (any free one) to 65535.".formatted(text));
    }
}
