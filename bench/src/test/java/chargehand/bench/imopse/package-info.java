@NullMarked
package chargehand.bench.imopse;

import org.jspecify.annotations.NullMarked;
