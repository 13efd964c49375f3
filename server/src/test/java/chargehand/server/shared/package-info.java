@NullMarked
package chargehand.server.shared;

import org.jspecify.annotations.NullMarked;
