package chargehand.files.own;

import chargehand.engine.plan.Plan;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.NotCarriedOver;
import chargehand.files.Planned;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Plans as JSON, as `docs/guide/plan-file.md` shows and `docs/contracts/plan-file.schema.json` says exactly.
/// What is written here reads back as an equal plan.
public final class JsonPlans {
    private static final Set<String> KEYS = Set.of(
            "$schema",
            "format",
            "name",
            "zone",
            "start",
            "workingCalendar",
            "calendars",
            "people",
            "bookings",
            "tasks",
            "links",
            "notCarriedOver",
            "calendar");
    private static final Set<String> NOT_CARRIED_OVER_KEYS = Set.of("what", "why", "count");

    private JsonPlans() {}

    /// Strict: what is unknown, twice there, of the wrong kind or out of bounds is refused, with its place in
    /// the file. The section `calendar` is derived and not read.
    public static ReadPlan read(byte[] bytes, Reading reading) throws UnreadableFile {
        var file = JsonTree.parse(FileText.of(bytes)).onlyWith(KEYS);
        return new ReadPlan(
                plan(file, reading),
                file.or("format", Json::notBlank, "JSON"),
                file.list("notCarriedOver", JsonPlans::notCarriedOver));
    }

    private static Plan plan(Json file, Reading reading) throws UnreadableFile {
        var times = new Times(file.or("zone", each -> each.as(Times::zone), reading.zone()));
        var calendars = new JsonCalendars(times.zone()).read(file);
        var ids = new LinkedHashSet<String>();
        for (var calendar : calendars) ids.add(calendar.id());
        var calendar = file.or(
                "workingCalendar",
                each -> JsonPeople.calendar(each, ids),
                calendars.getFirst().id());
        var durations = Durations.working(minutesOfADay(calendars, calendar));
        var people = new JsonPeople(times, ids);
        var team = people.team(file);
        var tasks = new JsonTasks(file);
        var read = tasks.tasks(new JsonTask(times, durations, team, ids));
        var bookings = people.bookings(file, team);
        return new Plan(
                file.need("name").notBlank(),
                times.zone(),
                start(file, reading, times),
                calendar,
                calendars,
                team.resources(),
                read,
                tasks.links(file, new LinkText(durations)),
                bookings);
    }

    private static int minutesOfADay(List<WorkingCalendar> calendars, String id) {
        return calendars.stream()
                .filter(each -> each.id().equals(id))
                .mapToInt(WorkingCalendar::minutesOfADay)
                .findFirst()
                .orElseThrow();
    }

    private static Instant start(Json file, Reading reading, Times times) throws UnreadableFile {
        if (reading.start() != null) return times.startOf(reading.start());
        var start = file.get("start");
        if (start != null) return start.as(times::start);
        throw file.refusal(
                "start-missing",
                "the plan does not say when it starts",
                "Add \"start\": \"2027-01-11\", or say it with --start.");
    }

    private static NotCarriedOver notCarriedOver(Json json) throws UnreadableFile {
        json.onlyWith(NOT_CARRIED_OVER_KEYS);
        return new NotCarriedOver(
                json.need("what").text(),
                json.need("why").text(),
                json.or("count", each -> each.whole(1, Integer.MAX_VALUE), 1));
    }

    /// The plan complete, and beside it in `calendar` what was derived from it.
    public static void write(Planned planned, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            new JsonPlanOutput(json, planned.plan()).write();
            JsonPlanOutput.notCarriedOver(json, planned.notCarriedOver());
            json.object("calendar", () -> new DerivedOutput(json, planned).write());
        });
    }

    /// The plan complete, and what its file held besides.
    public static void write(ReadPlan read, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.text("format", read.format());
            new JsonPlanOutput(json, read.plan()).write();
            JsonPlanOutput.notCarriedOver(json, read.notCarriedOver());
        });
    }
}
