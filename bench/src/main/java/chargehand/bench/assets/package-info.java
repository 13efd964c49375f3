/// How right lines about what is run are matched.
@NullMarked
package chargehand.bench.assets;

import org.jspecify.annotations.NullMarked;
