/// Calendars that respect who can do what when: schedule generation, search, bounds, repair after an edit.
@NullMarked
package chargehand.engine.levelling;

import org.jspecify.annotations.NullMarked;
