@NullMarked
package chargehand.engine.staffing.cv;

import org.jspecify.annotations.NullMarked;
