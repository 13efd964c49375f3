package chargehand.engine.lifecycle;

import java.util.Map;
import java.util.Set;

/// What the words of a line that name no product do to a match.
final class LineWords {
    private static final Map<String, Set<String>> GROUPS = LifecycleWords.groups("line-words.txt");

    private LineWords() {}

    static boolean isNeutral(String word) {
        return in("neutral", word);
    }

    static boolean isMaker(String word) {
        return in("maker", word);
    }

    static boolean isHardware(String word) {
        return in("hardware", word);
    }

    static boolean setsApart(String word) {
        return in("apart", word);
    }

    static boolean isComponent(String word) {
        return in("component", word);
    }

    static boolean isManaged(String word) {
        return in("managed", word);
    }

    static boolean isComponentBehind(String word) {
        return in("component", word) || in("behind", word);
    }

    static boolean isWish(String word) {
        return in("wish", word);
    }

    static boolean isUnit(String word) {
        return in("unit", word);
    }

    /// Any of these, or something else that only looks like a slip.
    static boolean isKnown(String word) {
        return GROUPS.values().stream().anyMatch(each -> each.contains(word));
    }

    private static boolean in(String group, String word) {
        return GROUPS.getOrDefault(group, Set.of()).contains(word);
    }
}
