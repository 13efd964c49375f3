/// Published projects in which people are chosen by their skills, levelled by the engine.
@NullMarked
package chargehand.bench.imopse;

import org.jspecify.annotations.NullMarked;
