package chargehand.cli;

import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.LifecycleCatalogue;
import chargehand.engine.lifecycle.LifecycleMatch;
import chargehand.files.UnreadableFile;
import chargehand.files.own.AssetJson;
import chargehand.files.own.EndOfLifeFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// Says of each line about an asset which product and version it means, and until when that is supported.
final class AssetsCommand {
    private final AssetsArguments arguments;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    AssetsCommand(AssetsArguments arguments, InputStream in, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        var file = arguments.file();
        try (var lines = new BufferedReader(
                new InputStreamReader(file == null ? in : Files.newInputStream(file), StandardCharsets.UTF_8))) {
            var assets = new AssetLines(catalogue());
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                if (!line.isBlank()) out.println(text(line.strip(), assets));
            return ExitCode.PLANNED;
        } catch (UnreadableFile unreadable) {
            err.println(OneLine.of("The catalogue can't be read. " + unreadable.getMessage()));
        } catch (IOException unreadable) {
            err.println(OneLine.of("%s can't be read; check that it is there and is text in UTF-8."
                    .formatted(file == null ? "Standard input or the catalogue" : file + " or the catalogue")));
        }
        return ExitCode.UNREADABLE_INPUT;
    }

    private LifecycleCatalogue catalogue() throws UnreadableFile, IOException {
        var own = LifecycleCatalogue.own();
        return arguments.catalogue() == null ? own : own.with(EndOfLifeFiles.read(arguments.catalogue()));
    }

    private String text(String line, AssetLines assets) {
        var match = assets.match(line);
        return arguments.json()
                ? AssetJson.line(line, match)
                : "%s%n    %s".formatted(OneLine.of(line), sentence(match));
    }

    private static String sentence(LifecycleMatch match) {
        var product = match.product();
        var cycle = match.cycle();
        if (product == null || cycle == null) return unmatched(match);
        var until = cycle.end() != null
                ? "supported until " + cycle.end()
                : cycle.ended() ? "no longer supported" : "no end is known";
        return "%s %s, %s (%d %%; %s)"
                .formatted(product.title(), cycle.name(), until, Math.round(match.confidence() * 100), cycle.source());
    }

    private static String unmatched(LifecycleMatch match) {
        var product = match.product();
        return switch (match.outcome()) {
            case NO_VERSION ->
                "not matched: %s, of which version?".formatted(product == null ? "known" : product.title());
            case UNKNOWN_VERSION ->
                "not matched: %s, but not which version".formatted(product == null ? "known" : product.title());
            case AMBIGUOUS -> "not matched: more than one thing could be meant";
            case SOMETHING_ELSE ->
                "not matched: it goes with a product, or is wished for, and is not the product itself";
            case UNKNOWN_PRODUCT, MATCHED -> "not matched: the catalogue has no such product";
        };
    }
}
