package chargehand.server.planning;

import chargehand.server.people.Week;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that somebody does to a plan.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlanChange.AddTask.class, name = "addTask"),
    @JsonSubTypes.Type(value = PlanChange.SetTask.class, name = "setTask"),
    @JsonSubTypes.Type(value = PlanChange.MoveTask.class, name = "moveTask"),
    @JsonSubTypes.Type(value = PlanChange.RemoveTask.class, name = "removeTask"),
    @JsonSubTypes.Type(value = PlanChange.AddLink.class, name = "addLink"),
    @JsonSubTypes.Type(value = PlanChange.SetLink.class, name = "setLink"),
    @JsonSubTypes.Type(value = PlanChange.RemoveLink.class, name = "removeLink"),
    @JsonSubTypes.Type(value = PlanChange.SetPlan.class, name = "setPlan"),
    @JsonSubTypes.Type(value = PlanChange.TakeFacts.class, name = "takeFacts"),
    @JsonSubTypes.Type(value = PlanChange.TakeProposal.class, name = "takeProposal"),
    @JsonSubTypes.Type(value = PlanChange.RestoreTasks.class, name = "restoreTasks"),
    @JsonSubTypes.Type(value = PlanChange.SetFacts.class, name = "setFacts")
})
@Schema(
        name = "Change",
        discriminatorProperty = "kind",
        oneOf = {
            PlanChange.AddTask.class,
            PlanChange.SetTask.class,
            PlanChange.MoveTask.class,
            PlanChange.RemoveTask.class,
            PlanChange.AddLink.class,
            PlanChange.SetLink.class,
            PlanChange.RemoveLink.class,
            PlanChange.SetPlan.class,
            PlanChange.TakeFacts.class,
            PlanChange.TakeProposal.class
        })
sealed interface PlanChange {
    /// A new task.
    ///
    /// @param parent beneath which it comes, or null for the top
    /// @param after the sibling that it follows; without, it comes first, or last where that is said
    @Schema(name = "AddTask")
    record AddTask(
            TaskFields task,
            @Nullable String parent,
            @Nullable String after,
            @Nullable Boolean last) implements PlanChange {}

    @Schema(name = "SetTask")
    record SetTask(
            String task,
            @Schema(implementation = TaskFields.class) TaskPatch set) implements PlanChange {}

    @Schema(name = "MoveTask")
    record MoveTask(
            String task,
            @Nullable String parent,
            @Nullable String after,
            @Nullable Boolean last) implements PlanChange {}

    /// With all beneath it and all links to any of that.
    @Schema(name = "RemoveTask")
    record RemoveTask(String task) implements PlanChange {}

    @Schema(name = "AddLink")
    record AddLink(
            String predecessor,
            String successor,
            @Nullable Type type,
            @Nullable Delay lag) implements PlanChange {}

    /// The link of this pair gets this type and lag; what is absent stays.
    @Schema(name = "SetLink")
    record SetLink(
            String predecessor,
            String successor,
            @Nullable Type type,
            @Nullable Delay lag) implements PlanChange {}

    /// Two tasks no longer wait for each other.
    ///
    /// @param type for a pair with several links, the one that is meant; without, all of them
    @Schema(name = "RemoveLink")
    record RemoveLink(
            String predecessor, String successor, @Nullable Type type) implements PlanChange {}

    @Schema(name = "SetPlan")
    record SetPlan(PlanFields set) implements PlanChange {}

    /// The people as they are now, instead of as they were when the calendar was made.
    @Schema(name = "TakeFacts")
    record TakeFacts() implements PlanChange {}

    /// The calendar of a proposal instead of today's.
    ///
    /// @param tasks only these; absent for all
    @Schema(name = "TakeProposal")
    record TakeProposal(UUID proposal, @Nullable List<String> tasks) implements PlanChange {}

    /// Puts back what was removed. Made by undo alone.
    ///
    /// @param after the sibling that the first follows, or null where it comes first
    record RestoreTasks(List<Kept> tasks, @Nullable String after, List<PlanJson.LinkDocument> links)
            implements PlanChange {}

    /// A task that was removed, as it was.
    record Kept(String id, @Nullable String parent, double rank, PlanJson.TaskDocument document) {}

    /// Other facts for a calendar: a team that changed, or what [TakeFacts] finds.
    record SetFacts(PlanJson.FactsDocument facts) implements PlanChange {}

    @Schema(name = "LinkType")
    enum Type {
        FS,
        SS,
        FF,
        SF
    }

    /// The time between the two ends of a link.
    ///
    /// @param value minutes of working time or by the clock, or percent of the predecessor's length;
    ///     negative is a lead
    @Schema(name = "Lag")
    record Delay(DelayKind kind, int value) {}

    @Schema(name = "LagKind")
    enum DelayKind {
        working,
        elapsed,
        percent
    }

    @Schema(name = "PlanFields")
    record PlanFields(
            @Nullable String name,
            @Nullable Instant start,
            @Nullable String zone,
            @Nullable ProjectCalendar calendar) {}

    /// The project's own working time, on the clock of its zone.
    ///
    /// @param exceptions the ranges of days that differ; an empty list is a day off
    @Schema(name = "ProjectCalendar")
    record ProjectCalendar(Week week, @Nullable Map<String, List<String>> exceptions) {}
}
