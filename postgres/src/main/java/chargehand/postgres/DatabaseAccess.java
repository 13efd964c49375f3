package chargehand.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// How to reach a database.
///
/// @param jdbcUrl without user and password
public record DatabaseAccess(String jdbcUrl, String user, String password) {
    private static final String LOGIN_SECONDS = "10";

    /// A connection of one's own; the caller closes it.
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        properties.setProperty("ApplicationName", "chargehand");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /// Never says the password.
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
