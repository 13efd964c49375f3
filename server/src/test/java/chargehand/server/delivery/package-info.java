@NullMarked
package chargehand.server.delivery;

import org.jspecify.annotations.NullMarked;
