@NullMarked
package chargehand.server;

import org.jspecify.annotations.NullMarked;
