/// The plan as arrays: order, cycles, critical path and float, without regard to capacity.
@NullMarked
package chargehand.engine.network;

import org.jspecify.annotations.NullMarked;
