package chargehand.server.interchange;

import chargehand.files.UnreadableFile;
import chargehand.server.shared.Problem;

/// What a reader of files says, as the web says it: one code, with the reader's own as `reason` and its sentences.
final class Unreadable {
    private Unreadable() {}

    static Problem problem(UnreadableFile unreadable, String file) {
        int status = unreadable.code().equals("file-too-large") ? 413 : 422;
        var sentence = String.valueOf(unreadable.getMessage());
        return Problem.of(status, "file-unreadable", "The file can't be read", sentence)
                .hint(unreadable.hint())
                .with("file", file)
                .with("reason", unreadable.code())
                .with("sentence", sentence)
                .with("way", unreadable.hint());
    }
}
