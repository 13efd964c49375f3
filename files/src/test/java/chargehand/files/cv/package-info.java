@NullMarked
package chargehand.files.cv;

import org.jspecify.annotations.NullMarked;
