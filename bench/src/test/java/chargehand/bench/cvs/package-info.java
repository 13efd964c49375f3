@NullMarked
package chargehand.bench.cvs;

import org.jspecify.annotations.NullMarked;
