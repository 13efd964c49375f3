package chargehand.files.own;

import java.util.ArrayList;
import java.util.List;

/// Several things in one cell, parted by `;`. Where a name holds a `;` or could be taken for something else,
/// it stands in quotes, a quote within it twice.
final class CsvList {
    private CsvList() {}

    /// @param name what stood in quotes, else all of the item
    /// @param rest what follows the quotes
    record Item(String name, String rest, boolean isQuoted) {}

    /// The items that are not blank.
    static List<String> split(String cell) throws BadValue {
        var items = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '"') quoted = !quoted;
            if (cell.charAt(i) == ';' && !quoted) {
                items.add(cell.substring(from, i).strip());
                from = i + 1;
            }
        }
        items.add(cell.substring(from).strip());
        items.removeIf(String::isEmpty);
        if (!quoted) return items;
        throw new BadValue(
                "a quote is not closed in \"%s\"".formatted(Quoted.shortened(cell)),
                "Write a quote within quotes twice.");
    }

    static Item item(String text) {
        if (!text.startsWith("\"")) return new Item(text, "", false);
        int close = text.indexOf('"', 1);
        while (text.startsWith("\"\"", close)) close = text.indexOf('"', close + 2);
        return new Item(
                text.substring(1, close).replace("\"\"", "\""),
                text.substring(close + 1).strip(),
                true);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// Whether the name would not come back if it stood without quotes.
    static boolean isAmbiguous(String name) {
        return name.contains(";") || name.contains("\"") || !name.equals(name.strip());
    }
}
