package chargehand.server.staffing;

import chargehand.server.people.Person;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done about somebody's weaker side. Whoever chose it says so with their name.
///
/// @param weaker the side of which less was known, when it was chosen; absent where it was neither
/// @param mitigation `deputy`, `leadEngineer`, `mentor`, `training` or `none`
/// @param helper the person who does that; no name once they are gone
@Schema(name = "Mitigation")
record Mitigation(
        @Nullable String weaker,
        String mitigation,
        @Nullable UUID helper,
        @Nullable String helperName,
        @Nullable String reason,
        StoredAssessment.Author author,
        Instant at) {
    private static final Set<String> KNOWN = Set.of("deputy", "leadEngineer", "mentor", "training", "none");
    private static final Set<String> BY_SOMEBODY = Set.of("deputy", "leadEngineer", "mentor");
    private static final int LONGEST_REASON = 1000;

    /// The same with names of today, of those who are still there.
    Mitigation named(Map<UUID, String> names) {
        var name = helper == null ? null : names.get(helper);
        return new Mitigation(weaker, mitigation, helper, name, reason, author, at);
    }

    /// @param whose the person with the weaker side, where that is one of ours
    /// @throws Problem if it is nothing that is known to help, or nobody is named who does it
    static void check(String mitigation, @Nullable Person helper, @Nullable UUID whose, @Nullable String reason) {
        if (!KNOWN.contains(mitigation))
            throw Problem.invalid("mitigation", "“%s” is nothing that is known to help.".formatted(mitigation))
                    .hint("Say one of deputy, leadEngineer, mentor, training, none.");
        if (BY_SOMEBODY.contains(mitigation) && helper == null)
            throw Problem.invalid("helper", "Who is it?").hint("Name the person who does that.");
        if (helper != null && helper.id().equals(whose))
            throw Problem.invalid("helper", "Nobody makes up for their own weaker side.");
        checkReason(reason);
    }

    static void checkReason(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON)
            throw Problem.invalid("reason", "A reason has at most %d characters.".formatted(LONGEST_REASON));
    }
}
