package chargehand.server.planning;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Lag;
import chargehand.engine.plan.Link;
import chargehand.engine.plan.LinkType;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.people.Week;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is stored of plans as JSON, and how it is read back.
final class PlanJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(each -> each.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<List<PlanChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<CalendarDocument>> CALENDARS = new TypeReference<>() {};

    private PlanJson() {}

    record TaskDocument(TaskFields task, @Nullable TaskFields leaf) {
        static TaskDocument of(TaskRow row) {
            return new TaskDocument(
                    TaskWriting.fields(row.task()), row.leaf() == null ? null : TaskWriting.fields(row.leaf()));
        }

        TaskRow row(String id, @Nullable String parent, double rank) {
            var above = parent == null ? null : new TaskId(parent);
            return new TaskRow(
                    TaskWriting.task(new TaskId(id), above, task),
                    rank,
                    leaf == null ? null : TaskWriting.task(new TaskId(id), above, leaf));
        }
    }

    record LinkDocument(String predecessor, String successor, PlanChange.Type type, PlanChange.@Nullable Delay lag) {
        static LinkDocument of(Link link) {
            return new LinkDocument(
                    link.predecessor().value(),
                    link.successor().value(),
                    PlanJson.type(link.type()),
                    PlanJson.delay(link.lag()));
        }

        Link link() {
            return new Link(new TaskId(predecessor), new TaskId(successor), PlanJson.type(type), PlanJson.lag(lag));
        }
    }

    record ResourceDocument(
            String id, String name, int capacity, @Nullable String calendar, Set<String> skills) {}

    record CalendarDocument(
            String id, String name, String zone, Week week, NavigableMap<LocalDate, List<String>> exceptions) {
        static CalendarDocument of(WorkingCalendar calendar) {
            var exceptions = new TreeMap<LocalDate, List<String>>();
            calendar.exceptions()
                    .forEach((date, ranges) ->
                            exceptions.put(date, ranges.stream().map(Week::text).toList()));
            return new CalendarDocument(
                    calendar.id(), calendar.name(), calendar.zone().getId(), Week.of(calendar.week()), exceptions);
        }

        WorkingCalendar calendar() {
            var days = new TreeMap<LocalDate, List<TimeRange>>();
            exceptions.forEach((date, ranges) -> days.put(date, Week.ranges(ranges)));
            return new WorkingCalendar(id, name, ZoneId.of(zone), week.days(), days);
        }
    }

    record BookingDocument(String resource, int units, Instant from, Instant to, String reason) {}

    record FactsDocument(
            List<ResourceDocument> resources, List<CalendarDocument> calendars, List<BookingDocument> bookings) {
        static FactsDocument of(Facts facts) {
            return new FactsDocument(
                    facts.resources().stream()
                            .map(each -> new ResourceDocument(
                                    each.id().value(),
                                    each.name(),
                                    each.capacity(),
                                    each.calendar(),
                                    new TreeSet<>(each.skills())))
                            .toList(),
                    facts.calendars().stream().map(CalendarDocument::of).toList(),
                    facts.bookings().stream()
                            .map(each -> new BookingDocument(
                                    each.resource().value(),
                                    each.units(),
                                    each.fromInclusive(),
                                    each.toExclusive(),
                                    each.reason()))
                            .toList());
        }

        Facts facts() {
            return new Facts(
                    resources.stream()
                            .map(each -> new Resource(
                                    new ResourceId(each.id()),
                                    each.name(),
                                    each.capacity(),
                                    each.calendar(),
                                    each.skills()))
                            .toList(),
                    calendars.stream().map(CalendarDocument::calendar).toList(),
                    bookings.stream()
                            .map(each -> new Booking(
                                    new ResourceId(each.resource()),
                                    each.units(),
                                    each.from(),
                                    each.to(),
                                    each.reason()))
                            .toList());
        }
    }

    static PlanChange.Type type(LinkType type) {
        return switch (type) {
            case FS -> PlanChange.Type.FS;
            case SS -> PlanChange.Type.SS;
            case FF -> PlanChange.Type.FF;
            case SF -> PlanChange.Type.SF;
        };
    }

    static LinkType type(PlanChange.Type type) {
        return switch (type) {
            case FS -> LinkType.FS;
            case SS -> LinkType.SS;
            case FF -> LinkType.FF;
            case SF -> LinkType.SF;
        };
    }

    static PlanChange.@Nullable Delay delay(Lag lag) {
        if (lag.isNone()) return null;
        return switch (lag) {
            case Lag.Working(var minutes) -> new PlanChange.Delay(PlanChange.DelayKind.working, minutes);
            case Lag.Elapsed(var minutes) -> new PlanChange.Delay(PlanChange.DelayKind.elapsed, minutes);
            case Lag.Percent(var percent) -> new PlanChange.Delay(PlanChange.DelayKind.percent, percent);
        };
    }

    static Lag lag(PlanChange.@Nullable Delay delay) {
        if (delay == null || delay.value() == 0) return Lag.NONE;
        return switch (delay.kind()) {
            case working -> new Lag.Working(delay.value());
            case elapsed -> new Lag.Elapsed(delay.value());
            case percent -> new Lag.Percent(delay.value());
        };
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static String changes(List<PlanChange> changes) {
        return MAPPER.writerFor(CHANGES).writeValueAsString(changes);
    }

    static List<PlanChange> changes(String json) {
        return MAPPER.readValue(json, CHANGES);
    }

    static String calendars(List<WorkingCalendar> calendars) {
        return text(calendars.stream().map(CalendarDocument::of).toList());
    }

    static List<WorkingCalendar> calendars(String json) {
        return MAPPER.readValue(json, CALENDARS).stream()
                .map(CalendarDocument::calendar)
                .toList();
    }

    static Facts facts(String json) {
        return MAPPER.readValue(json, FactsDocument.class).facts();
    }
}
