package chargehand.files.mpxj;

import chargehand.files.NotCarriedOver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is met on the way and can't be taken into the plan. Things of one kind and with one reason become
/// one entry that names the first few of those that have them.
final class Leftovers {
    private static final int NAMED = 3;

    private record Kind(String what, String why) {}

    private final Map<Kind, List<String>> owners = new LinkedHashMap<>();

    /// @param what "deadline of task", before the owner's name
    /// @param why what became of it, one sentence
    void add(String what, String owner, String why) {
        owners.computeIfAbsent(new Kind(what, why), kind -> new ArrayList<>()).add("'" + owner + "'");
    }

    /// Something of the file as a whole.
    void add(String what, String why) {
        owners.computeIfAbsent(new Kind(what, why), kind -> new ArrayList<>()).add("");
    }

    /// In the order in which each kind was first met.
    List<NotCarriedOver> list() {
        return owners.entrySet().stream()
                .map(each -> new NotCarriedOver(
                        named(each.getKey().what(), each.getValue()),
                        each.getKey().why(),
                        each.getValue().size()))
                .toList();
    }

    private static String named(String what, List<String> owners) {
        var first = String.join(", ", owners.subList(0, Math.min(NAMED, owners.size())));
        var others = owners.size() - NAMED;
        if (first.isBlank() || owners.getFirst().isEmpty()) return what;
        return what + " " + first + (others > 0 ? " and %d more".formatted(others) : "");
    }
}
