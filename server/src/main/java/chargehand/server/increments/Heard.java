package chargehand.server.increments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a payload says, before it is known of which tasks.
///
/// @param texts in which tasks may be named
/// @param commits by which tasks may be known that were named before
/// @param branch by which, too
record Heard(
        Signal.Kind kind,
        List<String> texts,
        List<String> commits,
        @Nullable String branch,
        @Nullable String ref,
        @Nullable String title,
        @Nullable String url,
        @Nullable String who,
        @Nullable String commit) {}
