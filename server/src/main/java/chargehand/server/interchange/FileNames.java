package chargehand.server.interchange;

import org.jspecify.annotations.Nullable;

/// Names of files as other people's programs give them.
final class FileNames {
    private static final int MOST_LETTERS = 120;

    private FileNames() {}

    /// The last part of a name, without letters that a file system or a header could take for something else.
    static String plain(@Nullable String given) {
        if (given == null) return "file";
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "_").strip();
        while (plain.startsWith(".")) plain = plain.substring(1);
        if (plain.isEmpty()) return "file";
        return plain.length() <= MOST_LETTERS ? plain : plain.substring(plain.length() - MOST_LETTERS);
    }
}
