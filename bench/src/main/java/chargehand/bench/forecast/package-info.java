/// How well forecasts that learn from finished work do, beside simpler ways, on records of finished work.
@NullMarked
package chargehand.bench.forecast;

import org.jspecify.annotations.NullMarked;
