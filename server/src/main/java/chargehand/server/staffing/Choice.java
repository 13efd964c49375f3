package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is to take a project, and what is done about their weaker side. Whoever chose says so with their name.
///
/// @param project absent where somebody was taken on without one, or not as its manager
/// @param weaker the side with more missing, when it was chosen
/// @param mitigation against it: `deputy`, `leadEngineer`, `mentor`, `training` or `none`
/// @param helper the person who does that
@Schema(name = "StaffingChoice")
record Choice(
        UUID id,
        @Nullable UUID project,
        UUID person,
        String personName,
        String kind,
        @Nullable String weaker,
        @Nullable String mitigation,
        @Nullable UUID helper,
        @Nullable String helperName,
        @Nullable String reason,
        StoredAssessment.Author author,
        Instant at) {
    /// The same with names of today, of those who are still there.
    Choice named(Map<UUID, String> names) {
        return new Choice(
                id,
                project,
                person,
                names.getOrDefault(person, personName),
                kind,
                weaker,
                mitigation,
                helper,
                helper == null ? null : names.get(helper),
                reason,
                author,
                at);
    }

    /// What is done about the weaker side alone; null where that is nothing. Why is for those who staff projects.
    @Nullable
    Mitigation mitigated() {
        return mitigation == null || mitigation.equals("none")
                ? null
                : new Mitigation(weaker, mitigation, helper, helperName, null, author, at);
    }
}
