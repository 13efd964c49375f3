@NullMarked
package chargehand.server.interchange;

import org.jspecify.annotations.NullMarked;
