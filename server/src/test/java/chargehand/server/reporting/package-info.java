@NullMarked
package chargehand.server.reporting;

import org.jspecify.annotations.NullMarked;
