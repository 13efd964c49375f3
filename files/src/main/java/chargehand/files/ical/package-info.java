/// The calendar for calendar programs: iCalendar as of RFC 5545.
@NullMarked
package chargehand.files.ical;

import org.jspecify.annotations.NullMarked;
