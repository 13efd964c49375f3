/// The product: each package beneath is a module named after a noun of the business.
@NullMarked
package chargehand.server;

import org.jspecify.annotations.NullMarked;
