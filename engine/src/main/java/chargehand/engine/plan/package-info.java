/// What people wrote: tasks, links, resources, bookings. Immutable; the engine reads it and never changes it.
@NullMarked
package chargehand.engine.plan;

import org.jspecify.annotations.NullMarked;
