package chargehand.server.interchange;

import chargehand.files.UnreadableFile;
import chargehand.server.shared.Problem;

/// What a reader of files says, as the web says it.
final class Unreadable {
    private Unreadable() {}

    static Problem problem(UnreadableFile unreadable, String file) {
        int status = unreadable.code().equals("file-too-large") ? 413 : 422;
        return Problem.of(status, unreadable.code(), "The file can't be read", String.valueOf(unreadable.getMessage()))
                .hint(unreadable.hint())
                .with("file", file);
    }
}
