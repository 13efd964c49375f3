/// What people wrote: tasks, links, resources, bookings; and what can be found about it. Immutable.
@NullMarked
package chargehand.engine.plan;

import org.jspecify.annotations.NullMarked;
