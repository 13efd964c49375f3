@NullMarked
package chargehand.server.assets;

import org.jspecify.annotations.NullMarked;
