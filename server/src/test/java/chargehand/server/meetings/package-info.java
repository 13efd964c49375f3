@NullMarked
package chargehand.server.meetings;

import org.jspecify.annotations.NullMarked;
