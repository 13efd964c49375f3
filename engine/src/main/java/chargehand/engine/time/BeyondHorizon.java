package chargehand.engine.time;

/// A moment was asked for that a compiled calendar does not reach. Who compiled it compiles it further and
/// tries again.
public final class BeyondHorizon extends RuntimeException {
    public static final BeyondHorizon INSTANCE = new BeyondHorizon();

    private BeyondHorizon() {
        super("The working time asked for lies beyond the compiled horizon.", null, false, false);
    }
}
