package chargehand.engine.staffing.profile;

import java.util.List;
import java.util.stream.Collectors;

/// What a kind of manager needs, as somebody has written it.
///
/// @param name short and stable: `infrastructure`
/// @param version counts the changes of its author
/// @param source on what it rests, as people read it
public record Profile(String name, String title, int version, String author, String source, List<Criterion> criteria) {
    public Profile {
        criteria = List.copyOf(criteria);
        long ids = criteria.stream().map(Criterion::id).distinct().count();
        if (ids < criteria.size())
            throw new IllegalArgumentException("Two criteria of %s share an id.".formatted(name));
    }

    /// The text that [ProfileText#parse] makes the same profile of.
    public String text() {
        var head = "profile: %s\ntitle: %s\nversion: %d\nauthor: %s\nsource: %s\n\n"
                .formatted(name, title, version, author, source);
        return head
                + criteria.stream()
                        .map(each -> "%s %s: %s\n"
                                .formatted(
                                        each.must() ? "must" : "should",
                                        each.id(),
                                        each.requirement().words()))
                        .collect(Collectors.joining());
    }
}
