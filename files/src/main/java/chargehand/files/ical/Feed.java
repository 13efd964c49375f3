package chargehand.files.ical;

import chargehand.files.ical.FeedEvent.When;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// A calendar that programs subscribe to (RFC 5545, and RFC 7986 for name and rhythm).
///
/// Minutes are in UTC, which every program shows on its own clock; days are days. Nobody is invited, nobody shown as
/// busy.
///
/// @param zone on whose clock its days were cut
/// @param every how often it is worth asking
public record Feed(String name, ZoneId zone, Duration every, List<FeedEvent> events) {
    /// In UTF-8, with lines that end as they have to.
    public byte[] written() {
        var components = events.stream().<CalendarComponent>map(Feed::event).toList();
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, Integer.MAX_VALUE)
                    .output(new Calendar(header(), new ComponentList<>(components)), text);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Folding.folded(text.toString());
    }

    private PropertyList header() {
        var title = PlainText.line(name);
        return new PropertyList(List.<Property>of(
                ImmutableVersion.VERSION_2_0,
                new ProdId("-//Chargehand//Chargehand//EN"),
                ImmutableCalScale.GREGORIAN,
                ImmutableMethod.PUBLISH,
                new Name(title),
                new XProperty("X-WR-CALNAME", title),
                new XProperty("X-WR-TIMEZONE", zone.getId()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), every),
                new XProperty("X-PUBLISHED-TTL", every.toString())));
    }

    private static VEvent event(FeedEvent of) {
        var event = new VEvent(false);
        event.add(new Uid(of.uid()));
        event.add(new Sequence(of.sequence()));
        event.add(new DtStamp(of.stamp()));
        event.add(new LastModified(of.stamp()));
        event.add(new Summary(PlainText.line(of.summary())));
        if (!of.description().isBlank()) event.add(new Description(PlainText.of(of.description())));
        event.add(new Categories(new TextList(List.of(of.category()))));
        event.add(ImmutableTransp.TRANSPARENT);
        if (of.url() != null) event.add(new Url(URI.create(of.url())));
        switch (of.when()) {
            case When.Minutes(var start, var end) -> {
                event.add(new DtStart<>(start));
                if (start.isBefore(end)) event.add(new DtEnd<>(end));
            }
            case When.Days(var first, var last) -> {
                event.add(new DtStart<>(first));
                event.add(new DtEnd<>(last.plusDays(1)));
            }
        }
        return event;
    }
}
