@NullMarked
package chargehand.server.demo;

import org.jspecify.annotations.NullMarked;
