/// Tests of working time.
@NullMarked
package chargehand.engine.time;

import org.jspecify.annotations.NullMarked;
