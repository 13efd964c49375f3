@NullMarked
package chargehand.files.history;

import org.jspecify.annotations.NullMarked;
