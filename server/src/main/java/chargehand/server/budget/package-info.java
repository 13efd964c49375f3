/// Owns money: what was approved, what is planned, committed and spent, in every currency, and what it comes to; and
/// what clients pay, which fewer see.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "outbox",
            "people",
            "assets",
            "planning",
            "forecasting",
            "delivery",
            "programme"
        })
@NullMarked
package chargehand.server.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
