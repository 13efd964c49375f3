/// When something that is measured again and again will be full, with bounds.
@NullMarked
package chargehand.engine.growth;

import org.jspecify.annotations.NullMarked;
