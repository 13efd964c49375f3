@NullMarked
package chargehand.engine.forecast;

import org.jspecify.annotations.NullMarked;
