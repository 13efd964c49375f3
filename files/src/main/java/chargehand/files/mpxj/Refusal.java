package chargehand.files.mpxj;

/// Why a file can't be read, on its way from the child process to the caller.
final class Refusal extends Exception {
    private final String code;
    private final String hint;

    Refusal(String code, String message, String hint) {
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
