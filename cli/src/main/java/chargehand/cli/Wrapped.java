package chargehand.cli;

import java.util.ArrayList;
import java.util.List;

/// Text in lines of a width that a terminal can show.
final class Wrapped {
    private Wrapped() {}

    /// Broken at spaces; a word that is longer than the width has a line of its own.
    static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
