package chargehand.postgres;

import chargehand.postgres.CannotStart.Code;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Reads `postgresql://user:password@host:port/name?sslmode=require` and the same as `jdbc:postgresql://…`, also with
/// `user` and `password` as parameters.
final class DatabaseUrl {
    private static final String HINT =
            "Write CHARGEHAND_DATABASE_URL as postgresql://user:password@host:5432/name, with special characters of the"
                    + " password as %40 and the like.";

    private DatabaseUrl() {}

    static DatabaseAccess parse(String text) {
        var uri = uri(text.strip().replaceFirst("^jdbc:", ""));
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme()))
            throw wrong("The address of the database does not begin with postgresql://.");
        if (uri.getHost() == null) throw wrong("The address of the database names no host.");
        if (uri.getPath() == null || uri.getPath().length() < 2)
            throw wrong("The address of the database names no database.");
        return access(uri);
    }

    private static DatabaseAccess access(URI uri) {
        var user = part(uri.getRawUserInfo(), 0);
        var password = part(uri.getRawUserInfo(), 1);
        var rest = new ArrayList<String>();
        for (var parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (parameter.startsWith("user=")) user = decoded(parameter.substring("user=".length()));
            else if (parameter.startsWith("password=")) password = decoded(parameter.substring("password=".length()));
            else rest.add(parameter);
        }
        if (user == null) throw wrong("The address of the database names no user.");
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        var url = "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), query);
        return new DatabaseAccess(url, user, password == null ? "" : password);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException unreadable) {
            // Neither the text nor the cause is told: both hold the password.
            throw wrong("The address of the database can't be read as an address.");
        }
    }

    private static @Nullable String part(@Nullable String userInfo, int index) {
        if (userInfo == null) return null;
        var parts = userInfo.split(":", 2);
        return index < parts.length ? decoded(parts[index]) : null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static CannotStart wrong(String message) {
        return new CannotStart(Code.DATABASE_URL_WRONG, message, HINT);
    }
}
