@NullMarked
package chargehand.server.identity;

import org.jspecify.annotations.NullMarked;
