package chargehand.server.assets;

/// How one asset hangs on another.
public enum RelationKind {
    runsOn,
    dependsOn,
    backedUpBy
}
