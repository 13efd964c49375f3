package chargehand.engine.levelling;

import chargehand.engine.network.Network;
import java.util.BitSet;

/// Puts tasks back to where people were told that they are, where that costs nothing that counts more.
///
/// Reusable, and not to be shared between threads.
final class Settling {
    private final Network network;
    private final Dues dues;
    private final Told told;
    private final Generation asTold;
    private final Generation kept;
    private boolean[] windowless = {};

    Settling(Network network, FixedTasks fixed, Dues dues, Told told) {
        this.network = network;
        this.dues = dues;
        this.told = told;
        asTold = new Generation(network, fixed, Generation.Mode.LEVELLED);
        kept = new Generation(network, fixed, Generation.Mode.LEVELLED);
    }

    int generated() {
        return asTold.generated() + kept.generated();
    }

    /// Which tasks of the last schedule lie outside their windows.
    boolean[] windowless() {
        return windowless.clone();
    }

    /// The schedule that people were told, or as near as can be.
    Schedule asTold() {
        var out = new Schedule(network);
        var floors = network.release.clone();
        told.known.stream().forEach(n -> floors[n] = Math.max(floors[n], told.schedule.start[n]));
        var unknown = new BitSet();
        unknown.set(0, network.tasks);
        unknown.andNot(told.known);
        asTold.keep(told.schedule.chosen, unknown, new BitSet());
        asTold.generate(told.schedule.start, floors, out);
        windowless = asTold.windowless();
        return out;
    }

    /// The given schedule, but that each task that came earlier than told goes back as far as its slack allows, so that
    /// neither the end nor a deadline suffers.
    Schedule settled(Schedule schedule) {
        var out = new Schedule(network);
        var floors = network.release.clone();
        backFrom(schedule, floors);
        kept.keep(schedule.chosen, new BitSet(), new BitSet());
        kept.generate(schedule.start, floors, out);
        windowless = kept.windowless();
        return out;
    }

    private void backFrom(Schedule schedule, int[] floors) {
        var order = new PartialOrder(network, schedule);
        var slack = new Slack(network, schedule, order, Objective.finish(network, schedule), dues.ends(schedule));
        told.known.stream()
                .forEach(n -> floors[n] = Math.max(floors[n], Math.min(told.schedule.start[n], slack.latestStart(n))));
    }
}
