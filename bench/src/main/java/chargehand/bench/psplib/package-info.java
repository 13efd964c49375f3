/// The published instances of the literature, levelled by the engine.
@NullMarked
package chargehand.bench.psplib;

import org.jspecify.annotations.NullMarked;
