/// Measures speed and memory, side by side with the aims, and writes what it measured to `bench/results`.
@NullMarked
package chargehand.bench;

import org.jspecify.annotations.NullMarked;
