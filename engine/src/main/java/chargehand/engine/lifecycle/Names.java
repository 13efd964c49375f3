package chargehand.engine.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All names of a catalogue, found wherever a line has them, with whatever blanks and hyphens.
final class Names {
    /// Where a line has a name.
    ///
    /// @param slip a letter of it was wrong on the line
    record Mention(int from, int to, List<Name> names, boolean slip) {}

    private static final int MOST_TOKENS = 8;
    private static final int SHORTEST_WITH_SLIP = 6;
    private static final int SHORTEST_WITH_TWO = 10;
    private static final int MOST_KEPT = 100_000;

    private final Map<String, List<Name>> byText = new HashMap<>();
    private final Map<String, String> slips = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    Names(LifecycleCatalogue catalogue) {
        for (var product : catalogue.products())
            for (var name : product.names()) {
                boolean certain = !name.startsWith("?");
                add(certain ? name : name.substring(1), new Name(product, certain));
            }
    }

    /// The one product, by its id.
    Names(Product product) {
        add(product.id(), new Name(product, true));
    }

    private void add(String text, Name name) {
        var tokens = LineToken.of(Spellings.normal(text));
        var joined = new StringBuilder();
        for (var token : tokens) {
            joined.append(token.text());
            words.add(token.text());
        }
        if (joined.isEmpty()) return;
        var names = byText.computeIfAbsent(joined.toString(), _ -> new ArrayList<>());
        if (names.stream()
                .noneMatch(each -> each.product().id().equals(name.product().id()))) names.add(name);
    }

    /// A word that is part of some name.
    boolean has(String word) {
        return words.contains(word);
    }

    /// The longest names, from left to right; none overlaps another.
    List<Mention> in(List<LineToken> tokens) {
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < tokens.size(); i++) {
            var mention = longestAt(tokens, i);
            if (mention == null) continue;
            mentions.add(mention);
            i = mention.to() - 1;
        }
        return mentions;
    }

    private @Nullable Mention longestAt(List<LineToken> tokens, int from) {
        var joined = new StringBuilder();
        boolean slip = false;
        @Nullable Mention longest = null;
        for (int to = from; to < tokens.size() && to < from + MOST_TOKENS; to++) {
            if (to > from && tokens.get(to).breaks()) break;
            joined.append(tokens.get(to).text());
            slip |= tokens.get(to).slip();
            var names = byText.get(joined.toString());
            if (names != null) longest = new Mention(from, to + 1, names, slip);
        }
        return longest;
    }

    /// The same tokens, with words that are one slip away from one word of a name put right; short words have none.
    List<LineToken> mended(List<LineToken> tokens) {
        return tokens.stream()
                .map(token -> {
                    var meant = token.number() ? null : meant(token.text());
                    return meant == null ? token : token.meaning(meant);
                })
                .toList();
    }

    private @Nullable String meant(String word) {
        if (word.length() < SHORTEST_WITH_SLIP || words.contains(word) || byText.containsKey(word)) return null;
        if (LineWords.isKnown(word)) return null;
        var kept = slips.get(word);
        if (kept == null) {
            kept = nearest(word);
            if (slips.size() < MOST_KEPT) slips.put(word, kept);
        }
        return kept.isEmpty() ? null : kept;
    }

    /// The one word of a name that is a slip away; empty if there is none, or more than one.
    private String nearest(String word) {
        var found = "";
        for (var known : words) {
            int shorter = Math.min(known.length(), word.length());
            int allowed = shorter >= SHORTEST_WITH_TWO ? 2 : 1;
            if (shorter < SHORTEST_WITH_SLIP - 1 || known.charAt(0) != word.charAt(0)) continue;
            if (Math.abs(known.length() - word.length()) > allowed || Slips.between(word, known) > allowed) continue;
            if (!found.isEmpty()) return "";
            found = known;
        }
        return found;
    }
}
