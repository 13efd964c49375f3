package chargehand.files.own;

import chargehand.files.UnreadableFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a file: UTF-8, or what its byte order mark says.
final class FileText {
    static final int MOST_BYTES = 64 * 1024 * 1024;

    private FileText() {}

    static String of(byte[] bytes) throws UnreadableFile {
        if (bytes.length > MOST_BYTES)
            throw new UnreadableFile(
                    "file-too-large",
                    "The file has %d bytes; a plan may have 64 MB.".formatted(bytes.length),
                    "Split it into several projects.");
        var text = decoded(bytes);
        if (text.isBlank())
            throw new UnreadableFile(
                    "file-empty", "The file is empty.", "Check that it was saved or downloaded completely.");
        return text;
    }

    private static String decoded(byte[] bytes) throws UnreadableFile {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return decoded(bytes, 3, StandardCharsets.UTF_8);
        if (startsWith(bytes, 0xFF, 0xFE)) return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        if (startsWith(bytes, 0xFE, 0xFF)) return decoded(bytes, 2, StandardCharsets.UTF_16BE);
        return decoded(bytes, 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static String decoded(byte[] bytes, int from, Charset charset) throws UnreadableFile {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(
                    "file-not-text", "The file is no %s text.".formatted(charset.name()), "Save it again as UTF-8.");
        }
    }
}
