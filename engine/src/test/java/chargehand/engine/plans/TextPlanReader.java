package chargehand.engine.plans;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what stands above and in the table of a plan in text.
final class TextPlanReader {
    static final String PROJECT = "project";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final ZoneId zone;
    private final Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
    private final TextTimes times;
    private final List<Resource> resources = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();

    private TextPlanReader(List<String> lines) {
        for (var line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0)
                throw new IllegalArgumentException("\"%s\" is neither name: value nor a row.".formatted(line));
            var name = line.substring(0, colon).strip();
            // Several bookings of one resource may follow each other.
            settings.merge(
                    name,
                    line.substring(colon + 1).strip(),
                    (old, added) -> name.startsWith("booking ") ? old + "; " + added : added);
        }
        zone = ZoneId.of(settings.getOrDefault("zone", "UTC"));
        calendars.put(PROJECT, WorkingCalendar.officeHours(PROJECT, zone));
        of("calendar").forEach((id, text) -> calendars.put(id, TextCalendar.read(id, text, zone)));
        times = new TextTimes(zone, calendars.get(PROJECT).minutesOfADay());
        of("person").forEach((id, text) -> resources.add(resource(id, text)));
        of("pool").forEach((id, text) -> resources.add(Resource.pool(id, Integer.parseInt(text))));
        of("booking").forEach((id, text) -> {
            for (var one : text.split(";")) bookings.add(booking(id, one.strip()));
        });
    }

    static TextPlan read(List<String> settings, List<String> section, @Nullable TextPlan then) {
        return new TextPlanReader(settings).plan(section, then);
    }

    private TextPlan plan(List<String> section, @Nullable TextPlan then) {
        var table = TextTable.of(
                section.stream().filter(line -> line.startsWith("|")).toList());
        var tasks = new TextTasks(table, times);
        for (var name : tasks.resources())
            if (resources.stream().noneMatch(each -> each.id().value().equals(name)))
                resources.add(Resource.person(name));
        var plan = new Plan(
                settings.getOrDefault("name", "Harbour"),
                zone,
                moment("start"),
                PROJECT,
                List.copyOf(calendars.values()),
                resources,
                tasks.tasks(),
                tasks.links(),
                bookings);
        var now = settings.containsKey("now") ? moment("now") : null;
        return new TextPlan(plan, now, table, settings, findings(section), then);
    }

    private Instant moment(String name) {
        var text = settings.get(name);
        if (text == null) throw new IllegalArgumentException("The plan needs a line \"%s:\".".formatted(name));
        return times.moment(text);
    }

    private static @Nullable List<String> findings(List<String> section) {
        var expected = section.stream()
                .filter(line -> line.startsWith("expect:"))
                .map(line -> line.substring("expect:".length()).strip())
                .toList();
        if (expected.isEmpty()) return null;
        return expected.stream().filter(each -> !each.equals("no finding")).toList();
    }

    /// The settings of a kind, by what follows the kind: `person Ada` is of the kind `person`.
    private Map<String, String> of(String kind) {
        var result = new LinkedHashMap<String, String>();
        settings.forEach((name, value) -> {
            if (name.startsWith(kind + " ")) result.put(name.substring(kind.length() + 1), value);
        });
        return result;
    }

    private Resource resource(String id, String text) {
        int capacity = 100;
        String calendar = null;
        Set<String> skills = Set.of();
        for (var part : parts(text, ";").toList()) {
            var rest = part.substring(part.indexOf(' ') + 1).strip();
            switch (part.substring(0, part.indexOf(' '))) {
                case "capacity" -> capacity = Integer.parseInt(rest.replace("%", ""));
                case "calendar" -> calendar = rest;
                case "skills" -> skills = Set.copyOf(parts(rest, ",").toList());
                case "off" -> calendar = off(id, calendar, rest);
                default -> throw new IllegalArgumentException("A person has no \"%s\".".formatted(part));
            }
        }
        return new Resource(new ResourceId(id), id, capacity, calendar, skills);
    }

    /// A calendar of one's own: that of before, or the project's, without some days.
    private String off(String id, @Nullable String calendar, String dates) {
        var usual = calendars.get(calendar == null ? PROJECT : calendar);
        if (usual == null) throw new IllegalArgumentException("%s has no calendar to be off from.".formatted(id));
        calendars.put(id, TextCalendar.without(usual, id, dates));
        return id;
    }

    private Booking booking(String id, String text) {
        var words = text.split("% | to | for ");
        return new Booking(
                new ResourceId(id),
                Integer.parseInt(words[0]),
                times.moment(words[1]),
                times.moment(words[2]),
                words[3]);
    }

    static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).filter(each -> !each.isEmpty());
    }
}
