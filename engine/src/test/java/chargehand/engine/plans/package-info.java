/// Plans for tests: written as text in both directions, made at random from a seed, and shrunk to what matters.
@NullMarked
package chargehand.engine.plans;

import org.jspecify.annotations.NullMarked;
