@NullMarked
package chargehand.server.planning;

import org.jspecify.annotations.NullMarked;
