package chargehand.engine.staffing.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the names of certificates in a text, the longest at each place, none within another.
final class Mentions {
    /// What may stand between the words of one name: blanks, one line break, signs. Not a cell's border or a bullet.
    private static final Pattern GAP = Pattern.compile("[ \\-:/.,()'&+_]*\\n?[ \\-:/.,()'&_]*");

    private static final Pattern LEVEL =
            Pattern.compile("foundations?|practitioner|intermediate|expert|associate|professional|certif.*|level|v");

    private static final Set<String> AND = Set.of("und", "et", "en", "y", "e", "ed", "i", "oraz", "sowie", "och");

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
            var aliases = at(i);
            int words = aliases.isEmpty() ? 1 : aliases.getFirst().words().size();
            var last = tokens.get(i + words - 1);
            for (var alias : aliases)
                found.add(new Mention(
                        alias, tokens.get(i).start(), last.end(), tokens.get(i).line()));
            i += words;
        }
        return found;
    }

    /// The longest name; several if it says several certificates at once.
    private List<Alias> at(int first) {
        var longest = new ArrayList<Alias>();
        for (var alias : catalogue.beginningWith(flow.tokens().get(first).word())) {
            if (!longest.isEmpty()
                    && alias.words().size() < longest.getFirst().words().size()) break;
            if (matches(alias, first)) longest.add(alias);
        }
        return longest;
    }

    private boolean matches(Alias alias, int first) {
        var tokens = flow.tokens();
        int last = first + alias.words().size() - 1;
        if (last >= tokens.size()) return false;
        for (int i = first; i <= last; i++) {
            if (!isSame(tokens.get(i).word(), alias.words().get(i - first))) return false;
            if (i == first) continue;
            if (!isGap(tokens.get(i - 1).end(), tokens.get(i).start())) return false;
            if (isNextOfAList(first, i)) return false;
            if (tokens.get(i).line() > tokens.get(i - 1).line() && beginsAnother(i, last - i + 1)) return false;
        }
        return alias.written().isEmpty() || isWritten(alias, first, last);
    }

    /// "PRINCE2 Foundation and Practitioner" in any language.
    private static boolean isSame(String word, String wanted) {
        return word.equals(wanted) || wanted.equals("and") && AND.contains(word);
    }

    /// "PRINCE2, Agile" are two methods; "PRINCE2, Foundation" is one certificate.
    private boolean isNextOfAList(int first, int next) {
        var tokens = flow.tokens();
        if (flow.folded()
                        .substring(tokens.get(next - 1).end(), tokens.get(next).start())
                        .indexOf(',')
                < 0) return false;
        var words = tokens.subList(first, next).stream().map(Flow.Token::word).toList();
        return !LEVEL.matcher(tokens.get(next).word()).matches()
                && catalogue.beginningWith(words.getFirst()).stream()
                        .anyMatch(each -> each.kind() == Alias.Kind.NEEDS_CERTIFIED
                                && each.words().equals(words));
    }

    /// "TOGAF 9.1", and on the next line "Certified Information Security Manager".
    private boolean beginsAnother(int first, int words) {
        var tokens = flow.tokens();
        int line = tokens.get(first).line();
        return catalogue.beginningWith(tokens.get(first).word()).stream()
                .filter(each -> (each.words().size() > words
                                || words > 2 && each.words().size() == words)
                        && first + each.words().size() <= tokens.size())
                .filter(each -> tokens.get(first + each.words().size() - 1).line() == line)
                .anyMatch(each -> tokens.subList(first, first + each.words().size()).stream()
                        .map(Flow.Token::word)
                        .toList()
                        .equals(each.words()));
    }

    private boolean isGap(int from, int to) {
        if (to - from > WIDEST_GAP
                || !GAP.matcher(flow.folded().substring(from, to)).matches()) return false;
        int first = flow.lineAt(from);
        int last = flow.lineAt(to);
        if (first == last) return true;
        if (sections.isHeading(first) || sections.isHeading(last)) return false;
        // A bullet's last word and the job's title beneath it are no name.
        return !(sections.of(last).isWork() && Titles.isTitle(flow.line(last)));
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
