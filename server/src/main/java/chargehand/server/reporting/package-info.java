/// Owns updates, questions and the portal, and what is read across modules: the portfolio, the desk, the search.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "outbox",
            "people",
            "documents",
            "planning",
            "work",
            "forecasting",
            "delivery",
            "logbook"
        })
@NullMarked
package chargehand.server.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
