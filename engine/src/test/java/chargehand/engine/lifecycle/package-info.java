@NullMarked
package chargehand.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
