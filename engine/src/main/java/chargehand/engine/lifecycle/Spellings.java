package chargehand.engine.lifecycle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes what people write otherwise as the catalogue does.
final class Spellings {
    private record Spelling(Pattern pattern, String instead) {}

    private static final List<Spelling> ALL = LifecycleWords.lines("spellings.txt").stream()
            .map(line -> line.split(" => ", -1))
            .map(cells -> new Spelling(Pattern.compile(cells[0]), cells[1]))
            .toList();

    private Spellings() {}

    static String normal(String line) {
        var text = line.toLowerCase(Locale.ROOT);
        for (var each : ALL) text = each.pattern().matcher(text).replaceAll(each.instead());
        return text;
    }
}
