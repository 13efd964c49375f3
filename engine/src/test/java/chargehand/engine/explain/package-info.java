/// Tests of the words.
@NullMarked
package chargehand.engine.explain;

import org.jspecify.annotations.NullMarked;
