package chargehand.files.mpxj;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Microsoft Project's unique ids are numbers: an id that is one stays, the others are numbered after them.
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Map<String, Integer> numbers = new HashMap<>();

    /// @param ids in the order in which those that are no numbers are numbered
    Numbers(List<String> ids) {
        var taken = new HashSet<Integer>();
        var others = new ArrayList<String>();
        for (var id : ids) {
            if (NUMBER.matcher(id).matches() && taken.add(Integer.valueOf(id))) numbers.put(id, Integer.valueOf(id));
            else others.add(id);
        }
        int next = taken.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var id : others) numbers.putIfAbsent(id, ++next);
    }

    int of(String id) {
        var number = numbers.get(id);
        if (number == null) throw new IllegalArgumentException("The id (%s) is not in the plan.".formatted(id));
        return number;
    }

    boolean has(String id) {
        return numbers.containsKey(id);
    }
}
