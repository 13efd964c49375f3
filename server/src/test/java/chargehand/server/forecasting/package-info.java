@NullMarked
package chargehand.server.forecasting;

import org.jspecify.annotations.NullMarked;
