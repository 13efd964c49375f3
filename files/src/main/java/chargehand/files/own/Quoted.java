package chargehand.files.own;

/// What a file says, as a message repeats it.
final class Quoted {
    private static final int MOST = 60;

    private Quoted() {}

    /// At most 60 characters, on one line.
    static String shortened(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }
}
