/// Tests of networks.
@NullMarked
package chargehand.engine.network;

import org.jspecify.annotations.NullMarked;
