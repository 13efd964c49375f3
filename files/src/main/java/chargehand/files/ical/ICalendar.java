package chargehand.files.ical;

import chargehand.engine.plan.Task;
import chargehand.files.Planned;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Writes a calendar for calendar programs: an event for each task that is no summary, and one of a whole day
/// for each deadline.
///
/// Times are in UTC, which every program shows on its own clock. An event's UID stays the same as long as the
/// project keeps its name and the task its id, so that a newer file replaces the events of an older one.
/// People are named and not invited: nobody gets mail.
public final class ICalendar {
    private ICalendar() {}

    /// Does not close the stream.
    public static void write(Planned planned, OutputStream out) throws IOException {
        var calendar = new Calendar(header(planned), new ComponentList<>(events(planned)));
        var text = new StringWriter(); // the outputter closes what it is given
        new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, text);
        out.write(Folding.folded(text.toString()));
    }

    private static PropertyList header(Planned planned) {
        var name = PlainText.of(planned.plan().name());
        return new PropertyList(List.<Property>of(
                ImmutableVersion.VERSION_2_0,
                new ProdId("-//Chargehand//Chargehand//EN"),
                ImmutableCalScale.GREGORIAN,
                new Name(name),
                new XProperty("X-WR-CALNAME", name),
                new XProperty("X-WR-TIMEZONE", planned.plan().zone().getId())));
    }

    private static List<CalendarComponent> events(Planned planned) {
        var events = new ArrayList<CalendarComponent>();
        var writing = new Events(planned);
        List<Task> tasks = planned.plan().tasks();
        for (int i = 0; i < tasks.size(); i++) {
            if (!tasks.get(i).isSummary()) events.add(writing.work(i));
            var deadline = tasks.get(i).deadline();
            if (deadline != null) events.add(writing.deadline(i, deadline));
        }
        return events;
    }
}
