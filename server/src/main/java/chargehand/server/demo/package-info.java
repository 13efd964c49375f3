/// Owns the made-up company of `examples/harbour`: reads it, moves it to this week, and lays it out once.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "people",
            "assets",
            "maintenance",
            "budget",
            "planning",
            "staffing",
            "work",
            "increments",
            "reporting",
            "forecasting",
            "logbook",
            "meetings",
            "systems"
        })
@NullMarked
package chargehand.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
