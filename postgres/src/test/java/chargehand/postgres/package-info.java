@NullMarked
package chargehand.postgres;

import org.jspecify.annotations.NullMarked;
