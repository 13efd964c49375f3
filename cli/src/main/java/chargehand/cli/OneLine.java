package chargehand.cli;

import java.util.regex.Pattern;

/// Text of a file as a terminal may see it: no line breaks, and nothing that a terminal would obey.
final class OneLine {
    /// Control characters, also those of eight bits, and what breaks lines or turns the direction of writing.
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{gc=Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    static String of(String text) {
        return UNSAFE.matcher(text).replaceAll(" ").strip();
    }
}
