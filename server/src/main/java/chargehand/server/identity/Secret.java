package chargehand.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A word of 256 random bits that is handed out once and kept only as its SHA-256. Its kind stands before it and is
/// hashed with it, so that an invitation is no session.
public record Secret(String word) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What it opens; its first letters say so.
    public enum Kind {
        SESSION("chs_"),
        TOKEN("cht_"),
        INVITATION("chi_"),
        FEED("chf_"),
        LINK("chl_"),
        VISIT("chv_"),
        /// what is held about an applicant
        APPLICATION("cha_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    public static Secret next(Kind kind) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(kind.prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public boolean is(Kind kind) {
        return word.startsWith(kind.prefix);
    }

    /// What is kept of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Never says the word.
    @Override
    public String toString() {
        return "Secret";
    }
}
