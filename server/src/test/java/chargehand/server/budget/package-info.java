@NullMarked
package chargehand.server.budget;

import org.jspecify.annotations.NullMarked;
