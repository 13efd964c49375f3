/// How finished work compares with its estimates, and what that says about work to come.
@NullMarked
package chargehand.engine.forecast.history;

import org.jspecify.annotations.NullMarked;
