/// Owns meetings: when they come again, who is there, and what was written down in each.
///
/// What comes of a meeting belongs to others: tasks to the plan, decisions and issues to the logbook, questions to the
/// portal. Tells the calendars of people by `Appointments` when they are taken.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "audit",
            "outbox",
            "people",
            "assets",
            "planning",
            "work",
            "logbook",
            "reporting"
        })
@NullMarked
package chargehand.server.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
