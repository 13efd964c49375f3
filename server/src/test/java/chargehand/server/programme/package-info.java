@NullMarked
package chargehand.server.programme;

import org.jspecify.annotations.NullMarked;
