@NullMarked
package chargehand.engine.staffing.profile;

import org.jspecify.annotations.NullMarked;
