@NullMarked
package chargehand.server.systems;

import org.jspecify.annotations.NullMarked;
