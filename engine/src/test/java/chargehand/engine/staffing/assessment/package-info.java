@NullMarked
package chargehand.engine.staffing.assessment;

import org.jspecify.annotations.NullMarked;
