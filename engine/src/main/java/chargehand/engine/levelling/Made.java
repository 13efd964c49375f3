package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import chargehand.engine.plan.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A calendar beside the arrays that it was made from, which the next repair can go on with.
record Made(Calendar calendar, Network network, Schedule schedule, PartialOrder order) {
    /// @param like an earlier calendar, of which the new one takes what is the same
    static Made of(
            Network network, Schedule schedule, @Nullable Calendar like, Options options, List<Finding> findings) {
        var order = new PartialOrder(network, schedule);
        var calendar = Calendars.calendar(network, schedule, order, like, null, 1, options, false, findings);
        return new Made(calendar, network, schedule, order);
    }

    /// From a calendar alone.
    static Made of(Network network, Calendar calendar) {
        var schedule = Calendars.schedule(network, calendar);
        return new Made(calendar, network, schedule, new PartialOrder(network, schedule));
    }

    /// Whether it is of this calendar, and tasks and people have the same numbers in a network as here.
    boolean isOf(Calendar calendar, Network network) {
        return this.calendar == calendar && this.network.requirements.first == network.requirements.first;
    }
}
