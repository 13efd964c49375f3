package chargehand.engine.plan;

/// What of the successor waits for what of the predecessor.
public enum LinkType {
    /// the successor's start for the predecessor's finish
    FS,
    /// start for start
    SS,
    /// finish for finish
    FF,
    /// the successor's finish for the predecessor's start
    SF
}
