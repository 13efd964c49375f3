@NullMarked
package chargehand.server.staffing;

import org.jspecify.annotations.NullMarked;
