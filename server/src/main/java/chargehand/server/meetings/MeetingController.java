package chargehand.server.meetings;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.people.Person;
import chargehand.server.shared.Days;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Meetings", description = "When people of a project meet, and what was written down.")
class MeetingController {
    private static final int AHEAD = 400;
    private static final int SHOWN = 3;

    private final Meetings meetings;
    private final MeetingEditing editing;
    private final MinuteTaking taking;
    private final People people;
    private final Clock clock;

    MeetingController(Meetings meetings, MeetingEditing editing, MinuteTaking taking, People people, Clock clock) {
        this.meetings = meetings;
        this.editing = editing;
        this.taking = taking;
        this.people = people;
        this.clock = clock;
    }

    /// @param next the days on which it takes place next, at most three; none where it is over
    /// @param minuted days of which there are minutes, the newest first
    @Schema(name = "MeetingItem")
    record Item(Meeting meeting, List<LocalDate> next, List<LocalDate> minuted) {}

    /// @param people names of those who are there, by id
    @Schema(name = "MeetingList")
    record Listed(List<Item> items, Map<UUID, String> people) {}

    @GetMapping("/api/projects/{project}/meetings")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listMeetings", summary = "The meetings of a project, with their next days")
    Listed list(@PathVariable UUID project) {
        var all = meetings.of(project);
        var persons =
                all.stream().flatMap(each -> each.persons().stream()).distinct().toList();
        return new Listed(all.stream().map(this::item).toList(), names(persons));
    }

    private Item item(Meeting meeting) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(meeting.zone()));
        var next =
                meeting.days(today, today.plusDays(AHEAD)).stream().limit(SHOWN).toList();
        return new Item(meeting, next, meetings.minuted(meeting.id()));
    }

    private Map<UUID, String> names(List<UUID> persons) {
        return people.of(persons).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    @PostMapping("/api/projects/{project}/meetings")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addMeeting", summary = "Say when people meet; it takes their time from their calendars")
    Meeting add(Caller caller, @PathVariable UUID project, @RequestBody MeetingWrite body) {
        return editing.add(caller, project, body);
    }

    @PutMapping("/api/projects/{project}/meetings/{meeting}")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "putMeeting", summary = "Change when people meet, who, or on which days they don't")
    ResponseEntity<Meeting> write(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID meeting,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base,
            @RequestBody MeetingWrite body) {
        var written = editing.write(caller, project, meeting, body, Version.required(base));
        return ResponseEntity.ok().eTag(Version.tag(written.version())).body(written);
    }

    @DeleteMapping("/api/projects/{project}/meetings/{meeting}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endMeeting", summary = "End a meeting from today on; its minutes stay")
    void end(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID meeting,
            @RequestHeader(name = "If-Match", required = false) @Nullable String base) {
        editing.end(caller, project, meeting, Version.required(base));
    }

    /// One day of a meeting.
    ///
    /// @param from when it begins, and `to` when it ends
    /// @param takesPlace false where it was left out, or has ended
    /// @param before the day before on which it took place, and `after` the next one
    /// @param people names of those who are there and of those who see to a line, by id
    @Schema(name = "MeetingDay")
    record DayView(
            Meeting meeting,
            LocalDate day,
            Instant from,
            Instant to,
            boolean takesPlace,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            List<Minute> minutes,
            Map<UUID, String> people) {}

    @GetMapping("/api/projects/{project}/meetings/{meeting}/days/{day}")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "getMeetingDay", summary = "One day of a meeting, with its minutes")
    DayView day(@PathVariable UUID project, @PathVariable UUID meeting, @PathVariable LocalDate day) {
        if (!Days.isWithin(day)) throw Problem.notFound();
        var one = editing.find(project, meeting);
        var minutes = meetings.minutes(meeting, day);
        var persons = Stream.concat(
                        one.persons().stream(),
                        minutes.stream().map(Minute::owner).filter(Objects::nonNull))
                .distinct()
                .toList();
        var earlier = new ArrayList<>(one.days(day.minusDays(AHEAD), day));
        var later = one.days(day.plusDays(1), day.plusDays(AHEAD));
        return new DayView(
                one,
                day,
                one.begin(day),
                one.end(day),
                one.isOn(day),
                earlier.isEmpty() ? null : earlier.getLast(),
                later.isEmpty() ? null : later.getFirst(),
                minutes,
                names(persons));
    }

    @PostMapping("/api/projects/{project}/meetings/{meeting}/days/{day}/minutes")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "takeMinute",
            summary = "Write down a line; decisions, tasks and questions (whoever plans) become what they are at once")
    Minute take(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable UUID meeting,
            @PathVariable LocalDate day,
            @RequestBody MinuteWrite body) {
        return taking.take(caller, project, meeting, day, body);
    }

    @DeleteMapping("/api/projects/{project}/meetings/{meeting}/minutes/{minute}")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeMinute", summary = "Take a note of the minutes back; one's own, or whoever plans")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID meeting, @PathVariable UUID minute) {
        taking.remove(caller, project, meeting, minute);
    }
}
