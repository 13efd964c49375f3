/// How likely every date is.
@NullMarked
package chargehand.engine.forecast;

import org.jspecify.annotations.NullMarked;
