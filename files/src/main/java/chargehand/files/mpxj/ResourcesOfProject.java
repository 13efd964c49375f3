package chargehand.files.mpxj;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Booking;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Who;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.AvailabilityTable;
import org.mpxj.ProjectFile;

/// The people and pools of a project file. Where a resource has fewer units for a while, the rest is booked
/// away.
final class ResourcesOfProject {
    private final FileTimes times;
    private final Span span;
    private final CalendarsOfProject calendars;
    private final Leftovers leftovers;
    private final Map<Integer, Resource> carried = new LinkedHashMap<>();
    private final List<Booking> bookings = new ArrayList<>();

    ResourcesOfProject(
            ProjectFile file, FileTimes times, Span span, CalendarsOfProject calendars, Leftovers leftovers) {
        this.times = times;
        this.span = span;
        this.calendars = calendars;
        this.leftovers = leftovers;
        for (var each : file.getResources()) carry(each);
    }

    List<Resource> resources() {
        return List.copyOf(carried.values());
    }

    List<Booking> bookings() {
        return bookings;
    }

    /// Empty for what was left over, as a cost resource.
    Optional<Resource> of(org.mpxj.@Nullable Resource resource) {
        return resource == null ? Optional.empty() : Optional.ofNullable(carried.get(resource.getUniqueID()));
    }

    boolean hasOwnCalendar(Assignment assignment) {
        return carried.values().stream()
                .anyMatch(each -> each.calendar() != null && new Who.Named(each.id()).equals(assignment.who()));
    }

    private void carry(org.mpxj.Resource resource) {
        if (resource.getNull() || isPlaceholder(resource)) return;
        var name = name(resource);
        switch (resource.getType()) {
            case WORK -> carryWorker(resource, name);
            case MATERIAL -> leftovers.add("material resource", name, "The calendar needs no materials.");
            case COST -> leftovers.add("cost resource", name, "The calendar knows no costs.");
        }
    }

    /// Microsoft Project keeps one nameless resource for work that nobody is assigned to.
    private static boolean isPlaceholder(org.mpxj.Resource resource) {
        return resource.getName() == null && resource.getTaskAssignments().isEmpty();
    }

    private void carryWorker(org.mpxj.Resource resource, String name) {
        var table = resource.getAvailability();
        var capacity = Math.max(
                1,
                table.stream().mapToInt(each -> percent(each.getUnits())).max().orElse(100));
        var id = new ResourceId(String.valueOf(resource.getUniqueID()));
        carried.put(
                resource.getUniqueID(),
                new Resource(id, name, capacity, calendars.idUnlessProjects(resource.getCalendar()), Set.of()));
        bookWhatIsMissing(id, capacity, table);
        noteTheRest(resource, name);
    }

    /// Outside the dates of the table nobody is there. Dates there are of whole days, so a gap of a day is
    /// none.
    private void bookWhatIsMissing(ResourceId id, int capacity, AvailabilityTable table) {
        if (table.isEmpty()) return;
        var covered = span.from();
        for (var each : table) {
            var from = Objects.requireNonNullElse(each.getRange().getStart(), span.from());
            var until = Objects.requireNonNullElse(each.getRange().getEnd(), span.to());
            if (from.isAfter(covered.plusDays(1))) book(id, capacity, covered, from);
            book(id, capacity - percent(each.getUnits()), from, until.plusMinutes(1));
            if (until.isAfter(covered)) covered = until;
        }
        if (span.to().isAfter(covered.plusDays(1))) book(id, capacity, covered.plusMinutes(1), span.to());
    }

    private void book(ResourceId id, int units, LocalDateTime from, LocalDateTime until) {
        var begin = from.isBefore(span.from()) ? span.from() : from;
        var end = until.isAfter(span.to()) ? span.to() : until;
        if (units > 0 && begin.isBefore(end))
            bookings.add(new Booking(id, units, times.at(begin), times.at(end), "not available"));
    }

    private void noteTheRest(org.mpxj.Resource resource, String name) {
        if (resource.getGeneric()) leftovers.add("generic resource", name, "It is planned like a person.");
        if (resource.getBudget()) leftovers.add("budget mark of resource", name, "The calendar knows no budgets.");
    }

    private static int percent(@Nullable Number units) {
        return units == null ? 100 : (int) Math.clamp(Math.round(units.doubleValue()), 0, 100_000_000);
    }

    private static String name(org.mpxj.Resource resource) {
        var name = resource.getName();
        return name == null || name.isBlank() ? "Resource " + resource.getUniqueID() : name;
    }
}
