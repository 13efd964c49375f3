package chargehand.server.shared;

import java.util.regex.Pattern;

/// What people wrote or pasted, without characters that nobody sees and that no table or database takes: control
/// characters but line breaks and tabs, direction marks, zero widths.
public final class Seen {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t]]");

    private Seen() {}

    public static String of(String written) {
        return UNSEEN.matcher(written).replaceAll("");
    }
}
