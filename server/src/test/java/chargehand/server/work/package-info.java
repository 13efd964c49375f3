@NullMarked
package chargehand.server.work;

import org.jspecify.annotations.NullMarked;
