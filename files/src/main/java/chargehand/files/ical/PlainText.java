package chargehand.files.ical;

/// Text as iCalendar can carry it.
final class PlainText {
    private PlainText() {}

    /// Every line break is one `\n`; other control characters, which the format forbids, are spaces.
    static String of(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    }

    /// The same on one line.
    static String line(String text) {
        return of(text).replaceAll("\\s+", " ").strip();
    }
}
