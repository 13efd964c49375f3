package chargehand.server.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refusal: what was wrong, where, and a way out. Becomes `application/problem+json` (RFC 9457) with the code's
/// page as type. Thrown before anything is stored, so nothing is half done.
///
/// `code` is stable; each has a page in docs/problems and words in every language.
@SuppressWarnings("serial")
public final class Problem extends RuntimeException {
    private final String code;
    private final int status;
    private final String title;
    private final @Nullable String hint;
    private final Map<String, Object> values;

    private Problem(
            int status, String code, String title, String detail, @Nullable String hint, Map<String, Object> values) {
        super(detail, null, false, false);
        this.code = code;
        this.status = status;
        this.title = title;
        this.hint = hint;
        this.values = new LinkedHashMap<>(values);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, null, Map.of());
    }

    /// What isn't there and what may not be seen are told alike.
    public static Problem notFound() {
        return of(
                404, "not-found", "There is nothing here", "It was removed, was never there, or is not yours to see.");
    }

    public static Problem forbidden() {
        return of(403, "forbidden", "Not yours to do", "You may see this, but not do it.")
                .hint("Ask an administrator for a role that may.");
    }

    public static Problem notSignedIn() {
        return of(401, "not-signed-in", "Sign in first", "This needs somebody who is signed in.");
    }

    public static Problem invalid(String field, String detail) {
        return of(422, "invalid-value", "A value can't be right", detail).with("field", field);
    }

    /// The same with a way out.
    public Problem hint(String hint) {
        return new Problem(status, code, title, detail(), hint, values);
    }

    /// The same with a further value for programs.
    public Problem with(String name, Object value) {
        var all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new Problem(status, code, title, detail(), hint, all);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable String hint() {
        return hint;
    }

    public Map<String, Object> values() {
        return values;
    }
}
