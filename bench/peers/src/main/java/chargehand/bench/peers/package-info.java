/// Other solvers beside ours, on the same instances in the same run.
@NullMarked
package chargehand.bench.peers;

import org.jspecify.annotations.NullMarked;
