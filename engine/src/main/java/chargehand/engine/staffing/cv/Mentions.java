package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the names of certificates in a text, the longest at each place, none within another.
final class Mentions {
    /// What may stand between the words of one name: blanks, one line break, signs. Not a cell's border or a bullet.
    private static final Pattern GAP = Pattern.compile("[ \\-:/.,()'&+_]*\\n?[ \\-:/.,()'&_]*");

    private static final int WIDEST_GAP = 5;

    private final Flow flow;
    private final Sections sections;
    private final Catalogue catalogue;

    Mentions(Flow flow, Sections sections, Catalogue catalogue) {
        this.flow = flow;
        this.sections = sections;
        this.catalogue = catalogue;
    }

    List<Mention> all() {
        var found = new ArrayList<Mention>();
        var tokens = flow.tokens();
        for (int i = 0; i < tokens.size(); ) {
            var alias = at(i);
            if (alias == null) i++;
            else {
                var last = tokens.get(i + alias.words().size() - 1);
                found.add(new Mention(
                        alias, tokens.get(i).start(), last.end(), tokens.get(i).line()));
                i += alias.words().size();
            }
        }
        return found;
    }

    private @Nullable Alias at(int first) {
        for (var alias : catalogue.beginningWith(flow.tokens().get(first).word()))
            if (matches(alias, first)) return alias;
        return null;
    }

    private boolean matches(Alias alias, int first) {
        var tokens = flow.tokens();
        int last = first + alias.words().size() - 1;
        if (last >= tokens.size()) return false;
        for (int i = first; i <= last; i++) {
            if (!tokens.get(i).word().equals(alias.words().get(i - first))) return false;
            if (i > first && !isGap(tokens.get(i - 1).end(), tokens.get(i).start())) return false;
        }
        return alias.written().isEmpty() || isWritten(alias, first, last);
    }

    private boolean isGap(int from, int to) {
        if (to - from > WIDEST_GAP || !GAP.matcher(flow.folded().substring(from, to)).matches()) return false;
        int first = flow.lineAt(from);
        int last = flow.lineAt(to);
        return first == last || !sections.isHeading(first) && !sections.isHeading(last);
    }

    /// Letter by letter; certain letters may also be small where the text says that it is about a certificate.
    private boolean isWritten(Alias alias, int first, int last) {
        var tokens = flow.tokens();
        var written = flow.folded()
                .substring(tokens.get(first).start(), tokens.get(last).end());
        var letters = written.replaceAll("[ \\-/|]", "");
        var wanted = alias.written().replaceAll("[ \\-/|]", "");
        if (letters.equals(wanted) || letters.equals(wanted.toUpperCase(Locale.ROOT))) return true;
        if (alias.kind() != Alias.Kind.CERTAIN || wanted.length() < 3) return false;
        var line = flow.line(tokens.get(first).line()).toLowerCase(Locale.ROOT);
        return line.contains("certif") || line.contains("zertif");
    }
}
