@NullMarked
package chargehand.engine.forecast.history;

import org.jspecify.annotations.NullMarked;
