package chargehand.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// How the tables of a database came to be, which is known to whoever uses this module.
public interface Structure {
    /// The schemas of this database that are ours.
    List<String> schemas(Connection connection) throws SQLException;

    /// The steps by which they became what they are, in order; each with its checksum.
    List<Step> steps(Connection connection) throws SQLException;

    /// Whether this program has the very same step.
    boolean knows(Step step);

    /// Makes all schemas anew by those steps, within the connection's transaction.
    void rebuild(Connection connection, List<Step> steps) throws SQLException;

    /// The rows are back, in the same transaction: what must not come back is taken away here.
    default void filled(Connection connection) throws SQLException {}

    /// @param name as `identity/V1__accounts.sql`
    record Step(String name, long checksum) {}
}
