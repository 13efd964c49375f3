/// What holds of the engine as a whole.
@NullMarked
package chargehand.engine;

import org.jspecify.annotations.NullMarked;
