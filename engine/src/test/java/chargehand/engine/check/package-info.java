/// An independent judge of calendars: knows the rules of `docs/engine.md` and shares no code with the engine that
/// makes them. It is slow and naive on purpose.
@NullMarked
package chargehand.engine.check;

import org.jspecify.annotations.NullMarked;
