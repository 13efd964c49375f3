package chargehand.server;

/// A command line that can't be followed; the message says why and what would do.
final class WrongUse extends Exception {
    WrongUse(String message) {
        super(message);
    }
}
