@NullMarked
package chargehand.server.increments;

import org.jspecify.annotations.NullMarked;
