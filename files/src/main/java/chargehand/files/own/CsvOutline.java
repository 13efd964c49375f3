package chargehand.files.own;

import chargehand.files.UnreadableFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Which task of a CSV file stands beneath which: by level, else by WBS numbers, else by the spaces before
/// the names.
final class CsvOutline {
    static final int TOP = -1;
    private static final int MOST_LEVELS = 1000;

    private CsvOutline() {}

    /// For each line the index of the one that it stands beneath, [#TOP] at the top.
    static int[] parents(List<CsvTable.Line> lines) throws UnreadableFile {
        if (lines.stream().anyMatch(each -> each.has(CsvColumn.LEVEL))) return byDepth(levels(lines));
        if (lines.stream().anyMatch(each -> each.has(CsvColumn.WBS))) return byWbs(lines);
        return byDepth(
                lines.stream().map(each -> indent(each.raw(CsvColumn.NAME))).toList());
    }

    private static List<Integer> levels(List<CsvTable.Line> lines) throws UnreadableFile {
        var levels = new ArrayList<Integer>();
        for (var line : lines) {
            var level = line.optional(CsvColumn.LEVEL, CsvOutline::level);
            if (level == null)
                throw line.refusal("missing-cell", CsvColumn.LEVEL, "the cell is blank", "Give 1 for the top.");
            levels.add(level);
        }
        return levels;
    }

    private static int level(String text) throws BadValue {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= MOST_LEVELS) return Integer.parseInt(text);
        throw new BadValue(
                "\"%s\" is no level".formatted(Quoted.shortened(text)), "Give 1 for the top, 2 beneath, and so on.");
    }

    private static int indent(String name) {
        int indent = 0;
        while (indent < name.length() && Character.isWhitespace(name.charAt(indent))) indent++;
        return indent;
    }

    private static int[] byDepth(List<Integer> depths) {
        var parents = new int[depths.size()];
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < parents.length; i++) {
            while (!open.isEmpty() && depths.get(open.peek()) >= depths.get(i)) open.pop();
            parents[i] = open.isEmpty() ? TOP : open.peek();
            open.push(i);
        }
        return parents;
    }

    private static int[] byWbs(List<CsvTable.Line> lines) {
        var parents = new int[lines.size()];
        Arrays.fill(parents, TOP);
        var known = new HashMap<String, Integer>();
        for (int i = 0; i < parents.length; i++) {
            var wbs = lines.get(i).text(CsvColumn.WBS);
            int dot = wbs.lastIndexOf('.');
            if (dot > 0) parents[i] = known.getOrDefault(wbs.substring(0, dot), TOP);
            if (!wbs.isEmpty()) known.put(wbs, i);
        }
        return parents;
    }
}
