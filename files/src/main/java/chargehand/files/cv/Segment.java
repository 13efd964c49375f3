package chargehand.files.cv;

/// Text that stands together on one line of a page. Points, from the upper left.
///
/// @param y of the line on which its letters stand
record Segment(String text, double left, double right, double y, double size) {
    boolean isOnLineOf(Segment other) {
        return Math.abs(y - other.y) < 0.4 * Math.max(2, Math.min(size, other.size));
    }
}
