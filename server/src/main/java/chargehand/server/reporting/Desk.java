package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What waits for whoever answers for projects, over all of theirs: each thing with what it takes to do
/// it at once.
///
/// @param since when the night began that `moved` tells of
/// @param projects how many they answer for today, as manager, deputy or acting
/// @param decide what is theirs to say yes or no to, the most pressing first
/// @param release what clients have not been told
/// @param chase what others owe
/// @param answer what clients asked
/// @param satisfaction what clients answered at milestones in the last two weeks
/// @param suggestions what might be done next about the work, at most three of a kind
/// @param moved what became different since the last working day's end
@Schema(name = "Desk")
record Desk(
        Instant now,
        Instant since,
        List<Place> projects,
        List<ToDecide> decide,
        List<ToRelease> release,
        List<ToChase> chase,
        List<Question> answer,
        List<Satisfaction> satisfaction,
        List<Suggestion> suggestions,
        List<Moved> moved) {

    /// @param version of the plan, for `If-Match`
    @Schema(name = "DeskProject")
    record Place(UUID id, String name, String zone, long version) {}

    /// @param kind `complication`, `proposal`, `request` or `promise`; of changes `wish`, `renewal` or
    /// `declined`
    /// @param id of the complication, proposal, request or change, whose title is `taskName`
    /// @param what words, or of a proposal the code of its words with `values`
    /// @param was the planned finish of the project, and `then` the other one; of a promise its day and
    /// when it is planned
    /// @param chance of a promise, 0 to 1
    /// @param costMinutes that a complication takes
    @Schema(name = "ToDecide")
    record ToDecide(
            String kind,
            UUID project,
            @Nullable UUID id,
            @Nullable String task,
            @Nullable String taskName,
            String what,
            Map<String, Object> values,
            @Nullable String by,
            Instant at,
            boolean urgent,
            @Nullable Instant was,
            @Nullable Instant then,
            @Nullable Double chance,
            @Nullable Integer costMinutes,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /// @param audience to whom
    /// @param draft what waits to be released; absent where the next one is due and nobody has begun it
    /// @param last when the client was told last
    /// @param newer whether the plan has changed since the draft, or since the last update
    /// @param byItself how it stands with its release by itself; absent where that is not switched on
    @Schema(name = "ToRelease")
    record ToRelease(
            UUID project,
            Update.Audience audience,
            @Nullable Update draft,
            @Nullable Instant last,
            boolean newer,
            @Nullable ByItself byItself) {}

    /// @param kind `needUnowned`, `needOverdue`, `needLate`, `silent`, `stale`, `unread`, `unsigned` or
    /// `riskReview`; of the logbook `issueUnowned`, `issueOverdue` or `assumptionOverdue`
    /// @param need its id; of what is unsigned that of the change, of a review that of the risk, of the
    /// logbook that of the entry
    /// @param who owes it: names
    /// @param since since when, or when it should have been
    /// @param asked whom the product has asked about it by itself; absent where it has not
    @Schema(name = "ToChase")
    record ToChase(
            String kind,
            UUID project,
            @Nullable UUID need,
            @Nullable String task,
            @Nullable String taskName,
            @Nullable String what,
            List<String> who,
            @Nullable LocalDate due,
            @Nullable Instant since,
            @Nullable OwnersAsked asked) {
        ToChase(
                String kind,
                UUID project,
                @Nullable UUID need,
                @Nullable String task,
                @Nullable String taskName,
                @Nullable String what,
                List<String> who,
                @Nullable LocalDate due,
                @Nullable Instant since) {
            this(kind, project, need, task, taskName, what, who, due, since, null);
        }

        ToChase with(OwnersAsked asked) {
            return new ToChase(kind, project, need, task, taskName, what, who, due, since, asked);
        }
    }

    @Schema(name = "OwnersAsked")
    record OwnersAsked(List<String> names, Instant at) {}

    /// @param steps how many changes were made, by others than the reader too; `labels` the last of them
    /// @param likelyWas the likely finish as it was kept for the day before
    @Schema(name = "MovedOvernight")
    record Moved(
            UUID project,
            int steps,
            List<String> by,
            List<String> labels,
            @Nullable Instant likelyWas,
            @Nullable Instant likely) {}
}
