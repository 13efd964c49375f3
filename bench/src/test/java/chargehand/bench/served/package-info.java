@NullMarked
package chargehand.bench.served;

import org.jspecify.annotations.NullMarked;
