package chargehand.files;

/// A file that is no plan: broken, hostile, too large, of an unknown kind. The message is one clear sentence for a
/// person.
public final class UnreadableFile extends Exception {
    private final String code;
    private final String hint;

    /// @param code stable, as "file-empty"
    /// @param message what is wrong and where, one sentence
    /// @param hint a way out, one sentence
    public UnreadableFile(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
