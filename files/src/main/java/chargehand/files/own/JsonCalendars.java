package chargehand.files.own;

import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.files.UnreadableFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The working calendars of a JSON plan.
record JsonCalendars(ZoneId zone) {
    private static final Set<String> KEYS = Set.of("id", "name", "zone", "week", "exceptions");
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Pattern RANGE = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

    /// Office hours if the plan has none.
    List<WorkingCalendar> read(Json plan) throws UnreadableFile {
        var calendars = plan.list("calendars", this::calendar);
        if (calendars.isEmpty()) return List.of(WorkingCalendar.officeHours("office", zone));
        var ids = new HashSet<String>();
        for (int i = 0; i < calendars.size(); i++)
            if (!ids.add(calendars.get(i).id()))
                throw duplicate(plan.need("calendars").items().get(i));
        return calendars;
    }

    private static UnreadableFile duplicate(Json calendar) throws UnreadableFile {
        return calendar.refusal(
                "duplicate-id",
                "a calendar has the id \"%s\" already"
                        .formatted(calendar.need("id").id()),
                "Give each calendar an id of its own.");
    }

    private WorkingCalendar calendar(Json json) throws UnreadableFile {
        json.onlyWith(KEYS);
        var id = json.need("id").id();
        return new WorkingCalendar(
                id,
                json.or("name", Json::text, id),
                json.or("zone", each -> each.as(Times::zone), zone),
                week(json),
                exceptions(json));
    }

    private static Map<DayOfWeek, List<TimeRange>> week(Json json) throws UnreadableFile {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : json.need("week").onlyWith(DAYS).fields().entrySet())
            week.put(
                    DayOfWeek.valueOf(day.getKey().toUpperCase(Locale.ROOT)),
                    day.getValue().list(JsonCalendars::range));
        return week;
    }

    private static TreeMap<LocalDate, List<TimeRange>> exceptions(Json json) throws UnreadableFile {
        var exceptions = new TreeMap<LocalDate, List<TimeRange>>();
        var dates = json.get("exceptions");
        if (dates == null) return exceptions;
        for (var date : dates.fields().entrySet())
            exceptions.put(
                    date.getValue().made(() -> Times.date(date.getKey())),
                    date.getValue().list(JsonCalendars::range));
        return exceptions;
    }

    private static TimeRange range(Json json) throws UnreadableFile {
        return json.as(JsonCalendars::range);
    }

    private static TimeRange range(String text) throws BadValue {
        var parts = RANGE.matcher(text);
        if (parts.matches()) {
            int from = minute(parts.group(1), parts.group(2));
            int to = minute(parts.group(3), parts.group(4));
            if (from >= 0 && from < to) return new TimeRange(from, to);
        }
        throw new BadValue(
                "\"%s\" is no range of a day".formatted(Quoted.shortened(text)),
                "Write it as \"09:00-13:00\"; a day may end with 24:00.");
    }

    /// After midnight; -1 if no clock shows it.
    private static int minute(String hours, String minutes) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        return Integer.parseInt(minutes) < 60 && minute <= TimeRange.MINUTES_OF_DAY ? minute : -1;
    }
}
