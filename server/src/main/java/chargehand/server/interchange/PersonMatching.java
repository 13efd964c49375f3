package chargehand.server.interchange;

import chargehand.server.interchange.PlanImportViews.Candidate;
import chargehand.server.interchange.PlanImportViews.Match;
import chargehand.server.interchange.PlanImportViews.PersonMatch;
import chargehand.server.people.Person;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Tells who a name in a file is: as somebody said before, by e-mail address, by the very name; else by a name near
/// to it, of which somebody has to say whether it is the same.
final class PersonMatching {
    private static final Pattern EMAIL = Pattern.compile("[^\\s<>()@]+@[^\\s<>()@]+\\.[^\\s<>()@]+");
    private static final int MOST_CANDIDATES = 5;

    private final List<Person> people;
    private final Map<String, UUID> remembered;
    private final Map<UUID, Person> byId = new HashMap<>();
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, List<Person>> byName = new HashMap<>();

    /// @param remembered who a name was before, by [#key]
    PersonMatching(List<Person> people, Map<String, UUID> remembered) {
        this.people = people;
        this.remembered = remembered;
        for (var person : people) {
            byId.put(person.id(), person);
            if (person.email() != null) byEmail.put(person.email().toLowerCase(Locale.ROOT), person);
            byName.computeIfAbsent(key(person.name()), any -> new ArrayList<>()).add(person);
        }
    }

    /// A name without what people write in different ways: accents, capitals, blanks.
    static String key(String name) {
        var letters = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss");
        return letters.replaceAll("\\s+", " ");
    }

    PersonMatch match(String name) {
        var before = remembered.get(key(name));
        if (before != null && byId.containsKey(before)) return known(name, before);
        var address = EMAIL.matcher(name);
        if (address.find()) {
            var person = byEmail.get(address.group().toLowerCase(Locale.ROOT));
            if (person != null) return known(name, person.id());
        }
        var called = byName.getOrDefault(key(name), List.of());
        if (called.size() == 1) return known(name, called.getFirst().id());
        var near = called.isEmpty() ? near(name) : called;
        if (near.isEmpty()) return new PersonMatch(name, Match.NEW, null, null);
        return new PersonMatch(
                name,
                Match.unsure,
                null,
                near.stream().map(each -> new Candidate(each.id(), each.name())).toList());
    }

    private static PersonMatch known(String name, UUID person) {
        return new PersonMatch(name, Match.known, person, null);
    }

    private record Near(Person person, int distance) {}

    private List<Person> near(String name) {
        var words = words(name);
        if (words.isEmpty()) return List.of();
        var near = new ArrayList<Near>();
        for (var person : people) {
            int distance = distance(words, words(person.name()));
            if (distance >= 0) near.add(new Near(person, distance));
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparing(each -> each.person().name()))
                .limit(MOST_CANDIDATES)
                .map(Near::person)
                .toList();
    }

    /// "Berg, Ada" and "A. Berg (external)" as words, in the order of the alphabet.
    private static List<String> words(String name) {
        return Arrays.stream(key(name.replaceAll("\\(.*?\\)|<.*?>", " ")).split("[^\\p{L}\\p{N}]+"))
                .filter(each -> !each.isEmpty())
                .sorted()
                .toList();
    }

    /// 0 for the same words in another order, more the less they are alike, negative if they are not.
    private static int distance(List<String> one, List<String> other) {
        if (one.equals(other)) return 0;
        var shorter = one.size() <= other.size() ? one : other;
        var longer = shorter == one ? other : one;
        var left = new ArrayList<>(longer);
        int sum = 0;
        boolean whole = false;
        for (var word : shorter) {
            var best = left.stream()
                    .min(Comparator.comparingInt(each -> apart(word, each)))
                    .orElse("");
            int apart = apart(word, best);
            if (apart > 2) return -1;
            whole |= apart == 0 && word.length() > 1;
            left.remove(best);
            sum += apart;
        }
        // Initials and slips alone are too little to ask about.
        boolean alike = whole || shorter.size() == longer.size() && sum <= 2 && shorter.size() > 1;
        boolean slip = shorter.size() == 1
                && longer.size() == 1
                && sum <= 1
                && shorter.getFirst().length() > 3;
        return alike || slip ? 1 + sum + left.size() : -1;
    }

    /// How many letters differ; 1 for an initial and its word; many if it makes no sense to compare.
    private static int apart(String one, String other) {
        if (one.equals(other)) return 0;
        if (other.isEmpty()) return Integer.MAX_VALUE / 2;
        if (one.length() == 1 || other.length() == 1)
            return one.charAt(0) == other.charAt(0) ? 1 : Integer.MAX_VALUE / 2;
        if (Math.abs(one.length() - other.length()) > 2 || Math.min(one.length(), other.length()) < 4)
            return Integer.MAX_VALUE / 2;
        return levenshtein(one, other);
    }

    private static int levenshtein(String one, String other) {
        var row = new int[other.length() + 1];
        for (int k = 0; k <= other.length(); k++) row[k] = k;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int k = 1; k <= other.length(); k++) {
                int above = row[k];
                int cost = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
                row[k] = Math.min(Math.min(row[k] + 1, row[k - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
