package chargehand.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody did.
///
/// @param at in microseconds
/// @param name of the account then
/// @param detail JSON, byte for byte as it was hashed
record Deed(
        Instant at,
        UUID account,
        String name,
        String action,
        String noun,
        UUID id,
        @Nullable UUID project,
        String detail) {

    /// Its hash as the next of a chain. Each part is preceded by its length, so that nothing can move from one to the
    /// next.
    byte[] hash(long seq, byte[] previous) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            for (var part :
                    new Object[] {seq, at, account, name, action, noun, id, project == null ? "" : project, detail}) {
                var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
