/// Working calendars, and the way from wall-clock time to working time and back in constant time.
@NullMarked
package chargehand.engine.time;

import org.jspecify.annotations.NullMarked;
