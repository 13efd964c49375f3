@NullMarked
package chargehand.files.report;

import org.jspecify.annotations.NullMarked;
