package chargehand.server.planning;

import chargehand.engine.plan.Link;

/// Keys of what a change touches: two changes of which neither touches what the other does can go one after the other
/// in any order.
final class Touches {
    private Touches() {}

    static String field(String task, TaskField field) {
        return "t:" + task + ":" + field.touch();
    }

    static String added(String task) {
        return "t:" + task + ":added";
    }

    static String removed(String task) {
        return "t:" + task + ":removed";
    }

    static String place(String task) {
        return "t:" + task + ":place";
    }

    static String beneath(String task) {
        return "t:" + task + ":beneath";
    }

    static String link(Link link) {
        return link(link.predecessor().value(), link.successor().value());
    }

    static String link(String predecessor, String successor) {
        return "l:" + predecessor + ">" + successor;
    }

    static String plan(String field) {
        return "p:" + field;
    }

    static boolean isOrder(String touch) {
        return touch.endsWith(":added") || touch.endsWith(":removed") || touch.endsWith(":place");
    }

    static boolean isLink(String touch) {
        return touch.startsWith("l:");
    }
}
