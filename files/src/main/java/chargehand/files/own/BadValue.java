package chargehand.files.own;

/// A value that can't be understood. Whoever knows the place in the file turns it into an
/// [chargehand.files.UnreadableFile].
final class BadValue extends Exception {
    private final String code;
    private final String hint;

    BadValue(String message, String hint) {
        this("bad-value", message, hint);
    }

    /// @param message what is wrong, as the end of a sentence that begins with the place
    BadValue(String code, String message, String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    String code() {
        return code;
    }

    String hint() {
        return hint;
    }
}
