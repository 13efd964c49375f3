package chargehand.server.outbox;

import chargehand.server.shared.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What a program calls one request of its own, to be able to repeat it: the value of `Idempotency-Key`, 1 to 200
/// visible characters of ASCII. Of two accounts, equal keys are different ones.
record RequestKey(UUID account, String word) {
    private static final int MOST = 200;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    RequestKey {
        if (word.isEmpty() || word.length() > MOST || word.chars().anyMatch(each -> each <= ' ' || each > '~'))
            throw Problem.of(
                            400,
                            "invalid-parameter",
                            "A parameter can't be read",
                            "An Idempotency-Key has 1 to %d visible characters.".formatted(MOST))
                    .with("parameter", "Idempotency-Key");
    }

    /// Under which it is kept.
    byte[] name() {
        return hash("name");
    }

    /// A number for a lock.
    long number() {
        return ByteBuffer.wrap(name()).getLong();
    }

    byte[] seal(byte[] open) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, open);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(hash("seal"), "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hash(String purpose) {
        return sha256().digest((purpose + ' ' + account + ' ' + word).getBytes(StandardCharsets.US_ASCII));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Never says the word.
    @Override
    public String toString() {
        return "RequestKey";
    }
}
