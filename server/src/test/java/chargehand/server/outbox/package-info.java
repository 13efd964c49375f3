@NullMarked
package chargehand.server.outbox;

import org.jspecify.annotations.NullMarked;
