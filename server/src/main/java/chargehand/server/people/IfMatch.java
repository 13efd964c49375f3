package chargehand.server.people;

import chargehand.server.shared.Problem;
import org.jspecify.annotations.Nullable;

/// The header that says on which version a change was made.
final class IfMatch {
    private IfMatch() {}

    /// @throws Problem without it, or if it holds no version
    static long version(@Nullable String header) {
        if (header == null || header.isBlank())
            throw Problem.of(
                            428,
                            "if-match-missing",
                            "It isn't said what is changed",
                            "A change needs the header If-Match with the version that it was made on.")
                    .hint("Send the ETag of the answer in which you read it.");
        try {
            return Long.parseLong(header.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException noVersion) {
            throw Problem.invalid("If-Match", "“%s” is no version.".formatted(header));
        }
    }
}
