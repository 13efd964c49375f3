package chargehand.server.access;

import java.util.Map;

/// A project of a client with something of every kind in it.
///
/// @param ids what stands for the variables of paths: `project`, `client`, `task`, `baseline`…
record Place(String client, String project, Map<String, String> ids) {
    String id(String variable) {
        var id = ids.get(variable);
        if (id == null)
            throw new AssertionError("Nothing stands for {%s} yet: say so in AccessWorld.".formatted(variable));
        return id;
    }
}
