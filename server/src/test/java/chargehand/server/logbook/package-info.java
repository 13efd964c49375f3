@NullMarked
package chargehand.server.logbook;

import org.jspecify.annotations.NullMarked;
