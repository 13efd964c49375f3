@NullMarked
package chargehand.server.maintenance;

import org.jspecify.annotations.NullMarked;
