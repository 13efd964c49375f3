@NullMarked
package chargehand.server.people;

import org.jspecify.annotations.NullMarked;
