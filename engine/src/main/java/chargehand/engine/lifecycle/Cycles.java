package chargehand.engine.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cycles of one product, ready to be asked which of them a version belongs to.
final class Cycles {
    private record Named(Cycle cycle, Version version) {}

    private record Spelled(Cycle cycle, List<String> words) {}

    private final List<Named> numbered = new ArrayList<>();
    private final List<Spelled> required = new ArrayList<>();
    private final List<Spelled> codeNames = new ArrayList<>();
    private final boolean hasReleases;

    Cycles(Product product) {
        for (var cycle : product.cycles()) {
            add(cycle, cycle.name());
            for (var other : cycle.others()) add(cycle, other);
        }
        hasReleases = numbered.stream().anyMatch(each -> each.version().marks().containsKey("r"));
    }

    private void add(Cycle cycle, String name) {
        if (name.isBlank()) return;
        if (name.startsWith("{")) {
            required.add(new Spelled(
                    cycle, List.of(name.substring(1, name.length() - 1).split(" "))));
            return;
        }
        var version = Version.named(name);
        if (version != null) numbered.add(new Named(cycle, version));
        else if (!Character.isDigit(name.charAt(0))) codeNames.add(new Spelled(cycle, words(name)));
    }

    private static List<String> words(String name) {
        return LineToken.of(name.toLowerCase(java.util.Locale.ROOT)).stream()
                .map(LineToken::text)
                .toList();
    }

    boolean haveRequiredWords() {
        return !required.isEmpty();
    }

    /// The cycle that a version belongs to without doubt; null if there is none or more than one.
    @Nullable
    Cycle of(Version version) {
        if (version.marks().containsKey("r") && !hasReleases) version = without(version, "r");
        var fitting = longest(version);
        if (fitting.isEmpty()) return unfinished(version);
        var exact = withMarks(fitting, version);
        var cycles = exact.stream().map(Named::cycle).collect(Collectors.toCollection(LinkedHashSet::new));
        return cycles.size() == 1 ? cycles.iterator().next() : null;
    }

    private static Version without(Version version, String mark) {
        var marks = new java.util.TreeMap<>(version.marks());
        marks.remove(mark);
        return new Version(version.parts(), marks, version.letter());
    }

    private List<Named> longest(Version version) {
        int most = 0;
        var fitting = new ArrayList<Named>();
        for (var each : numbered) {
            int length = each.version().parts().size();
            if (!version.startsWith(each.version()) || length < most) continue;
            if (!each.version().letter().isEmpty() && !each.version().letter().equals(version.letter())) continue;
            if (length > most) fitting.clear();
            most = length;
            fitting.add(each);
        }
        return fitting;
    }

    /// A release is another product; of service packs, one that nobody named is only certain if there is but one.
    private List<Named> withMarks(List<Named> fitting, Version version) {
        var release = version.marks().get("r");
        boolean anyWithout =
                fitting.stream().anyMatch(each -> !each.version().marks().containsKey("r"));
        var sameRelease = fitting.stream()
                .filter(each -> {
                    var its = each.version().marks().get("r");
                    return release == null ? its == null || !anyWithout : release.equals(its);
                })
                .toList();
        if (release != null && sameRelease.isEmpty()) return List.of();
        for (var mark : List.of("sp", "tl")) {
            boolean counts =
                    sameRelease.stream().anyMatch(each -> each.version().marks().containsKey(mark));
            if (!counts) continue;
            var level = version.marks().get(mark);
            if (level != null)
                return sameRelease.stream()
                        .filter(each -> level.equals(each.version().marks().get(mark)))
                        .toList();
        }
        return sameRelease;
    }

    /// "7" where there is only a 7.0.
    private @Nullable Cycle unfinished(Version version) {
        var going = numbered.stream()
                .filter(each -> version.isBeginningOf(each.version()))
                .toList();
        var cycles = new HashSet<Cycle>();
        for (var each : going) cycles.add(each.cycle());
        boolean zero = going.stream().allMatch(each -> each.version().endsInZeroesAfter(version));
        return cycles.size() == 1 && zero && version.marks().isEmpty()
                ? going.getFirst().cycle()
                : null;
    }

    /// The one cycle whose words all stand behind the name.
    @Nullable
    Cycle withWords(List<String> tail) {
        var found = new LinkedHashSet<Cycle>();
        for (var each : required) if (fits(each.words(), tail)) found.add(each.cycle());
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static boolean fits(List<String> words, List<String> tail) {
        if (tail.isEmpty() || !tail.getFirst().equals(words.getFirst())) return false;
        var there = Set.copyOf(tail);
        return words.stream()
                .allMatch(word -> word.startsWith("-")
                        ? !there.contains(word.substring(1))
                        : Stream.of(word.split("/")).anyMatch(there::contains));
    }

    /// The cycle whose code name begins at an index; null if none does.
    @Nullable
    Cycle codeNamed(List<LineToken> tokens, int index) {
        return codeNames.stream()
                .filter(each -> stands(each.words(), tokens, index))
                .map(Spelled::cycle)
                .findFirst()
                .orElse(null);
    }

    private static boolean stands(List<String> words, List<LineToken> tokens, int index) {
        if (index + words.size() > tokens.size()) return false;
        for (int i = 0; i < words.size(); i++)
            if (!words.get(i).equals(tokens.get(index + i).text())) return false;
        return true;
    }

    boolean isCodeName(String word) {
        return codeNames.stream().anyMatch(each -> each.words().contains(word));
    }
}
