@NullMarked
package chargehand.server.audit;

import org.jspecify.annotations.NullMarked;
