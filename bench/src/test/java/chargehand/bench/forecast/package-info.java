@NullMarked
package chargehand.bench.forecast;

import org.jspecify.annotations.NullMarked;
