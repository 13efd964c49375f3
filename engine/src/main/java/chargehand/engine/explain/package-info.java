/// Findings, and why each task is where it is.
@NullMarked
package chargehand.engine.explain;

import org.jspecify.annotations.NullMarked;
