@NullMarked
package chargehand.engine.staffing.fit;

import org.jspecify.annotations.NullMarked;
