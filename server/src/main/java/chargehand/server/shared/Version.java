package chargehand.server.shared;

import org.jspecify.annotations.Nullable;

/// Versions as they travel: `ETag` on the way out, `If-Match` on the way in.
public final class Version {
    private Version() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /// The version that a change was made on. Refuses a change that doesn't say it (428).
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank())
            throw Problem.of(
                            428,
                            "version-missing",
                            "Which version was changed is missing",
                            "A change says in If-Match on which version it was made.")
                    .hint("Send the ETag of what you have read.");
        try {
            return Long.parseLong(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException unreadable) {
            throw Problem.of(
                            400,
                            "invalid-parameter",
                            "A parameter can't be read",
                            "If-Match has to be an ETag of this server, as \"7\".")
                    .with("parameter", "If-Match");
        }
    }

    /// What a change on an old version is refused with where nothing can be merged (412).
    public static Problem outdated(long current) {
        return Problem.of(
                        412,
                        "changed-meanwhile",
                        "Somebody was faster",
                        "It was changed after you read it, and is now at version %d.".formatted(current))
                .hint("Read it again, and look whether your change still makes sense.")
                .with("version", current);
    }
}
